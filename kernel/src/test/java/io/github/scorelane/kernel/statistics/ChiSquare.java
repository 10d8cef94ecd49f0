package io.github.scorelane.kernel.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Pearson's test of counts against probabilities that are known.
 *
 * @param statistic Σ (count − expected)²/expected
 * @param degreesOfFreedom of its distribution
 */
public record ChiSquare(double statistic, int degreesOfFreedom) {
    /** Below, a count is not nearly normal, and the statistic's distribution not the chi-square. */
    private static final double LEAST_EXPECTED = 20;

    /** The test of all counts; their probabilities' sum is 1. */
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

    /** This and an independent test as one. */
    public ChiSquare plus(ChiSquare other) {
        return new ChiSquare(statistic + other.statistic, degreesOfFreedom + other.degreesOfFreedom);
    }

    /** The probability of a statistic as large. */
    public double pValue() {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }
}
