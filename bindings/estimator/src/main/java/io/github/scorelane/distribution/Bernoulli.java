package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.BernoulliKernel;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The Bernoulli distribution has the mass p at x = 1 and q = 1 − p at x = 0. The parameter is p ("probability") or
 * θ = ln(p/q) ("logit").
 *
 * <p>The score of p is 1/p where x = 1 and −1/q where x = 0, and the Fisher information is 1/(pq). The score of θ is x − p,
 * that is q or −p, and the Fisher information is pq. Elsewhere than at 0 and 1 the log mass is −∞, and the scores have no
 * meaning.
 *
 * <p>Both p and q are kept, so that an event that is all but certain is not taken for certain: with a logit of 40, a draw is
 * 0 with probability 4.2e-18. Probabilities of draws are exact to 2^-116.
 */
public final class Bernoulli extends InvertibleFamily implements HasFisherInformation, HasHessian, HasAtoms {
    private static final ParameterList PROBABILITY = ParameterList.of(Parameter.probability("probability"));
    private static final ParameterList LOGIT = ParameterList.of(Parameter.real("logit"));

    private final boolean byLogit;
    private final double p;
    private final double q;

    private Bernoulli(ParameterList list, double parameter) {
        super(list, parameter);
        byLogit = list == LOGIT;
        p = byLogit ? BernoulliKernel.probability(parameter) : parameter;
        q = byLogit ? BernoulliKernel.probability(-parameter) : 1 - parameter;
    }

    /**
     * Creates a Bernoulli distribution of a given probability.
     *
     * @param probability p, strictly between 0 and 1
     * @return the distribution
     * @throws IllegalArgumentException if it is out of range
     */
    public static Bernoulli of(double probability) {
        return new Bernoulli(PROBABILITY, probability);
    }

    /**
     * Creates a Bernoulli distribution of a given logit.
     *
     * @param logit θ = ln(p/(1 − p)), finite
     * @return the distribution
     * @throws IllegalArgumentException if it is not finite
     */
    public static Bernoulli ofLogit(double logit) {
        return new Bernoulli(LOGIT, logit);
    }

    @Override
    public Bernoulli withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 1);
        return new Bernoulli(byLogit ? LOGIT : PROBABILITY, parameters[0]);
    }

    /** Returns the same distribution with its logit as the parameter. */
    @Override
    public Bernoulli unconstrained() {
        return byLogit ? this : ofLogit(Log.log(p) - Log.log(q));
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        BernoulliKernel.sample(p, q, stream, first, x, offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] = x[i] >= 0 && x[i] <= 1 ? x[i] > q ? 1 : 0 : Double.NaN;
        }
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        double logP = byLogit ? BernoulliKernel.logProbability(parameter(0)) : Log.log(p);
        double logQ = byLogit ? BernoulliKernel.logProbability(-parameter(0)) : StrictMath.log1p(-p);
        BernoulliKernel.logPdf(logP, logQ, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        // The reciprocal of a p below 2^-1024 would be infinite, and infinity times 0 is NaN. No draw is 1 then, so that the
        // cap changes no estimate.
        double atOne = byLogit ? q : Math.min(1 / p, Double.MAX_VALUE);
        BernoulliKernel.scores(atOne, byLogit ? p : 1 / q, x, gradient[0], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{byLogit ? p * q : 1 / p / q}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 1, offset, length);
        double atOne = byLogit ? -p * q : Math.max(-1 / p / p, -Double.MAX_VALUE);
        double atZero = byLogit ? -p * q : -1 / q / q;
        for (int i = offset; i < offset + length; i++) {
            hessian[0][i] = x[i] * atOne + (1 - x[i]) * atZero;
        }
    }

    @Override
    public long[] atoms() {
        return new long[] {0, 1};
    }
}
