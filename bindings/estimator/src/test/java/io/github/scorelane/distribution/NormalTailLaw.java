package io.github.scorelane.distribution;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * The law of a normal distribution between bounds that are both above the mean or both below it. It is computed from Mills'
 * ratio, as a continued fraction, because Φ is 0 or constant to rounding at such distances.
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

    /** Returns P(Z &gt; c + t | Z &gt; c). */
    private static double above(double c, double t) {
        return Math.exp(-t * (c + t / 2)) * mills(c + t) / mills(c);
    }

    /**
     * Returns P(Z ≤ c + t | Z &gt; c). Where that is small, it is computed by Simpson's rule, as the density hardly changes.
     */
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

    /** Returns Mills' ratio (1 − Φ(z))/φ(z), for z of at least 2. */
    private static double mills(double z) {
        double fraction = z;
        for (int k = 500; k > 0; k--) {
            fraction = z + k / fraction;
        }
        return 1 / fraction;
    }

    /** Finds by bisection the least t that a predicate accepts. */
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
