package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the Weibull distribution over arrays, with shape k and scale λ. With w = ln(x/λ) and
 * r = (x/λ)ᵏ:
 *
 * <pre>
 *     log p      = ln k − ln λ + (k − 1)·w − r
 *     ∂ log p/∂k = 1/k + w·(1 − r)          ∂ log p/∂λ = (r − 1)·k/λ
 * </pre>
 *
 * <p>Draw e has r = −ln u, with u uniform e of the stream, w = ln(r)/k and x = λ·exp(w). Outside the support, x &lt; 0, the log
 * density is −∞.
 */
public final class WeibullKernel {
    private WeibullKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param shape k
     * @param scale λ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param logRatio receives their w; may be x itself
     * @param power receives their r; may be x itself
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void sample(double shape, double scale, SplitStream stream, long first, double[] x, double[] logRatio,
            double[] power, int offset, int length) {
        stream.uniforms(first, power, offset, length);
        Log.log(power, offset, power, offset, length);
        ofLogProbabilitiesAbove(shape, scale, x, logRatio, power, offset, length);
    }

    /**
     * Replaces probabilities by their quantiles, λ·(−ln(1 − p))^(1/k).
     *
     * @param shape k
     * @param scale λ
     * @param x probabilities, replaced by their quantiles
     * @param logRatio receives the quantiles' w; may be x itself
     * @param power receives their r; may be x itself
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void quantile(double shape, double scale, double[] x, double[] logRatio, double[] power, int offset,
            int length) {
        for (int i = offset; i < offset + length; i++) {
            power[i] = -x[i];
        }
        Log1p.log1p(power, offset, power, offset, length);
        ofLogProbabilitiesAbove(shape, scale, x, logRatio, power, offset, length);
    }

    private static void ofLogProbabilitiesAbove(double shape, double scale, double[] x, double[] logRatio, double[] power,
            int offset, int length) {
        double exponent = 1 / shape;
        for (int i = offset; i < offset + length; i++) {
            power[i] = -power[i];
        }
        Log.log(power, offset, logRatio, offset, length);
        for (int i = offset; i < offset + length; i++) {
            logRatio[i] *= exponent;
        }
        Exp.exp(logRatio, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] *= scale;
        }
    }

    /**
     * Writes the logarithms and powers of points.
     *
     * @param shape k
     * @param scale λ
     * @param x the points
     * @param logRatio receives their w
     * @param power receives their r
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void statistics(double shape, double scale, double[] x, double[] logRatio, double[] power, int offset,
            int length) {
        if (shape >= LogRatio.NARROW) {
            LogRatio.near(x, scale, logRatio, offset, length);
        } else {
            LogQuotient.of(x, scale, logRatio, offset, length);
        }
        for (int i = offset; i < offset + length; i++) {
            power[i] = logRatio[i] * shape;
        }
        Exp.exp(power, offset, power, offset, length);
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param shape k
     * @param scale λ
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(double shape, double scale, double[] x, double[] logPdf, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] power = workspace.doubles();
        double[] logRatio = workspace.doubles();
        double constant = Log.log(shape) - Log.log(scale);
        double slope = shape - 1;
        // With shape 1 the density at 0 must be neither infinite nor NaN.
        double least = shape == 1 ? -Double.MAX_VALUE : Double.NEGATIVE_INFINITY;
        System.arraycopy(x, offset, logRatio, 0, length);
        statistics(shape, scale, logRatio, logRatio, power, 0, length);
        for (int i = 0; i < length; i++) {
            logRatio[i] = Fma.fma(slope, Math.max(logRatio[i], least), constant) - power[i];
        }
        System.arraycopy(logRatio, 0, logPdf, offset, length);
        workspace.giveBack(2, 0);
        Support.clear(0, Double.MAX_VALUE, x, logPdf, offset, length);
    }

    /**
     * Writes both scores of each point.
     *
     * @param shape k
     * @param scale λ
     * @param logRatio the points' w
     * @param power the points' r
     * @param byShape receives ∂ log p/∂k
     * @param byScale receives ∂ log p/∂λ
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void scores(double shape, double scale, double[] logRatio, double[] power, double[] byShape,
            double[] byScale, int offset, int length) {
        double exponent = 1 / shape;
        ScaledNumber partsOfShape = ScaledNumber.of(shape);
        ScaledNumber partsOfScale = ScaledNumber.of(scale);
        // k/λ may overflow where its product with r − 1 is 0: the exponent is applied in halves.
        double slope = partsOfShape.mantissa() / partsOfScale.mantissa();
        int binary = Math.getExponent(partsOfShape.unit()) - Math.getExponent(partsOfScale.unit());
        double half = Math.scalb(1.0, binary / 2);
        double rest = Math.scalb(1.0, binary - binary / 2);
        for (int i = offset; i < offset + length; i++) {
            double excess = power[i] - 1;
            byShape[i] = Fma.fma(logRatio[i], -excess, exponent);
            byScale[i] = excess * slope * half * rest;
        }
    }
}
