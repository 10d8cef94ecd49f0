package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The exponential distribution over arrays, with mean μ:
 *
 * <pre>
 *     log p      = −x/μ − ln μ
 *     ∂ log p/∂μ = (x/μ − 1)/μ          ∂ log p/∂(1/μ) = μ − x
 * </pre>
 *
 * <p>Draw e is −μ·ln u, with u uniform e of the stream: to 36.7 means. Outside the support, x &lt; 0, the log density is −∞.
 */
public final class ExponentialKernel {
    private ExponentialKernel() {}

    /**
     * Draws.
     *
     * @param mean μ
     * @param stream where the words come from
     * @param first index of the first draw
     * @param x where they go
     * @param offset where they begin
     * @param length how many, at most a block
     */
    public static void sample(double mean, SplitStream stream, long first, double[] x, int offset, int length) {
        stream.uniforms(first, x, offset, length);
        Log.log(x, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] *= -mean;
        }
    }

    /**
     * Quantiles, −μ·ln(1 − p).
     *
     * @param mean μ
     * @param x probabilities, replaced by their quantiles
     * @param offset where they begin
     * @param length how many, at most a block
     */
    public static void quantile(double mean, double[] x, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] = -x[i];
        }
        Log1p.log1p(x, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(x[i], -mean, 0);
        }
    }

    /**
     * Logarithms of the density.
     *
     * @param mean μ
     * @param x the points
     * @param logPdf where the logarithms go
     * @param offset where all begin
     * @param length how many
     */
    public static void logPdf(double mean, double[] x, double[] logPdf, int offset, int length) {
        double scale = -1 / mean;
        double atZero = -Log.log(mean);
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = x[i] < 0 ? Double.NEGATIVE_INFINITY : Fma.fma(x[i], scale, atZero);
        }
    }

    /**
     * Scores of the mean.
     *
     * @param mean μ
     * @param x the points
     * @param score where the scores go
     * @param offset where all begin
     * @param length how many
     */
    public static void scoreOfMean(double mean, double[] x, double[] score, int offset, int length) {
        double scale = 1 / mean;
        for (int i = offset; i < offset + length; i++) {
            score[i] = Fma.fma(x[i], scale, -1) * scale;
        }
    }

    /**
     * Scores of the rate.
     *
     * @param mean μ
     * @param x the points
     * @param score where the scores go
     * @param offset where all begin
     * @param length how many
     */
    public static void scoreOfRate(double mean, double[] x, double[] score, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            score[i] = mean - x[i];
        }
    }
}
