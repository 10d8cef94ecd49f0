package io.github.scorelane.distribution;

import io.github.scorelane.kernel.math.Log1p;
import java.util.function.DoubleUnaryOperator;

/**
 * Bounds that tell a discrete family where its tails may be cut, for its {@link HasAtoms#atoms()}. They are exponential
 * bounds of tail probabilities, and so are safe, but not tight.
 */
final class AtomTails {
    /**
     * The negative logarithm of the tail probability that is cut off. e^−46 is 10^-20, below 2^-60 by a factor of 80, which
     * is left for the squares of the scores there.
     */
    static final double EXPONENT = 46;
    /**
     * The negative logarithms of the two limits themselves, for a family that bounds the probability and the Fisher
     * information separately: e^−42 is a little less than 2^-60, and e^−35 a little less than 10^-15.
     */
    static final double PROBABILITY_EXPONENT = 42;
    static final double INFORMATION_EXPONENT = 35;

    /** The number of halvings. They leave 1% of a distance uncertain, or less than a whole number. */
    private static final int STEPS = 8;
    /**
     * The largest number of doublings. They start at 1 or at the distance that suits a normal distribution, so that this many
     * overflow any double.
     */
    private static final int MOST = 2048;

    private AtomTails() {}

    /**
     * Returns a distance t above its mean that a sum of independent numbers exceeds with a probability of at most e^−46. The
     * sum has the given variance v, and none of its numbers exceeds its own mean by more than the bound b. Bennett's
     * inequality says that P ≤ exp(−v/b²·g(b·t/v)), where g(u) = (1 + u)·ln(1 + u) − u. A bound of 0 stands for tails that
     * are lighter than those of a normal distribution.
     *
     * <p>Source: G. Bennett, <i>Probability inequalities for the sum of independent random variables</i>, 1962.
     */
    static double deviation(double variance, double bound) {
        double normal = Math.sqrt(2 * EXPONENT * variance);
        return bound == 0 ? normal : deviation(normal, t -> exponent(variance, bound, t));
    }

    /**
     * Finds by bisection a distance at which the exponent of a bound, a rising function of the distance, is 46 or slightly
     * more. The search begins at the given first distance.
     */
    static double deviation(double first, DoubleUnaryOperator exponent) {
        double low = 0;
        double high = Math.max(1, first);
        for (int i = 0; i < MOST && exponent.applyAsDouble(high) < EXPONENT; i++) {
            low = high;
            high *= 2;
        }
        for (int step = 0; step < STEPS; step++) {
            double middle = 0.5 * (low + high);
            if (exponent.applyAsDouble(middle) < EXPONENT) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * Returns the first and the last whole number within the given distances of the mean, none below 0 or above {@code last}.
     * The range is two wider on either side for the sake of the squared scores: k·(k − 1) times the mass of k is about the
     * mass of k − 2.
     */
    static long[] range(double mean, double below, double above, long last) {
        long first = (long) Math.max(0, Math.floor(mean - below) - 2);
        return new long[] {first, Math.min(last, add((long) Math.ceil(mean + above), 2))};
    }

    private static long add(long value, int more) {
        return value > Long.MAX_VALUE - more ? Long.MAX_VALUE : value + more;
    }

    private static double exponent(double variance, double bound, double t) {
        double u = bound * t / variance;
        return ((variance / bound + t) * Log1p.log1p(u) - t) / bound;
    }
}
