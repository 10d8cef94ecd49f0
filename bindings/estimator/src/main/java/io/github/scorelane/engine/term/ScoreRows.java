package io.github.scorelane.engine.term;

import io.github.scorelane.distribution.HasScoreRanges;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.draw.Capability;

/**
 * The scores ∂ log p/∂θ of a distribution, a row for each parameter.
 *
 * @param distribution the distribution p
 * @param count number of its parameters
 * @param atOnce number of rows that are asked for at once
 */
public record ScoreRows(MultivariateDistribution distribution, int count, int atOnce) implements TermRows {
    /** Number of rows that is small enough for the cache, and large enough to keep the units of a processor at work. */
    private static final int ROWS = 8;

    /** Creates the rows of a distribution. */
    public static ScoreRows of(MultivariateDistribution distribution) {
        int count = distribution.parameterNames().size();
        return new ScoreRows(distribution, count, atOnce(distribution, count));
    }

    /**
     * Finds how many rows to ask for: a marginal gives the scores of all its parameters or none, and the first one stands for all.
     */
    private static int atOnce(MultivariateDistribution distribution, int count) {
        if (Capability.of(distribution, UnivariateDistribution.class) != null) {
            return Capability.of(distribution, HasScoreRanges.class) == null ? count : Math.min(ROWS, count);
        }
        ProductDistribution product = Capability.of(distribution, ProductDistribution.class);
        int together = product == null ? 1 : Math.max(1, product.marginal(0).parameterNames().size());
        return Math.min(Math.ceilDiv(ROWS, together) * together, count);
    }

    @Override
    public void fill(double[][] x, double[][] statistics, int firstRow, double[][] rows, int length) {
        distribution.gradLogPdf(x, statistics, firstRow, rows, 0, length);
    }

    @Override
    public NormalCoordinates normal() {
        return NormalCoordinates.of(distribution);
    }
}
