package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;

/**
 * A distribution whose coordinates are independent, each with parameters of its own. That is what lets an estimate work on
 * some coordinates at a time, and so on a million of them in little memory.
 *
 * <p>Coordinate d of a sample draws from {@code stream.column(d, dimension())}.
 */
public interface ProductDistribution extends MultivariateDistribution {
    /**
     * The distribution of one coordinate.
     *
     * @param coordinate d, at least 0 and below {@link #dimension()}
     * @return its distribution
     */
    UnivariateDistribution marginal(int coordinate);

    /**
     * Where a parameter of a marginal stands among all parameters.
     *
     * @param coordinate d
     * @param parameter which of the marginal's parameters
     * @return its place in {@link #parameters()}
     */
    int parameterIndex(int coordinate, int parameter);

    /**
     * Draws one sample into a row.
     *
     * @param stream where the random words come from
     * @param index which sample
     * @param x where its D coordinates go, from place 0 on
     */
    void sampleRow(SplitStream stream, long index, double[] x);
}
