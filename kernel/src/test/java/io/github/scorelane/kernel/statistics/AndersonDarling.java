package io.github.scorelane.kernel.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * Makes the test of Anderson and Darling, which looks at the tails as closely as at the middle, with A² = −n − Σ ((2i − 1)·log
 * F(x_i) + (2n − 2i + 1)·log(1 − F(x_i)))/n over the draws in order.
 *
 * <p>The draws are not kept. The line is cut in slabs, and for each slab all numbers are drawn anew, and those in it are sorted.
 *
 * @param statistic A²
 */
public record AndersonDarling(double statistic) {
    /** Number of draws of a slab, which are all that is held at once. */
    private static final int SLAB = 8_000_000;

    /** Makes the test of draws 0 … n − 1. */
    public static AndersonDarling of(Draws draws, long n, ContinuousDistribution distribution) {
        return of(draws, n, distribution, SLAB);
    }

    static AndersonDarling of(Draws draws, long n, ContinuousDistribution distribution, int perSlab) {
        int slabs = (int) (n / perSlab) + 1;
        CompensatedSum sum = new CompensatedSum();
        long rank = 0;
        for (int slab = 0; slab < slabs; slab++) {
            double from = distribution.inverseCumulativeProbability(slab / (double) slabs);
            double to = distribution.inverseCumulativeProbability((slab + 1) / (double) slabs);
            for (double each : between(draws, n, from, to, 2 * perSlab)) {
                rank++;
                double below = distribution.cumulativeProbability(each);
                double above = distribution.survivalProbability(each);
                // The logarithm of a number near 1 is computed from the other, small one.
                sum.add((2 * rank - 1) * (below < 0.5 ? Math.log(below) : Math.log1p(-above)));
                sum.add((2 * (n - rank) + 1) * (above < 0.5 ? Math.log(above) : Math.log1p(-below)));
            }
        }
        if (rank != n) {
            throw new IllegalStateException(n + " draws, " + rank + " of them in the slabs");
        }
        return new AndersonDarling(-n - sum.value() / n);
    }

    private static double[] between(Draws draws, long n, double from, double to, int most) {
        double[] kept = new double[most];
        int[] length = new int[1];
        draws.forEachBlock(n, block -> {
            for (double x : block) {
                if (from <= x && x < to) {
                    kept[length[0]++] = x;
                }
            }
        });
        Arrays.sort(kept, 0, length[0]);
        return Arrays.copyOf(kept, length[0]);
    }

    /**
     * Computes the probability of a statistic as large, for large n, to 5e-5.
     *
     * <p>Source: G. Marsaglia, J. Marsaglia, <i>Evaluating the Anderson–Darling distribution</i>, Journal of Statistical Software
     * 9(2), 2004: {@code adinf}.
     */
    public double pValue() {
        double z = statistic;
        return 1 - (z < 2
                ? Math.exp(-1.2337141 / z) / Math.sqrt(z) * (2.00012 + (0.247105 - (0.0649821 - (0.0347962
                        - (0.011672 - 0.00168691 * z) * z) * z) * z) * z)
                : Math.exp(-Math.exp(1.0776 - (2.30695 - (0.43424 - (0.082433
                        - (0.008056 - 0.0003146 * z) * z) * z) * z) * z)));
    }

    /**
     * Computes a bound of that probability, which holds also if it is tiny: by Markov's inequality it is at most
     * E[exp(t·A²)]·exp(−t·z) for any t below 1, and A² = Σ χ²_j/(j(j + 1)) has E[exp(t·A²)]² = −2πt/cos(π√(1 + 8t)/2).
     */
    public double pValueBound() {
        double least = 1;
        for (int k = 1; k < 1000; k++) {
            double t = k / 1000.0;
            double square = -2 * Math.PI * t / Math.cos(Math.PI / 2 * Math.sqrt(1 + 8 * t));
            least = Math.min(least, Math.sqrt(square) * Math.exp(-t * statistic));
        }
        return least;
    }

    /** Adds by Neumaier's method, as the terms are 1e8 times their sum. */
    private static final class CompensatedSum {
        private double sum;
        private double lost;

        void add(double x) {
            double next = sum + x;
            lost += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
            sum = next;
        }

        double value() {
            return sum + lost;
        }
    }
}
