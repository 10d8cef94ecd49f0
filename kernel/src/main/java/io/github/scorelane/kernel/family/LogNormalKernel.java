package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Probit;
import io.github.scorelane.kernel.math.Reduction;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The log-normal distribution over arrays: ln x is normal with mean μ and standard deviation σ. With z = (ln x − μ)/σ:
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

    /** With a larger ratio of μ to σ, digits cancel that scores need. */
    private static final double NARROW = 64;
    /** Beyond ±708, exp(μ) or its reciprocal is not a normal double. */
    private static final double LARGEST = 708;
    private static final double FAR = 100;

    private LogNormalKernel() {}

    /**
     * Draws.
     *
     * @param mu μ
     * @param sigma σ
     * @param stream where the words come from
     * @param first index of the first draw
     * @param x where they go
     * @param offset where they begin
     * @param length how many, at most a block
     */
    public static void sample(double mu, double sigma, SplitStream stream, long first, double[] x, int offset, int length) {
        NormalSampler.sample(mu, sigma, stream, first, x, offset, length);
        Exp.exp(x, offset, x, offset, length);
    }

    /**
     * Draws, and the normal draws that they are made of.
     *
     * @param mu μ
     * @param sigma σ
     * @param stream where the words come from
     * @param first index of the first draw
     * @param x where they go
     * @param z where their z go
     * @param offset where all begin
     * @param length how many, at most a block
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
     * Quantiles, exp(μ + σ·Φ⁻¹(p)).
     *
     * @param mu μ
     * @param sigma σ
     * @param x probabilities, replaced by their quantiles
     * @param z where the quantiles' z go; may be x itself
     * @param offset where both begin
     * @param length how many, at most a block
     */
    public static void quantile(double mu, double sigma, double[] x, double[] z, int offset, int length) {
        Probit.probit(x, offset, z, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(sigma, z[i], mu);
        }
        Exp.exp(x, offset, x, offset, length);
    }

    /**
     * The normal numbers of points.
     *
     * @param mu μ
     * @param sigma σ
     * @param median {@link #median} of both
     * @param x the points
     * @param z where their z go
     * @param offset where all begin
     * @param length how many, at most a block
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
     * Logarithms of the density.
     *
     * @param mu μ
     * @param sigma σ
     * @param median {@link #median} of both
     * @param x the points
     * @param logPdf where the logarithms go
     * @param offset where all begin
     * @param length how many, at most a block
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

    /** ln x − μ: by x/exp(μ) where ln x and μ are so near that their difference would cancel. */
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
     * The median of a narrow distribution, where ln x and μ agree in so many digits that z is taken from x/exp(μ).
     *
     * @param mu μ
     * @param sigma σ
     * @return exp(μ), or null where the difference of the logarithms is right to rounding
     */
    public static Reduction median(double mu, double sigma) {
        return Math.abs(mu) > NARROW * sigma && Math.abs(mu) < LARGEST ? Reduction.ofExponential(mu) : null;
    }

    /**
     * Both scores.
     *
     * @param sigma σ
     * @param z the points' z
     * @param byMu where ∂ log p/∂μ goes
     * @param bySigma where ∂ log p/∂σ goes
     * @param offset where all begin
     * @param length how many, at most a block
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
