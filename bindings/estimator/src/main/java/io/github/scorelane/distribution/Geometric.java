package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.GeometricKernel;
import io.github.scorelane.kernel.family.Trial;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The geometric distribution is that of the number x of failures before the first success. It has the mass p·(1 − p)^x at
 * x = 0, 1, …, and the parameter p ("probability") or θ = ln(p/(1 − p)) ("logit probability").
 *
 * <p>The score of p is 1/p − x/(1 − p), and its Fisher information is 1/(p²(1 − p)). For θ they are 1 − p − x·p and 1 − p.
 * Elsewhere than at whole numbers from 0 on the log mass is −∞, and the score has no meaning. Both p and 1 − p are kept, so
 * that a logit far above 0 loses nothing.
 *
 * <p>Draws are quantiles of uniforms of 52 bits, and reach to 36.7/p.
 */
public final class Geometric extends InvertibleFamily
        implements HasFisherInformation, HasHessian, HasAtoms {
    private static final ParameterList PROBABILITY = ParameterList.of(Parameter.probability("probability"));
    private static final ParameterList LOGIT = ParameterList.of(Parameter.real("logit probability"));
    /** The least probability of success. With a smaller one, draws could be infinite. */
    private static final double LEAST = 1e-305;

    private final boolean byLogit;
    private final Trial trial;

    private Geometric(ParameterList list, double parameter, Trial trial) {
        super(list, parameter);
        if (trial.p() < LEAST) {
            throw new IllegalArgumentException("probability is too small, below " + LEAST + ": " + trial.p());
        }
        this.trial = trial;
        byLogit = list == LOGIT;
    }

    /**
     * Creates a geometric distribution.
     *
     * @param probability p of success, at least 1e-305 and below 1
     * @return the distribution
     * @throws IllegalArgumentException if it is out of range
     */
    public static Geometric of(double probability) {
        return new Geometric(PROBABILITY, probability, Trial.of(probability));
    }

    /**
     * Creates a geometric distribution of a given logit.
     *
     * @param logit θ = ln(p/(1 − p)), between −702 and 708
     * @return the distribution
     * @throws IllegalArgumentException if it is out of range
     */
    public static Geometric ofLogit(double logit) {
        Parameters.requireLogit(LOGIT.names().getFirst(), logit);
        return new Geometric(LOGIT, logit, Trial.ofLogit(logit));
    }

    @Override
    public Geometric withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 1);
        return byLogit ? ofLogit(parameters[0]) : of(parameters[0]);
    }

    /** Returns the same distribution with its logit as the parameter. */
    @Override
    public Geometric unconstrained() {
        return byLogit ? this : new Geometric(LOGIT, trial.logit(), trial);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        GeometricKernel.sample(trial, stream, first, x, offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        GeometricKernel.quantile(trial, x, offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        GeometricKernel.logPdf(trial, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        GeometricKernel.scores(byLogit ? trial.q() : 1 / trial.p(), byLogit ? -trial.p() : -1 / trial.q(), x, gradient[0], offset,
                length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{byLogit ? trial.q() : 1 / trial.p() / trial.p() / trial.q()}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 1, offset, length);
        double scale = byLogit ? trial.p() * trial.q() : 1 / trial.q() / trial.q();
        double atZero = byLogit ? scale : 1 / trial.p() / trial.p();
        for (int i = offset; i < offset + length; i++) {
            hessian[0][i] = -Fma.fma(x[i], scale, atZero);
        }
    }

    @Override
    public long[] atoms() {
        // The probability of k or more is (1 − p)^k, so the tail needs no bound.
        double logFailure = trial.p() < 0.5 ? Log1p.log1p(-trial.p()) : Log.log(trial.q());
        return AtomTails.range(0, 0, AtomTails.EXPONENT / -logFailure, Long.MAX_VALUE);
    }
}
