package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Expm1;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;

/**
 * v = (x − centre)/unit + ln(1 − e^((lower − x)/unit)) − ln(1 − e^((x − upper)/unit)), for families on an interval, of which either
 * end may be infinite. Far from both ends it is affine, next to an end the logarithm of the distance; and if the interval is much
 * shorter than the unit, it is the logit of the part of it below x.
 *
 * <p>Its inverse is in closed form: e^v = (X − 1)/(K·(1 − X/D)) with X = e^((x − lower)/unit), K and D the same at the centre and
 * the upper end.
 */
final class IntervalMap extends LogisticMap {
    /** With so many units, and more, the ends are so far apart that x is computed from the centre, not from the lower end. */
    private static final double LONG = 8;

    private final double lower;
    private final double upper;
    private final double unit;
    private final double centre;
    /** Distances of the centre from both ends, and of the ends, in units. */
    private final double fromLower;
    private final double fromUpper;
    private final double extent;

    /**
     * The map that suits a distribution between a normal, an exponential and a uniform one.
     *
     * @param centre its mean, if both ends are infinite
     * @param fromLower the mean's distance from the lower end
     * @param fromUpper the mean's distance from the upper end
     * @param deviation its standard deviation
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

    /** The median's distance from the nearer end is about this part of the mean's distance: 0.7 if the end cuts a tail. */
    private static double median(double deviations) {
        return Math.min(1, 0.4 * deviations + 0.3);
    }

    /**
     * What a standard deviation is to be in v, about, before the ends draw points apart: 1 of an exponential distribution, whose
     * mean is one standard deviation from its end, 1.702 of a normal one, little of a uniform one, which is 3.46 of them wide.
     */
    private static double steepness(double below, double above) {
        double ofEnd = Math.min(NORMAL, 1 + 0.35 * (Math.min(below, above) - 1));
        return ofEnd * Math.max(0.1, Math.min(1, 0.25 * (below + above - 3.4)));
    }

    /** The map that is 0 at a point, whose distances from the ends in units are given too: they may be less than it is rounded. */
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
        // Two numbers that are not positive; at the upper end, one negative and a 0 that may have the other sign.
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

    /** The distances from the lower end in units, ln X, by X − 1: where the interval is short, softplus functions cancel. */
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
