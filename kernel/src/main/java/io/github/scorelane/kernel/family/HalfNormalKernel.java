package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Probit;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the half-normal distribution over arrays, that of |x| with x normal about 0, with
 * scale σ. With z = x/σ:
 *
 * <pre>
 *     log p      = −z²/2 − ln σ + ½ ln(2/π)
 *     ∂ log p/∂σ = (z² − 1)/σ
 * </pre>
 *
 * <p>Draw e is |σ·z|, with z draw e of {@link NormalSampler}. Outside the support, x &lt; 0, the log density is −∞.
 */
public final class HalfNormalKernel {
    private static final double HALF_LOG_TWO_OVER_PI = -0.22579135264472744;
    private static final double ROOT_OF_HALF_PI = 1.2533141373155003;

    private HalfNormalKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param scale σ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double scale, SplitStream stream, long first, double[] x, int offset, int length) {
        NormalSampler.sample(0, scale, stream, first, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Math.abs(x[i]);
        }
    }

    /**
     * Replaces probabilities by their quantiles, −σ·Φ⁻¹((1 − p)/2). The rounding error of 1 − p, which matters for a small p, is
     * put back by the slope there.
     *
     * @param scale σ
     * @param x probabilities, replaced by their quantiles
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void quantile(double scale, double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] lost = workspace.doubles();
        for (int i = 0; i < length; i++) {
            double p = x[offset + i];
            double rest = 1 - p;
            lost[i] = p - (1 - rest);
            x[offset + i] = rest * 0.5;
        }
        Probit.probit(x, offset, x, offset, length);
        for (int i = 0; i < length; i++) {
            x[offset + i] = Fma.fma(lost[i], ROOT_OF_HALF_PI, Math.abs(x[offset + i])) * scale;
        }
        workspace.giveBack(1, 0);
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param scale σ
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void logPdf(double scale, double[] x, double[] logPdf, int offset, int length) {
        double rate = 1 / scale;
        double atZero = HALF_LOG_TWO_OVER_PI - Log.log(scale);
        for (int i = offset; i < offset + length; i++) {
            double z = x[i] * rate;
            logPdf[i] = Fma.fma(z * -0.5, z, atZero);
        }
        Support.clear(0, Double.MAX_VALUE, x, logPdf, offset, length);
    }

    /**
     * Writes the score of each point.
     *
     * @param scale σ
     * @param x the points
     * @param score receives ∂ log p/∂σ
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void scores(double scale, double[] x, double[] score, int offset, int length) {
        double rate = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            double z = x[i] * rate;
            score[i] = Fma.fma(z, z, -1) * rate;
        }
    }
}
