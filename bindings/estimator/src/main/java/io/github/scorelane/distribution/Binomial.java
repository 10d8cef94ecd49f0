package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.BinomialKernel;
import io.github.scorelane.kernel.family.Sampler;
import io.github.scorelane.kernel.family.Trial;

/**
 * The binomial distribution is that of the number k of successes among n trials, where n is fixed. It has the mass
 * C(n,k)·p^k·(1 − p)^(n − k) at k = 0, …, n, and the parameter p ("probability") or θ = ln(p/(1 − p)) ("logit probability").
 *
 * <p>The score of p is (k − n·p)/(p·(1 − p)), and its Fisher information is n/(p·(1 − p)). For θ they are k − n·p and
 * n·p·(1 − p). Elsewhere than at whole numbers from 0 to n the log mass is −∞, and the score has no meaning. Both p and 1 − p
 * are kept, so that a logit far above 0 loses nothing.
 *
 * <p>Draws of variances up to 2,500 are looked up in a table, with probabilities to 2^-63; the table is made, in some
 * microseconds, with the first draw. Larger variances are drawn by transformed rejection.
 *
 * <p>Source: W. Hörmann, <i>The generation of binomial random variates</i>, 1993.
 */
public final class Binomial extends PreparedFamily implements HasFisherInformation, HasHessian, HasAtoms {
    private static final ParameterList PROBABILITY = ParameterList.of(Parameter.probability("probability"));
    private static final ParameterList LOGIT = ParameterList.of(Parameter.real("logit probability"));

    private final int trials;
    private final boolean byLogit;
    private final Trial trial;

    private Binomial(int trials, ParameterList list, double parameter, Trial trial) {
        super(list, parameter);
        if (trials < 0) {
            throw new IllegalArgumentException("number of trials is negative: " + trials);
        }
        this.trials = trials;
        this.trial = trial;
        byLogit = list == LOGIT;
    }

    /**
     * Creates a binomial distribution.
     *
     * @param trials n, at least 0; with 0, a draw is 0 and its score 0
     * @param probability p, strictly between 0 and 1
     * @return the distribution
     * @throws IllegalArgumentException if one is out of range
     */
    public static Binomial of(int trials, double probability) {
        return new Binomial(trials, PROBABILITY, probability, Trial.of(probability));
    }

    /**
     * Creates a binomial distribution of a given logit.
     *
     * @param trials n, at least 0; with 0, a draw is 0 and its score 0
     * @param logit θ = ln(p/(1 − p)), between −708 and 708
     * @return the distribution
     * @throws IllegalArgumentException if one is out of range
     */
    public static Binomial ofLogit(int trials, double logit) {
        Parameters.requireLogit(LOGIT.names().getFirst(), logit);
        return new Binomial(trials, LOGIT, logit, Trial.ofLogit(logit));
    }

    /**
     * Returns the number of trials.
     *
     * @return n
     */
    public int trials() {
        return trials;
    }

    @Override
    public Binomial withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 1);
        return byLogit ? ofLogit(trials, parameters[0]) : of(trials, parameters[0]);
    }

    /** Returns the same distribution with its logit as the parameter. */
    @Override
    public Binomial unconstrained() {
        return byLogit ? this : new Binomial(trials, LOGIT, trial.logit(), trial);
    }

    @Override
    Sampler prepare() {
        return BinomialKernel.sampler(trials, trial);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        BinomialKernel.logPdf(trials, trial, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        double scale = byLogit ? 1 : 1 / (trial.p() * trial.q());
        BinomialKernel.scores(trials, trial, scale, x, gradient[0], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{byLogit ? trials * trial.p() * trial.q() : trials / (trial.p() * trial.q())}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 1, offset, length);
        double success = byLogit ? 0 : 1 / trial.p();
        double failure = byLogit ? 0 : 1 / trial.q();
        double constant = byLogit ? -trials * trial.p() * trial.q() : 0;
        for (int i = offset; i < offset + length; i++) {
            hessian[0][i] = constant - (x[i] * success * success + (trials - x[i]) * failure * failure);
        }
    }

    @Override
    public String toString() {
        return "Binomial(trials=" + trials + ", " + parameterNames().getFirst() + "=" + parameter(0) + ")";
    }

    @Override
    public long[] atoms() {
        double mean = trials * trial.p();
        double variance = mean * trial.q();
        return AtomTails.range(mean, AtomTails.deviation(variance, trial.p()), AtomTails.deviation(variance, trial.q()), trials);
    }
}
