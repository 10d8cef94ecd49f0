package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Probit;
import io.github.scorelane.kernel.math.Reduction;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the log-normal distribution over arrays: ln x is normal with mean μ and standard
 * deviation σ. With z = (ln x − μ)/σ:
 *
 * <pre>
 *     log p      = −z²/2 − ln x − ln σ − ½ ln 2π
 *     ∂ log p/∂μ = z/σ          ∂ log p/∂σ = (z² − 1)/σ
 * </pre>
 *
 * <p>Draw e is exp(fma(σ, z, μ)), with z draw e of {@link NormalSampler}. Outside the support, x ≤ 0, the log density is −∞.
 */
public final class LogNormalKernel {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    /** Ratio of μ to σ above which digits cancel that scores need. */
    private static final double NARROW = 64;
    /** Bound of |μ| beyond which exp(μ) or its reciprocal is not a normal double. */
    private static final double LARGEST = 708;
    private static final double FAR = 100;

    private LogNormalKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param mu μ
     * @param sigma σ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double mu, double sigma, SplitStream stream, long first, double[] x, int offset, int length) {
        NormalSampler.sample(mu, sigma, stream, first, x, offset, length);
        Exp.exp(x, offset, x, offset, length);
    }

    /**
     * Writes draws, and the normal draws that they are made of.
     *
     * @param mu μ
     * @param sigma σ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param z receives their z
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void sample(double mu, double sigma, SplitStream stream, long first, double[] x, double[] z, int offset,
            int length) {
        NormalSampler.sample(0, 1, stream, first, z, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(sigma, z[i], mu);
        }
        Exp.exp(x, offset, x, offset, length);
    }

    /**
     * Replaces probabilities by their quantiles, exp(μ + σ·Φ⁻¹(p)).
     *
     * @param mu μ
     * @param sigma σ
     * @param x probabilities, replaced by their quantiles
     * @param z receives the quantiles' z; may be x itself
     * @param offset index of the first element in both arrays
     * @param length number of elements, at most a block
     */
    public static void quantile(double mu, double sigma, double[] x, double[] z, int offset, int length) {
        Probit.probit(x, offset, z, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(sigma, z[i], mu);
        }
        Exp.exp(x, offset, x, offset, length);
    }

    /**
     * Writes the normal numbers of points.
     *
     * @param mu μ
     * @param sigma σ
     * @param median {@link #median} of both
     * @param x the points
     * @param z receives their z
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void standardise(double mu, double sigma, Reduction median, double[] x, double[] z, int offset, int length) {
        double scale = 1 / sigma;
        if (median != null) {
            Workspace workspace = Workspace.ofThread();
            double[] logs = workspace.doubles();
            Log.log(x, offset, logs, 0, length);
            deviations(mu, median, x, logs, z, offset, length);
            for (int i = offset; i < offset + length; i++) {
                z[i] *= scale;
            }
            workspace.giveBack(1, 0);
            return;
        }
        Log.log(x, offset, z, offset, length);
        for (int i = offset; i < offset + length; i++) {
            z[i] = (z[i] - mu) * scale;
        }
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param mu μ
     * @param sigma σ
     * @param median {@link #median} of both
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(double mu, double sigma, Reduction median, double[] x, double[] logPdf, int offset, int length) {
        double scale = 1 / sigma;
        double constant = -Log.log(sigma) - HALF_LOG_TWO_PI;
        if (median != null) {
            narrowLogPdf(mu, scale, constant, median, x, logPdf, offset, length);
            return;
        }
        Log.log(x, offset, logPdf, offset, length);
        for (int i = offset; i < offset + length; i++) {
            double z = (logPdf[i] - mu) * scale;
            logPdf[i] = Fma.fma(z * -0.5, z, constant) - logPdf[i];
        }
        Support.clear(Double.MIN_VALUE, Double.MAX_VALUE, x, logPdf, offset, length);
    }

    private static void narrowLogPdf(double mu, double scale, double constant, Reduction median, double[] x, double[] logPdf,
            int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] logs = workspace.doubles();
        double[] z = workspace.doubles();
        double[] points = workspace.doubles();
        System.arraycopy(x, offset, points, 0, length);
        Log.log(points, 0, logs, 0, length);
        deviations(mu, median, points, logs, z, 0, length);
        for (int i = 0; i < length; i++) {
            double standard = z[i] * scale;
            z[i] = Fma.fma(standard * -0.5, standard, constant) - logs[i];
        }
        Support.clear(Double.MIN_VALUE, Double.MAX_VALUE, points, z, 0, length);
        System.arraycopy(z, 0, logPdf, offset, length);
        workspace.giveBack(3, 0);
    }

    /** Computes ln x − μ, by x/exp(μ) if ln x and μ are so near that their difference would cancel. */
    private static void deviations(double mu, Reduction median, double[] x, double[] logs, double[] deviations, int offset,
            int length) {
        Workspace workspace = Workspace.ofThread();
        double[] ratios = workspace.doubles();
        System.arraycopy(x, offset, ratios, 0, length);
        LogRatio.of(ratios, Math.scalb(1.0, -median.exponent()), median.high(), median.low(), ratios, length);
        for (int i = 0; i < length; i++) {
            double difference = logs[i] - mu;
            deviations[offset + i] = Math.abs(difference) < FAR ? ratios[i] : difference;
        }
        workspace.giveBack(1, 0);
    }

    /**
     * Computes the median of a narrow distribution, in which ln x and μ agree in so many digits that z is taken from x/exp(μ).
     *
     * @param mu μ
     * @param sigma σ
     * @return exp(μ), or null where the difference of the logarithms is right to rounding
     */
    public static Reduction median(double mu, double sigma) {
        return Math.abs(mu) > NARROW * sigma && Math.abs(mu) < LARGEST ? Reduction.ofExponential(mu) : null;
    }

    /**
     * Writes both scores of each point.
     *
     * @param sigma σ
     * @param z the points' z
     * @param byMu receives ∂ log p/∂μ
     * @param bySigma receives ∂ log p/∂σ
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void scores(double sigma, double[] z, double[] byMu, double[] bySigma, int offset, int length) {
        double scale = 1 / sigma;
        for (int i = offset; i < offset + length; i++) {
            double standard = z[i];
            byMu[i] = standard * scale;
            bySigma[i] = Fma.fma(standard, standard, -1) * scale;
        }
    }
}
