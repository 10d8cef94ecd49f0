package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.PoissonKernel;
import io.github.scorelane.kernel.family.Sampler;

/**
 * The Poisson distribution has the mass λ^k·e^−λ/k! at k = 0, 1, …, and the parameter λ ("mean").
 *
 * <p>The score is (k − λ)/λ, and the Fisher information is 1/λ. Elsewhere than at whole numbers from 0 on the log mass is −∞,
 * and the score has no meaning.
 *
 * <p>Draws of means up to 2,500 are looked up in a table, with probabilities to 2^-63; the table is made, in some
 * microseconds, with the first draw. Draws of larger means are made by transformed rejection.
 *
 * <p>Source: W. Hörmann, <i>The transformed rejection method for generating Poisson random variables</i>, 1993.
 */
public final class Poisson extends PreparedFamily
        implements HasFisherInformation, HasHessian, HasAtoms {
    /** The largest mean, 2^50. Drawing needs whole numbers of that size to be exact doubles. */
    public static final double MAX_MEAN = 0x1p50;

    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("mean"));

    private final double mean;

    private Poisson(double mean) {
        super(PARAMETERS, mean);
        if (mean > MAX_MEAN) {
            throw new IllegalArgumentException("mean is above 2^50: " + mean);
        }
        this.mean = mean;
    }

    /**
     * Creates a Poisson distribution.
     *
     * @param mean λ, at least {@link Double#MIN_NORMAL} and at most {@link #MAX_MEAN}
     * @return the distribution
     * @throws IllegalArgumentException if it is out of range
     */
    public static Poisson of(double mean) {
        return new Poisson(mean);
    }

    @Override
    public Poisson withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 1);
        return new Poisson(parameters[0]);
    }

    @Override
    Sampler prepare() {
        return PoissonKernel.sampler(mean);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        PoissonKernel.logPdf(mean, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        PoissonKernel.scoreOfMean(mean, x, gradient[0], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{1 / mean}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 1, offset, length);
        double scale = 1 / mean;
        for (int i = offset; i < offset + length; i++) {
            hessian[0][i] = -x[i] * scale * scale;
        }
    }

    @Override
    public long[] atoms() {
        return AtomTails.range(mean, AtomTails.deviation(mean, 0), AtomTails.deviation(mean, 1), Long.MAX_VALUE);
    }
}
