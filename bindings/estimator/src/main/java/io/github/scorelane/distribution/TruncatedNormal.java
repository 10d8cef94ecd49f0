package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.ScaledNumber;
import io.github.scorelane.kernel.family.TruncatedNormalKernel;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The truncated normal distribution is that of a normal x with the parameters μ ("mean") and σ ("standard deviation"), given
 * that a ≤ x ≤ b. With z = (x − μ)/σ, its density is in proportion to exp(−z²/2) between the bounds. The numbers μ and σ are
 * the mean and the standard deviation of the normal distribution before it is truncated, not after.
 *
 * <p>The bounds a and b are fixed numbers, not parameters: they move the support, so that a score with respect to one would
 * leave out the contribution of f at that bound. Either may be infinite.
 *
 * <p>The scores are (z − E[z])/σ and (z² − E[z²])/σ; the Fisher information is the covariance matrix of z and z², over σ².
 * Both lose only a few last digits where the bounds are many standard deviations from μ, or a small part of one apart.
 * Outside the bounds the log density is −∞, and scores are not specified.
 *
 * <p>Draws are quantiles of uniforms of 52 bits, and are never outside the bounds. A draw's statistic is its distance from
 * that point between the bounds that is nearest to μ. From it scores are exact even where x is so near a bound that it has
 * lost its digits.
 */
public final class TruncatedNormal extends InvertibleFamily implements HasFisherInformation, HasHessian, LogisticByMap {
    private final double lower;
    private final double upper;
    private final TruncatedNormalKernel kernel;

    private TruncatedNormal(double mean, double standardDeviation, double lower, double upper) {
        super(Normal.PARAMETERS, mean, standardDeviation);
        this.lower = lower;
        this.upper = upper;
        kernel = new TruncatedNormalKernel(mean, standardDeviation, lower, upper);
        if (!kernel.isRepresentable()) {
            throw new IllegalArgumentException("bounds are not within 1e150 standard deviations of the mean and at least 1e-150"
                    + " apart: " + this);
        }
    }

    /**
     * Creates a truncated normal distribution.
     *
     * @param mean μ, finite
     * @param standardDeviation σ, finite and at least {@link Double#MIN_NORMAL}
     * @param lower the lower bound a; may be −∞
     * @param upper the upper bound b, above a; may be +∞
     * @return the distribution
     * @throws IllegalArgumentException if one is out of range, or the bounds are farther from the mean than 1e150 standard
     *     deviations, or nearer to one another than 1e-150
     */
    public static TruncatedNormal of(double mean, double standardDeviation, double lower, double upper) {
        Parameters.requireBelow("lower bound", lower, "upper bound", upper);
        return new TruncatedNormal(mean, standardDeviation, lower, upper);
    }

    @Override
    public TruncatedNormal withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1], lower, upper);
    }

    @Override
    public int statistics() {
        return 1;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        kernel.sample(stream, first, x, x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        kernel.sample(stream, first, x, statistics[0], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        kernel.standardise(x, statistics[0], offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        kernel.quantile(x, offset, length);
    }

    @Override
    void invert(double[] x, double[][] statistics, int offset, int length) {
        kernel.quantile(x, statistics[0], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        kernel.logPdf(x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        kernel.scores(statistics[0], gradient[0], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double[] covariances = kernel.scoreCovariances();
        double precision = 1 / parameter(1) / parameter(1);
        double cross = covariances[1] * precision;
        return new double[][] {{covariances[0] * precision, cross}, {cross, covariances[2] * precision}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        kernel.standardise(x, hessian[0], offset, length);
        hessian(hessian[0], hessian, offset, length);
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] statistics, double[][] hessian, int offset, int length) {
        requireHessianByStatistics(statistics, hessian, 3, offset, length);
        hessian(statistics[0], hessian, offset, length);
    }

    private void hessian(double[] standard, double[][] hessian, int offset, int length) {
        double[] covariances = kernel.scoreCovariances();
        ScaledNumber parts = ScaledNumber.of(1 / parameter(1));
        double rate = parts.mantissa();
        double precision = rate * rate;
        double unit = parts.unit();
        double inUnits = 1 / unit;
        kernel.scores(standard, hessian[1], hessian[2], offset, length);
        for (int i = offset; i < offset + length; i++) {
            double byMean = hessian[1][i] * inUnits;
            double byDeviation = hessian[2][i] * inUnits;
            hessian[0][i] = -covariances[0] * precision * unit * unit;
            hessian[1][i] = Fma.fma(-2 * rate, byMean, -covariances[1] * precision) * unit * unit;
            hessian[2][i] = Fma.fma(-3 * rate, byDeviation, -covariances[2] * precision) * unit * unit;
        }
    }

    @Override
    public String toString() {
        return "TruncatedNormal(mean=" + parameter(0) + ", standard deviation=" + parameter(1) + ", lower bound=" + lower
                + ", upper bound=" + upper + ")";
    }

    @Override
    LogisticMap newLogisticMap() {
        double deviation = parameter(1) * Math.sqrt(kernel.scoreCovariances()[0]);
        double[] distances = kernel.distancesOfMean();
        return IntervalMap.ofMoments(lower, upper, parameter(0), distances[0], distances[1], deviation);
    }
}
