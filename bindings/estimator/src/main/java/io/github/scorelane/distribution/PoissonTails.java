package io.github.scorelane.distribution;

import io.github.scorelane.kernel.math.Log1p;

/**
 * Bounds of the Poisson distribution's tails, by Chernoff: P(k ≥ λ + t) and P(k ≤ λ − t) are at most exp(−λ·g(±t/λ)), where
 * g(u) = (1 + u)·ln(1 + u) − u.
 */
final class PoissonTails {
    /** e^−46 is 10^-20, which leaves a factor of 80 for the square of a score. */
    private static final double LOG = 46;
    /** Halvings of an interval of 30 at most, or of a fraction of the range that does not matter. */
    private static final int STEPS = 8;

    private PoissonTails() {}

    /** Bounds of the whole numbers that count. */
    static long[] range(double mean) {
        double below = Math.sqrt(2 * LOG * mean);
        // Bennett's bound: g(u) is between u²/2/(1 + u/3) and u²/2.
        double low = below;
        double high = LOG / 3 + Math.sqrt(LOG * LOG / 9 + 2 * LOG * mean);
        for (int step = 0; step < STEPS; step++) {
            double middle = 0.5 * (low + high);
            if (exponent(mean, middle) < LOG) {
                low = middle;
            } else {
                high = middle;
            }
        }
        // Σ k(k − 1)·p(k) from k on is λ² times the probability from k − 2 on: two more hold the square of the score too.
        return new long[] {(long) Math.max(0, Math.floor(mean - below)), (long) Math.ceil(mean + high) + 2};
    }

    private static double exponent(double mean, double t) {
        double u = t / mean;
        return (mean + t) * Log1p.log1p(u) - t;
    }
}
