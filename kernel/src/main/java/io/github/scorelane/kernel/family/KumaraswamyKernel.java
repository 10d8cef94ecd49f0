package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Expm1;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.math.Log1pMinusX;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the Kumaraswamy distribution over arrays, with shapes a and b. With y = xᵃ, l = ln y,
 * k = ln(1 − y) and h = l·y/(1 − y):
 *
 * <pre>
 *     log p      = ln ab + (a − 1)·ln x + (b − 1)·k
 *     ∂ log p/∂a = (1 + l − (b − 1)·h)/a          ∂ log p/∂b = 1/b + k
 * </pre>
 *
 * <p>Draw e has k = ln(u)/b, with u uniform e of the stream, and x = y^(1/a). The parts of h are finite also if y rounds to 1:
 * there h is its limit, −1. Outside the support, x &lt; 0 or x &gt; 1, the log density is −∞.
 */
public final class KumaraswamyKernel {
    /** Greatest number below 1, and its logarithm. */
    private static final double ALMOST_1 = 0x1.fffffffffffffp-1;
    private static final double LOG_ALMOST_1 = -0x1p-53;

    /** Value of b below which a score of a is so small that terms of the size of 1 would be seen to cancel. */
    private static final double SMALL = 0x1p-10;

    private KumaraswamyKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param a a
     * @param b b
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double a, double b, SplitStream stream, long first, double[] x, int offset, int length) {
        stream.uniforms(first, x, offset, length);
        Log.log(x, offset, x, offset, length);
        scale(1 / b, x, offset, length);
        power(x, x, offset, length);
        Log.log(x, offset, x, offset, length);
        root(a, x, x, offset, length);
    }

    /**
     * Writes draws, and the statistics of which their scores are made.
     *
     * @param a a
     * @param b b
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param logPower receives their l
     * @param logRest receives their k
     * @param slope receives their h
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void sample(double a, double b, SplitStream stream, long first, double[] x, double[] logPower,
            double[] logRest, double[] slope, int offset, int length) {
        stream.uniforms(first, logRest, offset, length);
        Log.log(logRest, offset, logRest, offset, length);
        scale(1 / b, logRest, offset, length);
        ofLogRest(logPower, logRest, slope, offset, length);
        root(a, logPower, x, offset, length);
    }

    /**
     * Replaces probabilities by their quantiles, (1 − (1 − p)^(1/b))^(1/a).
     *
     * @param a a
     * @param b b
     * @param x probabilities, replaced by their quantiles
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void quantile(double a, double b, double[] x, int offset, int length) {
        scale(-1, x, offset, length);
        Log1p.log1p(x, offset, x, offset, length);
        scale(1 / b, x, offset, length);
        Expm1.expm1(x, offset, x, offset, length);
        scale(-1, x, offset, length);
        Log.log(x, offset, x, offset, length);
        root(a, x, x, offset, length);
    }

    /**
     * Replaces probabilities by their quantiles, and writes the statistics of which scores are made: the same numbers as a draw's,
     * also where x rounds.
     *
     * @param a a
     * @param b b
     * @param x probabilities, replaced by their quantiles
     * @param logPower receives their l
     * @param logRest receives their k
     * @param slope receives their h
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void quantile(double a, double b, double[] x, double[] logPower, double[] logRest, double[] slope, int offset,
            int length) {
        for (int i = offset; i < offset + length; i++) {
            logRest[i] = -x[i];
        }
        Log1p.log1p(logRest, offset, logRest, offset, length);
        scale(1 / b, logRest, offset, length);
        Expm1.expm1(logRest, offset, x, offset, length);
        scale(-1, x, offset, length);
        Log.log(x, offset, x, offset, length);
        root(a, x, x, offset, length);
        ofLogRest(logPower, logRest, slope, offset, length);
    }

    /** Computes l and h from k. */
    private static void ofLogRest(double[] logPower, double[] logRest, double[] slope, int offset, int length) {
        power(logRest, slope, offset, length);
        Log.log(slope, offset, logPower, offset, length);
        for (int i = offset; i < offset + length; i++) {
            double power = Math.min(slope[i], ALMOST_1);
            slope[i] = Math.min(logPower[i], LOG_ALMOST_1) * power / (1 - power);
        }
    }

    /** Computes y from its k: 1 − exp k, and not 0. */
    private static void power(double[] logRest, double[] power, int offset, int length) {
        Expm1.expm1(logRest, offset, power, offset, length);
        for (int i = offset; i < offset + length; i++) {
            power[i] = Math.max(-power[i], Double.MIN_NORMAL);
        }
    }

    /** Computes x from its l. */
    private static void root(double a, double[] logPower, double[] x, int offset, int length) {
        double exponent = 1 / a;
        for (int i = offset; i < offset + length; i++) {
            x[i] = logPower[i] * exponent;
        }
        Exp.exp(x, offset, x, offset, length);
    }

    private static void scale(double factor, double[] x, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] *= factor;
        }
    }

    /**
     * Writes the statistics of which the scores of points are made. At 0 and 1 they are those of the next number between.
     *
     * @param a a
     * @param x the points
     * @param logPower receives their l
     * @param logRest receives their k
     * @param slope receives their h
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void statistics(double a, double[] x, double[] logPower, double[] logRest, double[] slope, int offset,
            int length) {
        for (int i = offset; i < offset + length; i++) {
            logPower[i] = Math.max(Double.MIN_VALUE, Math.min(ALMOST_1, x[i]));
        }
        Log.log(logPower, offset, logPower, offset, length);
        scale(a, logPower, offset, length);
        Exp.exp(logPower, offset, slope, offset, length);
        Expm1.expm1(logPower, offset, logRest, offset, length);
        for (int i = offset; i < offset + length; i++) {
            slope[i] = -(logPower[i] * slope[i] / logRest[i]);
        }
        logRest(logPower, offset, logRest, offset, length);
    }

    /** Computes k from l. */
    private static void logRest(double[] logPower, int offset, double[] logRest, int restOffset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] power = workspace.doubles();
        double[] rest = workspace.doubles();
        Exp.exp(logPower, offset, power, 0, length);
        Expm1.expm1(logPower, offset, rest, 0, length);
        // k is ln(1 + −y), or ln(1 − y) if y is above a half: the other one would have lost its digits.
        for (int i = 0; i < length; i++) {
            rest[i] = -rest[i];
            power[i] = -power[i];
        }
        Log.log(rest, 0, rest, 0, length);
        Log1p.log1p(power, 0, power, 0, length);
        for (int i = 0; i < length; i++) {
            logRest[restOffset + i] = power[i] > -0.5 ? power[i] : rest[i];
        }
        workspace.giveBack(2, 0);
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param a a
     * @param b b
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(double a, double b, double[] x, double[] logPdf, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] logRest = workspace.doubles();
        double constant = Log.log(a) + Log.log(b);
        double ofLog = (a - 1) / a;
        double ofLogRest = b - 1;
        // With a or b 1 the density at an end must be neither infinite nor NaN.
        double leastLog = a == 1 ? -Double.MAX_VALUE : Double.NEGATIVE_INFINITY;
        double leastLogRest = b == 1 ? -Double.MAX_VALUE : Double.NEGATIVE_INFINITY;
        Log.log(x, offset, logPdf, offset, length);
        scale(a, logPdf, offset, length);
        logRest(logPdf, offset, logRest, 0, length);
        for (int i = offset; i < offset + length; i++) {
            double rest = Fma.fma(ofLogRest, Math.max(logRest[i - offset], leastLogRest), constant);
            logPdf[i] = Fma.fma(ofLog, Math.max(logPdf[i], leastLog), rest);
        }
        workspace.giveBack(1, 0);
        Support.clear(0, 1, x, logPdf, offset, length);
    }

    /**
     * Writes both scores of each point.
     *
     * @param a a
     * @param b b
     * @param logPower the points' l
     * @param logRest their k
     * @param slope their h
     * @param byA receives ∂ log p/∂a
     * @param byB receives ∂ log p/∂b
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void scores(double a, double b, double[] logPower, double[] logRest, double[] slope, double[] byA,
            double[] byB, int offset, int length) {
        double exponent = 1 / a;
        double mean = 1 / b;
        double less = 1 - b;
        if (b < SMALL) {
            scoresOfSmall(a, b, logPower, slope, byA, offset, length);
            for (int i = offset; i < offset + length; i++) {
                byB[i] = logRest[i] + mean;
            }
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            byA[i] = Fma.fma(less, slope[i], logPower[i] + 1) * exponent;
            byB[i] = logRest[i] + mean;
        }
    }

    /**
     * Writes the scores of a for a small b, with which x^a is nearly 1, and 1 + l + h cancels: with e = x^a − 1 it is −(ln(1 + e) −
     * e)/e.
     */
    private static void scoresOfSmall(double a, double b, double[] logPower, double[] slope, double[] byA, int offset,
            int length) {
        Workspace workspace = Workspace.ofThread();
        double[] e = workspace.doubles();
        double[] curve = workspace.doubles();
        System.arraycopy(logPower, offset, e, 0, length);
        Expm1.expm1(e, 0, e, 0, length);
        Log1pMinusX.log1pMinusX(e, 0, curve, 0, length);
        double exponent = 1 / a;
        for (int i = 0; i < length; i++) {
            // Far from x = 1 nothing cancels, and e is near −1, so that its logarithm would be lost.
            double cancelled = e[i] < -0.5 ? (e[i] - logPower[offset + i]) / e[i] : e[i] == 0 ? 0 : -curve[i] / e[i];
            byA[offset + i] = Fma.fma(-b, slope[offset + i], cancelled) * exponent;
        }
        workspace.giveBack(2, 0);
    }
}
