package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * Computes draws, log densities and scores of the uniform distribution over arrays, on a ≤ x ≤ b, with log p = −ln(b − a).
 *
 * <p>Draw e is the quantile of uniform e of the stream, (1 − u)·a + u·b, rounded twice and never outside the bounds.
 */
public final class UniformKernel {
    private UniformKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param lower a
     * @param upper b
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double lower, double upper, SplitStream stream, long first, double[] x, int offset, int length) {
        stream.uniforms(first, x, offset, length);
        quantile(lower, upper, x, offset, length);
    }

    /**
     * Replaces probabilities by their quantiles.
     *
     * @param lower a
     * @param upper b
     * @param x probabilities, replaced by their quantiles
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void quantile(double lower, double upper, double[] x, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] = Math.max(lower, Math.min(upper, Fma.fma(x[i], upper, (1 - x[i]) * lower)));
        }
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param lower a
     * @param upper b
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void logPdf(double lower, double upper, double[] x, double[] logPdf, int offset, int length) {
        // The width is made of quarters, which are not infinite if the bounds are finite.
        double inside = -Log.log(upper / 4 - lower / 4) - 2 * Log.log(2);
        Arrays.fill(logPdf, offset, offset + length, inside);
        Support.clear(lower, upper, x, logPdf, offset, length);
    }
}
