package io.github.scorelane.distribution;

/**
 * A distribution whose quantiles come with the statistics that its draws carry. A sampling plan draws by these quantiles, so
 * that its scores are as accurate as those of independent draws: where a quantile rounds to an end of the support, or
 * overflows, its score cannot be computed from it alone. A distribution that has both
 * {@linkplain UnivariateDistribution#statistics() statistics} and an inverse distribution function must implement this, or
 * plans refuse it.
 */
public interface HasQuantileStatistics extends HasInverseCdf {
    /**
     * Computes the inverse of the distribution function, and the statistics of the results. The quantiles are those of
     * {@link #inverseCdf(double[], int, double[], int, int)}.
     *
     * @param x probabilities, replaced by their quantiles
     * @param statistics rows that receive the quantiles' statistics, {@link UnivariateDistribution#statistics()} rows
     * @param offset index at which all begin in their arrays
     * @param length number of probabilities
     * @throws IllegalArgumentException if the range does not lie inside an array
     */
    void inverseCdf(double[] x, double[][] statistics, int offset, int length);
}
