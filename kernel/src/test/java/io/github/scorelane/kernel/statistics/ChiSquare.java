package io.github.scorelane.kernel.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Makes Pearson's test of counts against probabilities that are known.
 *
 * @param statistic Σ (count − expected)²/expected
 * @param degreesOfFreedom degrees of freedom of its distribution
 */
public record ChiSquare(double statistic, int degreesOfFreedom) {
    /**
     * Least expected count: with a smaller one a count is not nearly normal, and the statistic's distribution is not the
     * chi-square.
     */
    private static final double LEAST_EXPECTED = 20;

    /** Makes the test of all counts, whose probabilities have the sum 1. */
    public static ChiSquare of(long[] counts, double[] probabilities) {
        long n = 0;
        for (long count : counts) {
            n += count;
        }
        double statistic = 0;
        for (int k = 0; k < counts.length; k++) {
            double expected = n * probabilities[k];
            if (!(expected >= LEAST_EXPECTED)) {
                throw new IllegalArgumentException("cell " + k + " expects too few: " + expected);
            }
            statistic += (counts[k] - expected) * (counts[k] - expected) / expected;
        }
        return new ChiSquare(statistic, counts.length - 1);
    }

    /** Joins this and an independent test. */
    public ChiSquare plus(ChiSquare other) {
        return new ChiSquare(statistic + other.statistic, degreesOfFreedom + other.degreesOfFreedom);
    }

    /** Computes the probability of a statistic as large. */
    public double pValue() {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }
}
