package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.LogMinusDigamma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the gamma distribution over arrays, with shape α and scale θ. With l = ln(x/(αθ)),
 * the logarithm of a point over the mean:
 *
 * <pre>
 *     log p      = (α − 1)·ln x − x/θ − ln Γ(α) − α·ln θ
 *     ∂ log p/∂α = l + ln α − ψ(α)
 *     ∂ log p/∂θ = (x/θ − α)/θ
 * </pre>
 *
 * <p>Draws are θ times those of {@link GammaSampler}. Parameters are the callers' to check. Outside the support, x &lt; 0, the log
 * density is −∞.
 */
public final class GammaKernel {
    /** Shape from which on ln x and the logarithm of the mean would cancel. */
    private static final double LARGE = 64;
    /** Shape from which on its multiples may overflow, and their inverses be subnormal. */
    private static final double HUGE = 0x1p1000;
    private static final int FEWER = 16;

    private GammaKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param shape α
     * @param scale θ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double shape, double scale, SplitStream stream, long first, double[] x, int offset, int length) {
        if (offset == 0) {
            GammaSampler.sample(shape, stream, first, x, length);
            multiply(x, scale, length);
            return;
        }
        Workspace workspace = Workspace.ofThread();
        double[] draws = workspace.doubles();
        sample(shape, scale, stream, first, draws, 0, length);
        System.arraycopy(draws, 0, x, offset, length);
        workspace.giveBack(1, 0);
    }

    /**
     * Writes draws, and the logarithms of their ratios to the mean.
     *
     * @param shape α
     * @param scale θ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param logRatios receives l, finite where x is 0 as a double
     * @param offset index of the first element in both arrays
     * @param length number of elements, at most a block
     */
    public static void sample(double shape, double scale, SplitStream stream, long first, double[] x, double[] logRatios,
            int offset, int length) {
        if (offset == 0) {
            sampleWithLogRatios(shape, scale, stream, first, x, logRatios, length);
            return;
        }
        Workspace workspace = Workspace.ofThread();
        double[] draws = workspace.doubles();
        double[] logs = workspace.doubles();
        sampleWithLogRatios(shape, scale, stream, first, draws, logs, length);
        System.arraycopy(draws, 0, x, offset, length);
        System.arraycopy(logs, 0, logRatios, offset, length);
        workspace.giveBack(2, 0);
    }

    private static void sampleWithLogRatios(double shape, double scale, SplitStream stream, long first, double[] x,
            double[] logRatios, int length) {
        if (shape < LARGE) {
            GammaSampler.sample(shape, stream, first, x, logRatios, length);
            double logShape = Log.log(shape);
            for (int i = 0; i < length; i++) {
                logRatios[i] -= logShape;
            }
        } else {
            GammaSampler.sample(shape, stream, first, x, length);
            double unit = unit(1, shape);
            LogRatio.of(x, unit, shape * unit, 0, logRatios, length);
        }
        multiply(x, scale, length);
    }

    /**
     * Writes the logarithms of the ratios of points to the mean.
     *
     * @param shape α
     * @param scale θ
     * @param x the points
     * @param logRatios receives l
     * @param offset index of the first element in both arrays
     * @param length number of elements, at most a block
     */
    public static void logRatios(double shape, double scale, double[] x, double[] logRatios, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] points = workspace.doubles();
        System.arraycopy(x, offset, points, 0, length);
        logRatios(shape, scale, points, points, length);
        System.arraycopy(points, 0, logRatios, offset, length);
        workspace.giveBack(1, 0);
    }

    private static void logRatios(double shape, double scale, double[] x, double[] logRatios, int length) {
        double unit = unit(scale, shape);
        double mean = shape * (scale * unit);
        LogRatio.of(x, unit, mean, Fma.fma(shape, scale * unit, -mean), logRatios, length);
    }

    /** Returns a power of two that brings the scale between 1 and 2, so that nothing overflows; it is less if the shape is huge. */
    private static double unit(double scale, double shape) {
        return Math.scalb(1.0, -Math.getExponent(scale) - (shape > HUGE ? FEWER : 0));
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param shape α
     * @param scale θ
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
        double unit = unit(scale, shape);
        double scaled = scale * unit;
        double inverse = 1 / (shape * scaled);
        for (int i = 0; i < length; i++) {
            distances[i] = Fma.fma(-shape, scaled, points[i] * unit) * inverse;
        }
        GammaDensity.of(shape, -1, -Log.log(scale), distances, results, length);
        for (int i = 0; i < length; i++) {
            if (!(points[i] > 0 && distances[i] < Double.POSITIVE_INFINITY)) {
                results[i] = logPdfAtEnd(shape, scale, points[i]);
            }
        }
        System.arraycopy(results, 0, logPdf, offset, length);
        workspace.giveBack(3, 0);
    }

    private static double logPdfAtEnd(double shape, double scale, double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (x != 0 || shape > 1) {
            return Double.NEGATIVE_INFINITY;
        }
        return shape < 1 ? Double.POSITIVE_INFINITY : -Log.log(scale);
    }

    /**
     * Writes the scores of the shape.
     *
     * @param logMinusDigamma number that is added to l: ln α − ψ(α), {@link LogMinusDigamma} of the shape
     * @param logRatios l of the points
     * @param score receives the scores
     * @param offset index of the first element in both arrays
     * @param length number of elements
     */
    public static void scoreOfShape(double logMinusDigamma, double[] logRatios, double[] score, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            score[i] = logRatios[i] + logMinusDigamma;
        }
    }

    /**
     * Writes the scores of the scale.
     *
     * @param shape α
     * @param scale θ
     * @param x the points
     * @param score receives the scores
     * @param offset index of the first element in both arrays
     * @param length number of elements
     */
    public static void scoreOfScale(double shape, double scale, double[] x, double[] score, int offset, int length) {
        double inverse = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            score[i] = Fma.fma(-shape, scale, x[i]) * inverse * inverse;
        }
    }

    private static void multiply(double[] draws, double scale, int length) {
        for (int i = 0; i < length; i++) {
            draws[i] *= scale;
        }
    }
}
