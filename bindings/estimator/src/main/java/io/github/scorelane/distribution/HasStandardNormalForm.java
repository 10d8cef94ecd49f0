package io.github.scorelane.distribution;

/**
 * A distribution of vectors whose samples are functions of D independent standard normal numbers: what antithetic and
 * quasi-random points, and Brownian bridges, need where the coordinates are not independent.
 */
public interface HasStandardNormalForm {
    /**
     * Turns standard normal numbers into samples with their statistics.
     *
     * @param x D columns of standard normal numbers, which become the samples
     * @param statistics where the samples' statistics go, {@link MultivariateDistribution#statistics()} columns
     * @param offset where they begin in each column
     * @param length how many samples
     * @throws IllegalArgumentException if the columns are not as many as they should be, or the range does not lie inside each
     */
    void fromStandardNormal(double[][] x, double[][] statistics, int offset, int length);
}
