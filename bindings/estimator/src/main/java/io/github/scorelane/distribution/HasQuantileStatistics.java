package io.github.scorelane.distribution;

/**
 * A distribution whose quantiles can be had with the statistics that its draws carry. A sampling plan draws by these, so that its
 * scores are as accurate as those of independent draws: where a quantile rounds to the end of the support, or overflows, its score
 * cannot be told from it. A distribution that has {@linkplain UnivariateDistribution#statistics() statistics} and an inverse
 * distribution function implements this, or plans refuse it.
 */
public interface HasQuantileStatistics extends HasInverseCdf {
    /**
     * The inverse of the distribution function, with statistics. The quantiles are those of
     * {@link #inverseCdf(double[], int, double[], int, int)}.
     *
     * @param x probabilities, replaced by their quantiles
     * @param statistics where the quantiles' statistics go, {@link UnivariateDistribution#statistics()} rows
     * @param offset where they begin in all arrays
     * @param length how many
     * @throws IllegalArgumentException if the range does not lie inside an array
     */
    void inverseCdf(double[] x, double[][] statistics, int offset, int length);
}
