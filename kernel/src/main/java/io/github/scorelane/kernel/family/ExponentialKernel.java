package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the exponential distribution over arrays, with mean μ:
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
     * Writes consecutive draws of the stream into an array.
     *
     * @param mean μ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double mean, SplitStream stream, long first, double[] x, int offset, int length) {
        stream.uniforms(first, x, offset, length);
        Log.log(x, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] *= -mean;
        }
    }

    /**
     * Replaces probabilities by their quantiles, −μ·ln(1 − p).
     *
     * @param mean μ
     * @param x probabilities, replaced by their quantiles
     * @param offset index of the first element
     * @param length number of elements, at most a block
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
     * Writes the logarithm of the density at each point.
     *
     * @param mean μ
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void logPdf(double mean, double[] x, double[] logPdf, int offset, int length) {
        double scale = -1 / mean;
        double atZero = -Log.log(mean);
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = x[i] < 0 ? Double.NEGATIVE_INFINITY : Fma.fma(x[i], scale, atZero);
        }
    }

    /**
     * Writes the scores of the mean.
     *
     * @param mean μ
     * @param x the points
     * @param score receives the scores
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void scoreOfMean(double mean, double[] x, double[] score, int offset, int length) {
        double scale = 1 / mean;
        for (int i = offset; i < offset + length; i++) {
            score[i] = Fma.fma(x[i], scale, -1) * scale;
        }
    }

    /**
     * Writes the scores of the rate.
     *
     * @param mean μ
     * @param x the points
     * @param score receives the scores
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void scoreOfRate(double mean, double[] x, double[] score, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            score[i] = mean - x[i];
        }
    }
}
