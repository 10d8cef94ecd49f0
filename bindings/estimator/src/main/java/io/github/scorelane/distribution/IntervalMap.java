package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Expm1;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;

/**
 * The map v = (x − centre)/unit + ln(1 − e^((lower − x)/unit)) − ln(1 − e^((x − upper)/unit)), for families on an interval of
 * which either end may be infinite. Far from both ends it is affine; next to an end it is the logarithm of the distance from
 * it. If the interval is much shorter than the unit, it is the logit of the part of the interval below x.
 *
 * <p>Its inverse has a closed form, as e^v = (X − 1)/(K·(1 − X/D)), where X = e^((x − lower)/unit), and K and D are the
 * values of X at the centre and at the upper end.
 */
final class IntervalMap extends LogisticMap {
    /**
     * The length of the interval in units above which x is computed from the centre. In a shorter interval it is computed
     * from the lower end, as the terms of the other formula would cancel.
     */
    private static final double LONG = 8;

    private final double lower;
    private final double upper;
    private final double unit;
    private final double centre;
    /** The distances of the centre from the lower and the upper end, and that of the ends from each other, in units. */
    private final double fromLower;
    private final double fromUpper;
    private final double extent;

    /**
     * Creates the map for a distribution on an interval that is between a normal, an exponential and a uniform one.
     *
     * @param centre the mean, which is used if both ends are infinite
     * @param fromLower the mean's distance from the lower end
     * @param fromUpper the mean's distance from the upper end
     * @param deviation the standard deviation
     */
    static IntervalMap ofMoments(double lower, double upper, double centre, double fromLower, double fromUpper,
            double deviation) {
        double below = fromLower / deviation;
        double above = fromUpper / deviation;
        double unit = deviation / steepness(below, above);
        double extent = (upper - lower) / unit;
        if (below < above) {
            double distance = fromLower * median(below);
            return new IntervalMap(lower, upper, unit, lower + distance, distance / unit, extent - distance / unit);
        }
        if (above < Double.POSITIVE_INFINITY) {
            double distance = fromUpper * median(above);
            return new IntervalMap(lower, upper, unit, upper - distance, extent - distance / unit, distance / unit);
        }
        return new IntervalMap(lower, upper, unit, centre, extent, extent);
    }

    /**
     * Returns the approximate ratio of the median's distance from the nearer end to the mean's distance, which is given in
     * standard deviations. An exponential distribution, whose mean is one deviation from its end, has ln 2, about 0.7.
     */
    private static double median(double deviations) {
        return Math.min(1, 0.4 * deviations + 0.3);
    }

    /**
     * Returns the approximate standard deviation that v should have apart from the effect of the ends, which draw points
     * apart. It is 1 for an exponential distribution, whose mean is one standard deviation from its end; 1.702 for a normal
     * one; and little for a uniform one, which is 3.46 standard deviations wide.
     */
    private static double steepness(double below, double above) {
        double ofEnd = Math.min(NORMAL, 1 + 0.35 * (Math.min(below, above) - 1));
        return ofEnd * Math.max(0.1, Math.min(1, 0.25 * (below + above - 3.4)));
    }

    /**
     * Creates the map that is 0 at the given point. The point's distances from the ends are given as well, in units, because
     * they may be less than the spacing of doubles at the point.
     */
    private IntervalMap(double lower, double upper, double unit, double zero, double below, double above) {
        this.lower = lower;
        this.upper = upper;
        this.unit = unit;
        double shift = Log.log(-Expm1.expm1(-below)) - Log.log(-Expm1.expm1(-above));
        centre = zero + unit * shift;
        fromLower = below + shift;
        fromUpper = above - shift;
        extent = (upper - lower) / unit;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] below = workspace.doubles();
        double[] above = workspace.doubles();
        double inverse = 1 / unit;
        for (int i = 0; i < length; i++) {
            below[i] = (lower - x[offset + i]) * inverse;
            above[i] = (x[offset + i] - upper) * inverse;
        }
        Expm1.expm1(below, 0, below, 0, length);
        Expm1.expm1(above, 0, above, 0, length);
        // Both numbers are at most 0, so the quotient is not negative. At the upper end the divisor is a 0 of either sign, of
        // which the absolute value takes care.
        for (int i = 0; i < length; i++) {
            below[i] = Math.abs(below[i] / above[i]);
        }
        Log.log(below, 0, below, 0, length);
        for (int i = 0; i < length; i++) {
            v[offset + i] = Fma.fma(x[offset + i] - centre, inverse, below[i]);
        }
        workspace.giveBack(2, 0);
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] below = workspace.doubles();
        double[] above = workspace.doubles();
        double[] slopes = workspace.doubles();
        for (int i = 0; i < length; i++) {
            below[i] = -v[offset + i] - fromLower;
            above[i] = v[offset + i] - fromUpper;
        }
        Softplus.of(below, below, slopes, 0, length);
        Softplus.of(above, above, slopes, 0, length);
        double constant = Log.log(unit) + Log.log(-Expm1.expm1(-extent));
        for (int i = 0; i < length; i++) {
            logSlope[offset + i] = constant - below[i] - above[i];
        }
        if (extent > LONG) {
            for (int i = 0; i < length; i++) {
                x[offset + i] = Fma.fma(v[offset + i] + below[i] - above[i], unit, centre);
            }
        } else {
            fromLower(v, slopes, offset, length);
            for (int i = 0; i < length; i++) {
                x[offset + i] = Fma.fma(slopes[i], unit, lower);
            }
        }
        for (int i = offset; i < offset + length; i++) {
            x[i] = Math.max(Math.min(x[i], upper), lower);
        }
        workspace.giveBack(3, 0);
    }

    /**
     * Computes the distances from the lower end in units, which are ln X, from X − 1. In a short interval the softplus
     * functions of the other formula would cancel.
     */
    private void fromLower(double[] v, double[] distances, int offset, int length) {
        for (int i = 0; i < length; i++) {
            distances[i] = -v[offset + i] - fromLower;
        }
        Exp.exp(distances, 0, distances, 0, length);
        double all = -Expm1.expm1(-extent);
        double least = 1 - all;
        for (int i = 0; i < length; i++) {
            distances[i] = all / (distances[i] + least);
        }
        Log1p.log1p(distances, 0, distances, 0, length);
    }
}
