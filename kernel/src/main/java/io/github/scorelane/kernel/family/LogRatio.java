package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;

/**
 * Computes logarithms of x/m, with m a mean in two doubles, m = high + low. They are right in relative terms next to m, too, where
 * the points of a distribution of large shape lie, whose scores would cancel otherwise.
 *
 * <p>Method: w = x·(1/m), and its rounding error, (x − w·m)/m, is added to log w.
 */
final class LogRatio {
    /**
     * Bound of the error that the roundings of 1/m, of w and of m make together near 1. Far from 1 they do not matter, and their
     * estimate is held to it.
     */
    private static final double MOST_LOST = 0x1p-51;

    private static final double NEAR = 0.5;

    /** Shape from which on a family's points are so near to its scale that rounding their ratio would be seen in scores. */
    static final double NARROW = 64;

    /** Mean below which ratios to it may overflow. */
    private static final double TINY = 0x1p-900;

    private LogRatio() {}

    /**
     * Writes logarithms of numbers between 0 and 1, or of 1 less these, over a shape's share of a sum of shapes.
     *
     * @param x the numbers, from place 0 on
     * @param complement true if 1 less the numbers is taken
     * @param shape the shape
     * @param sum the sum of all shapes
     * @param logs receives ln(x·sum/shape), or ln((1 − x)·sum/shape), from place 0 on; may be x itself
     * @param length number of elements, at most a block
     */
    static void ofShare(double[] x, boolean complement, double shape, ShapeSum sum, double[] logs, int length) {
        double scaled = shape * sum.unit();
        double mean = scaled / sum.scaled();
        if (!(mean > TINY)) {
            // Nothing cancels so far from the mean as all numbers but the very smallest are.
            double atMean = sum.log() - Log.log(shape);
            for (int i = 0; i < length; i++) {
                logs[i] = (complement ? Log1p.log1p(-x[i]) : Log.log(x[i])) + atMean;
            }
            return;
        }
        double low = Fma.fma(-mean, sum.low(), Fma.fma(-mean, sum.scaled(), scaled)) / sum.scaled();
        if (complement) {
            ofComplement(x, mean, low, logs, length);
        } else {
            of(x, 1, mean, low, logs, length);
        }
    }

    /**
     * Writes logarithms of ratios.
     *
     * @param x the numbers, from place 0 on
     * @param unit a power of two that they are multiplied by
     * @param high m
     * @param low rest that is to be added to m
     * @param logs receives ln(x·unit/m), from place 0 on; may be x itself
     * @param length number of elements, at most a block
     */
    static void of(double[] x, double unit, double high, double low, double[] logs, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] lost = workspace.doubles();
        double inverse = 1 / high;
        for (int i = 0; i < length; i++) {
            double scaled = x[i] * unit;
            double w = scaled * inverse;
            double rest = Fma.fma(-w, low, Fma.fma(-w, high, scaled)) * inverse;
            lost[i] = Math.min(Math.max(rest, -MOST_LOST), MOST_LOST);
            logs[i] = w;
        }
        log(logs, lost, length);
        workspace.giveBack(1, 0);
    }

    /**
     * Writes logarithms of ratios of 1 less the numbers.
     *
     * @param x the numbers, from place 0 on
     * @param high m
     * @param low rest that is to be added to m
     * @param logs receives ln((1 − x)/m), from place 0 on; may be x itself
     * @param length number of elements, at most a block
     */
    private static void ofComplement(double[] x, double high, double low, double[] logs, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] lost = workspace.doubles();
        double inverse = 1 / high;
        for (int i = 0; i < length; i++) {
            double complement = 1 - x[i];
            double w = complement * inverse;
            double rest = Fma.fma(-w, low, Fma.fma(-w, high, complement) + ((1 - complement) - x[i])) * inverse;
            lost[i] = Math.min(Math.max(rest, -MOST_LOST), MOST_LOST);
            logs[i] = w;
        }
        log(logs, lost, length);
        workspace.giveBack(1, 0);
    }

    /**
     * Writes logarithms of ratios of points to a scale. Next to 1 the ratio's rounding error is put back; elsewhere it does not
     * matter, and a ratio may overflow or underflow.
     *
     * @param x the points
     * @param scale number that they are divided by
     * @param logs receives ln(x/scale); may be x itself
     * @param offset index of the first element in both arrays
     * @param length number of elements, at most a block
     */
    static void near(double[] x, double scale, double[] logs, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] lost = workspace.doubles();
        for (int i = 0; i < length; i++) {
            double ratio = x[offset + i] / scale;
            double rest = Fma.fma(-ratio, scale, x[offset + i]) / x[offset + i];
            lost[i] = Math.abs(ratio - 1) < NEAR ? rest : 0;
        }
        LogQuotient.of(x, scale, logs, offset, length);
        for (int i = 0; i < length; i++) {
            logs[offset + i] += lost[i];
        }
        workspace.giveBack(1, 0);
    }

    private static void log(double[] logs, double[] lost, int length) {
        Log.log(logs, 0, logs, 0, length);
        for (int i = 0; i < length; i++) {
            logs[i] += lost[i];
        }
    }
}
