package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the Rayleigh distribution over arrays, with scale σ. With t = x/σ:
 *
 * <pre>
 *     log p      = ln t − t²/2 − ln σ
 *     ∂ log p/∂σ = (t² − 2)/σ
 * </pre>
 *
 * <p>Draw e is σ·√(−2 ln u), with u uniform e of the stream: to 8.57 scales. Outside the support, x &lt; 0, the log density is −∞.
 */
public final class RayleighKernel {
    private RayleighKernel() {}

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
        stream.uniforms(first, x, offset, length);
        Log.log(x, offset, x, offset, length);
        ofLogProbabilitiesAbove(scale, x, offset, length);
    }

    /**
     * Replaces probabilities by their quantiles, σ·√(−2 ln(1 − p)).
     *
     * @param scale σ
     * @param x probabilities, replaced by their quantiles
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void quantile(double scale, double[] x, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] = -x[i];
        }
        Log1p.log1p(x, offset, x, offset, length);
        ofLogProbabilitiesAbove(scale, x, offset, length);
    }

    private static void ofLogProbabilitiesAbove(double scale, double[] x, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            // Adding 0 turns a root of −0 into +0.
            x[i] = Math.sqrt(Fma.fma(x[i], -2, 0)) * scale;
        }
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param scale σ
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(double scale, double[] x, double[] logPdf, int offset, int length) {
        double rate = 1 / scale;
        double constant = -Log.log(scale);
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = x[i] * rate;
        }
        Log.log(logPdf, offset, logPdf, offset, length);
        for (int i = offset; i < offset + length; i++) {
            double t = x[i] * rate;
            // If t is infinite, its square must win over its logarithm.
            logPdf[i] = Fma.fma(t * -0.5, t, Math.min(logPdf[i], Double.MAX_VALUE)) + constant;
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
            double t = x[i] * rate;
            score[i] = Fma.fma(t, t, -2) * rate;
        }
    }
}
