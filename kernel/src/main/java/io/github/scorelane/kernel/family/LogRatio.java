package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;

/**
 * Logarithms of x/m, with m a mean in two doubles, m = high + low: right in relative terms where x is next to m, too. There the
 * points of a distribution of large shape are, whose scores would cancel otherwise.
 *
 * <p>Method: w = x·(1/m), and what rounding w has lost, (x − w·m)/m, is added to log w.
 */
final class LogRatio {
    /**
     * Near 1, the roundings of 1/m, of w and of m itself lose no more than this, together. Far from 1 they do not matter, and their
     * estimate is held to it.
     */
    private static final double MOST_LOST = 0x1p-51;

    private static final double NEAR = 0.5;

    /** A shape from which on a family's points are so near to its scale that rounding their ratio would be seen in scores. */
    static final double NARROW = 64;

    /** Ratios to a mean below this may overflow. */
    private static final double TINY = 0x1p-900;

    private LogRatio() {}

    /**
     * Logarithms of numbers between 0 and 1, or of what they leave of 1, over a shape's share of a sum of shapes.
     *
     * @param x the numbers, from place 0 on
     * @param complement whether what they leave of 1 is asked for
     * @param shape the shape
     * @param sum the sum of all shapes
     * @param logs where ln(x·sum/shape) goes, or ln((1 − x)·sum/shape), from place 0 on; may be x itself
     * @param length how many, at most a block
     */
    static void ofShare(double[] x, boolean complement, double shape, ShapeSum sum, double[] logs, int length) {
        double scaled = shape * sum.unit();
        double mean = scaled / sum.scaled();
        if (!(mean > TINY)) {
            // So far from the mean as all numbers but the very smallest are, nothing cancels.
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
     * Logarithms of ratios.
     *
     * @param x the numbers, from place 0 on
     * @param unit a power of two that they are multiplied by
     * @param high m
     * @param low what is to be added to m
     * @param logs where ln(x·unit/m) goes, from place 0 on; may be x itself
     * @param length how many, at most a block
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
     * Logarithms of ratios of what numbers leave of 1.
     *
     * @param x the numbers, from place 0 on
     * @param high m
     * @param low what is to be added to m
     * @param logs where ln((1 − x)/m) goes, from place 0 on; may be x itself
     * @param length how many, at most a block
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
     * Logarithms of ratios of points to a scale. Next to 1, rounding the ratio is made good; elsewhere it does not matter.
     *
     * @param x the points
     * @param scale what they are divided by
     * @param logs where ln(x/scale) goes; may be x itself
     * @param offset where both begin
     * @param length how many, at most a block
     */
    static void near(double[] x, double scale, double[] logs, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] lost = workspace.doubles();
        for (int i = 0; i < length; i++) {
            double ratio = x[offset + i] / scale;
            double rest = Fma.fma(-ratio, scale, x[offset + i]) / x[offset + i];
            lost[i] = Math.abs(ratio - 1) < NEAR ? rest : 0;
            logs[offset + i] = ratio;
        }
        Log.log(logs, offset, logs, offset, length);
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
