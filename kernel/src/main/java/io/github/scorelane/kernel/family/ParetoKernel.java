package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the Pareto distribution of the first kind over arrays, with shape α, and a scale k
 * that is the support's end. With w = ln(x/k):
 *
 * <pre>
 *     log p      = ln α − ln k − (α + 1)·w
 *     ∂ log p/∂α = 1/α − w
 * </pre>
 *
 * <p>Draw e has w = −ln(u)/α, with u uniform e of the stream, and x = k·exp(w). Outside the support, x &lt; k, the log density is
 * −∞.
 */
public final class ParetoKernel {
    private ParetoKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param scale k
     * @param shape α
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param logRatio receives their w; may be x itself
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void sample(double scale, double shape, SplitStream stream, long first, double[] x, double[] logRatio,
            int offset, int length) {
        stream.uniforms(first, logRatio, offset, length);
        Log.log(logRatio, offset, logRatio, offset, length);
        ofLogProbabilitiesAbove(scale, shape, x, logRatio, offset, length);
    }

    /**
     * Replaces probabilities by their quantiles, k·(1 − p)^(−1/α).
     *
     * @param scale k
     * @param shape α
     * @param x probabilities, replaced by their quantiles
     * @param logRatio receives the quantiles' w; may be x itself
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void quantile(double scale, double shape, double[] x, double[] logRatio, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            logRatio[i] = -x[i];
        }
        Log1p.log1p(logRatio, offset, logRatio, offset, length);
        ofLogProbabilitiesAbove(scale, shape, x, logRatio, offset, length);
    }

    private static void ofLogProbabilitiesAbove(double scale, double shape, double[] x, double[] logRatio, int offset,
            int length) {
        double exponent = -1 / shape;
        for (int i = offset; i < offset + length; i++) {
            logRatio[i] *= exponent;
        }
        Exp.exp(logRatio, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] *= scale;
        }
    }

    /**
     * Writes the logarithms ln(x/k) of points.
     *
     * @param scale k
     * @param shape α
     * @param x the points
     * @param logRatio receives their w
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logRatio(double scale, double shape, double[] x, double[] logRatio, int offset, int length) {
        if (shape >= LogRatio.NARROW) {
            LogRatio.near(x, scale, logRatio, offset, length);
        } else {
            LogQuotient.of(x, scale, logRatio, offset, length);
        }
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param scale k
     * @param shape α
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(double scale, double shape, double[] x, double[] logPdf, int offset, int length) {
        double constant = Log.log(shape) - Log.log(scale);
        double slope = -(shape + 1);
        logRatio(scale, shape, x, logPdf, offset, length);
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = Fma.fma(slope, logPdf[i], constant);
        }
        Support.clear(scale, Double.MAX_VALUE, x, logPdf, offset, length);
    }

    /**
     * Writes the score of each point.
     *
     * @param shape α
     * @param logRatio the points' w
     * @param score receives ∂ log p/∂α
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void scores(double shape, double[] logRatio, double[] score, int offset, int length) {
        double mean = 1 / shape;
        for (int i = offset; i < offset + length; i++) {
            score[i] = mean - logRatio[i];
        }
    }
}
