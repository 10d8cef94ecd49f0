package io.github.scorelane.distribution;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * A normal distribution between bounds of which both are above the mean, or both below it: by Mills' ratio as a continued
 * fraction, for distances at which Φ is 0 or its values are equal.
 */
final class NormalTailLaw {
    private NormalTailLaw() {}

    static Law of(double mean, double standardDeviation, double lower, double upper) {
        boolean mirrored = upper < mean;
        double nearest = mirrored ? upper : lower;
        double c = Math.abs(nearest - mean) / standardDeviation;
        double end = (upper - lower) / standardDeviation;
        double mass = below(c, end);
        double sign = mirrored ? -1 : 1;
        DoubleUnaryOperator below = x -> {
            double t = sign * (x - nearest) / standardDeviation;
            return t <= 0 ? 0 : t >= end ? 1 : below(c, t) / mass;
        };
        DoubleUnaryOperator above = x -> {
            double t = sign * (x - nearest) / standardDeviation;
            return t <= 0 ? 1 : t >= end ? 0 : (above(c, t) - (end < Double.POSITIVE_INFINITY ? above(c, end) : 0)) / mass;
        };
        DoubleUnaryOperator quantile = p -> nearest + sign * standardDeviation * inverse(c, end, t -> below(c, t) / mass >= p);
        DoubleUnaryOperator upperQuantile = q -> {
            double atEnd = end < Double.POSITIVE_INFINITY ? above(c, end) : 0;
            return nearest + sign * standardDeviation * inverse(c, end, t -> (above(c, t) - atEnd) / mass <= q);
        };
        return mirrored
                ? new Law(above, below, upperQuantile, quantile, x -> Double.NaN, false)
                : new Law(below, above, quantile, upperQuantile, x -> Double.NaN, false);
    }

    /** P(Z &gt; c + t | Z &gt; c). */
    private static double above(double c, double t) {
        return Math.exp(-t * (c + t / 2)) * mills(c + t) / mills(c);
    }

    /** The complement; where it is small, by Simpson's rule, as the density hardly changes. */
    private static double below(double c, double t) {
        if (t * (c + t) > 0.1) {
            return 1 - (t < Double.POSITIVE_INFINITY ? above(c, t) : 0);
        }
        int pieces = 64;
        double sum = 0;
        for (int i = 0; i <= 2 * pieces; i++) {
            double s = t * i / (2 * pieces);
            sum += (i == 0 || i == 2 * pieces ? 1 : i % 2 == 0 ? 2 : 4) * Math.exp(-s * (c + s / 2));
        }
        return sum * t / (6 * pieces) / mills(c);
    }

    /** (1 − Φ(z))/φ(z), for z of 2 and more. */
    private static double mills(double z) {
        double fraction = z;
        for (int k = 500; k > 0; k--) {
            fraction = z + k / fraction;
        }
        return 1 / fraction;
    }

    /** The least t of which the predicate is true, by bisection. */
    private static double inverse(double c, double end, DoublePredicate reached) {
        double low = 0;
        double high = Math.min(end, 60 / c);
        for (int i = 0; i < 200; i++) {
            double middle = low + (high - low) / 2;
            if (reached.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
