package io.github.scorelane.distribution;

import io.github.scorelane.kernel.math.Log1p;
import java.util.function.DoubleUnaryOperator;

/**
 * Where the tails of a distribution on whole numbers may be cut, by exponential bounds of their probabilities: for what
 * {@link HasAtoms}.
 */
final class AtomTails {
    /** e^−46 is 10^-20, which leaves a factor of 80 for the square of a score. */
    static final double LOG = 46;
    /** e^−38 is 3·10^-17, which leaves a factor of 30 where a share of the information is bounded itself. */
    static final double LOG_OF_INFORMATION = 38;

    /** Halvings: so many that what they leave of a distance is 1% of it, or less than a whole number. */
    private static final int STEPS = 8;
    /** Doublings at most, from a number that is one already or is the distance of a normal distribution. */
    private static final int MOST = 2048;

    private AtomTails() {}

    /**
     * How far from its mean a sum of independent numbers is, at most but for a probability of e^−46, that has a variance, and none
     * of whose numbers is above its mean by more than a bound: by Bennett, P ≤ exp(−v/b²·g(b·t/v)) with
     * g(u) = (1 + u)·ln(1 + u) − u. The bound may be 0, for tails that are lighter than those of a normal distribution.
     */
    static double deviation(double variance, double bound) {
        double normal = Math.sqrt(2 * LOG * variance);
        return bound == 0 ? normal : deviation(normal, t -> exponent(variance, bound, t));
    }

    /** A distance by bisection at which an exponent, a rising function of it, is 46, or slightly more. */
    static double deviation(double first, DoubleUnaryOperator exponent) {
        double low = 0;
        double high = Math.max(1, first);
        for (int i = 0; i < MOST && exponent.applyAsDouble(high) < LOG; i++) {
            low = high;
            high *= 2;
        }
        for (int step = 0; step < STEPS; step++) {
            double middle = 0.5 * (low + high);
            if (exponent.applyAsDouble(middle) < LOG) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * The whole numbers within distances of the mean, from 0 to the last there is. Two more on either side hold the squares of
     * scores too: with k·(k − 1) times its mass, k has about the mass of k − 2.
     */
    static long[] range(double mean, double below, double above, long last) {
        return new long[] {(long) Math.max(0, Math.floor(mean - below) - 2),
            Math.min(last, add((long) Math.ceil(mean + above), 2))};
    }

    private static long add(long value, int more) {
        return value > Long.MAX_VALUE - more ? Long.MAX_VALUE : value + more;
    }

    private static double exponent(double variance, double bound, double t) {
        double u = bound * t / variance;
        return ((variance / bound + t) * Log1p.log1p(u) - t) / bound;
    }
}
