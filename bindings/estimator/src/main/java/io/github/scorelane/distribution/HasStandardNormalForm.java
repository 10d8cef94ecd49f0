package io.github.scorelane.distribution;

/**
 * A distribution of vectors whose samples are functions of D independent standard normal numbers. Where the coordinates are
 * not independent, antithetic and quasi-random sampling and Brownian bridges need this form.
 */
public interface HasStandardNormalForm {
    /**
     * Turns standard normal numbers into samples with their statistics.
     *
     * @param x D columns of standard normal numbers, which become the samples
     * @param statistics columns that receive the samples' statistics, {@link MultivariateDistribution#statistics()} columns
     * @param offset index of the first sample in each column
     * @param length number of samples
     * @throws IllegalArgumentException if the columns are not as many as they should be, or the range does not lie inside each
     */
    void fromStandardNormal(double[][] x, double[][] statistics, int offset, int length);
}
