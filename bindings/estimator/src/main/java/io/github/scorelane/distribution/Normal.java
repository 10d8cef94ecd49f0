package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.NormalKernel;
import io.github.scorelane.kernel.family.NormalSampler;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/**
 * The normal distribution N(μ, σ²), with parameters μ ("mean") and σ ("standard deviation").
 *
 * <p>With z = (x − μ)/σ, the scores are z/σ and (z² − 1)/σ; the Fisher information is diag(1/σ², 2/σ²).
 */
public final class Normal implements UnivariateDistribution {
    static final List<String> NAMES = List.of("mean", "standard deviation");

    private final double mean;
    private final double standardDeviation;

    private Normal(double mean, double standardDeviation) {
        this.mean = mean;
        this.standardDeviation = standardDeviation;
    }

    /**
     * A normal distribution.
     *
     * @param mean μ, finite
     * @param standardDeviation σ, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static Normal of(double mean, double standardDeviation) {
        Parameters.requireFinite("mean", mean);
        Parameters.requireScale("standard deviation", standardDeviation);
        return new Normal(mean, standardDeviation);
    }

    @Override
    public List<String> parameterNames() {
        return NAMES;
    }

    @Override
    public double[] parameters() {
        return new double[] {mean, standardDeviation};
    }

    @Override
    public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
        NormalSampler.sample(mean, standardDeviation, stream, first, x, offset, length);
    }

    @Override
    public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        NormalKernel.logPdf(mean, standardDeviation, x, offset, logPdf, logPdfOffset, length);
    }

    @Override
    public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
        Parameters.requireRows(gradient.length, NAMES.size());
        NormalKernel.gradLogPdf(mean, standardDeviation, x, offset, gradient[0], gradient[1], gradientOffset, length);
    }

    @Override
    public String toString() {
        return "Normal(mean=" + mean + ", standard deviation=" + standardDeviation + ")";
    }
}
