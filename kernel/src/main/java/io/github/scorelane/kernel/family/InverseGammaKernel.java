package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the inverse gamma distribution over arrays, with shape α and scale β. A point is x =
 * β/y with y a gamma variable of shape α and scale 1; with l = ln(y/α):
 *
 * <pre>
 *     log p      = (α + 1)·ln y − y − ln Γ(α) − ln β
 *     ∂ log p/∂α = l + ln α − ψ(α)
 *     ∂ log p/∂β = (α − y)/β
 * </pre>
 *
 * <p>Draws are β over those of {@link GammaSampler}; they are infinite where those are below β/1.8·10^308. Parameters are the
 * callers' to check. Outside the support, x ≤ 0, the log density is −∞.
 */
public final class InverseGammaKernel {
    private static final int MOST = 1000;

    private InverseGammaKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param shape α
     * @param scale β
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double shape, double scale, SplitStream stream, long first, double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] draws = workspace.doubles();
        GammaSampler.sample(shape, stream, first, draws, length);
        divide(scale, draws, length);
        System.arraycopy(draws, 0, x, offset, length);
        workspace.giveBack(1, 0);
    }

    /**
     * Writes draws, and the statistics of which their scores are made.
     *
     * @param shape α
     * @param scale β
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param logRatios receives l, finite where y is 0 as a double
     * @param distances receives α − y
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void sample(double shape, double scale, SplitStream stream, long first, double[] x, double[] logRatios,
            double[] distances, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] draws = workspace.doubles();
        double[] logs = workspace.doubles();
        GammaKernel.sample(shape, 1, stream, first, draws, logs, 0, length);
        System.arraycopy(logs, 0, logRatios, offset, length);
        for (int i = 0; i < length; i++) {
            logs[i] = shape - draws[i];
        }
        System.arraycopy(logs, 0, distances, offset, length);
        divide(scale, draws, length);
        System.arraycopy(draws, 0, x, offset, length);
        workspace.giveBack(2, 0);
    }

    /**
     * Writes the statistics of which the scores of points are made.
     *
     * @param shape α
     * @param scale β
     * @param x the points
     * @param logRatios receives l
     * @param distances receives α − y
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void statistics(double shape, double scale, double[] x, double[] logRatios, double[] distances, int offset,
            int length) {
        Workspace workspace = Workspace.ofThread();
        double[] points = workspace.doubles();
        System.arraycopy(x, offset, points, 0, length);
        logRatios(shape, scale, points, points, length);
        System.arraycopy(points, 0, logRatios, offset, length);
        for (int i = offset; i < offset + length; i++) {
            distances[i] = Fma.fma(shape, x[i], -scale) / x[i];
        }
        workspace.giveBack(1, 0);
    }

    private static void logRatios(double shape, double scale, double[] x, double[] logRatios, int length) {
        // The unit is a power of two that brings the mean, scale/shape, between ½ and 2, so that nothing overflows or loses digits.
        int exponent = Math.getExponent(shape) - Math.getExponent(scale);
        double unit = Math.scalb(1.0, Math.max(-MOST, Math.min(MOST, exponent)));
        double scaled = scale * unit;
        double ratio = scaled / shape;
        LogRatio.of(x, unit, ratio, Fma.fma(-ratio, shape, scaled) / shape, logRatios, length);
        for (int i = 0; i < length; i++) {
            logRatios[i] = -logRatios[i];
        }
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param shape α
     * @param scale β
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in both arrays
     * @param length number of elements, at most a block
     */
    public static void logPdf(double shape, double scale, double[] x, double[] logPdf, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] points = workspace.doubles();
        double[] results = workspace.doubles();
        double[] distances = workspace.doubles();
        System.arraycopy(x, offset, points, 0, length);
        logRatios(shape, scale, points, results, length);
        double inverse = -1 / shape;
        for (int i = 0; i < length; i++) {
            distances[i] = Fma.fma(shape, points[i], -scale) / points[i] * inverse;
        }
        GammaDensity.of(shape, 1, -Log.log(scale), distances, results, length);
        for (int i = 0; i < length; i++) {
            if (!(points[i] > 0 && results[i] > Double.NEGATIVE_INFINITY)) {
                results[i] = Double.isNaN(points[i]) ? points[i] : Double.NEGATIVE_INFINITY;
            }
        }
        System.arraycopy(results, 0, logPdf, offset, length);
        workspace.giveBack(3, 0);
    }

    /**
     * Writes the scores of the scale. The scores of the shape are computed by {@link GammaKernel#scoreOfShape}.
     *
     * @param scale β
     * @param distances α − y of the points
     * @param score receives the scores
     * @param offset index of the first element in both arrays
     * @param length number of elements
     */
    public static void scoreOfScale(double scale, double[] distances, double[] score, int offset, int length) {
        double inverse = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            score[i] = distances[i] * inverse;
        }
    }

    private static void divide(double scale, double[] draws, int length) {
        for (int i = 0; i < length; i++) {
            draws[i] = scale / draws[i];
        }
    }
}
