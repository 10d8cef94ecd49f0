package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;

/**
 * A distribution of vectors whose coordinates are independent, each with parameters of its own. So an estimate can work on
 * some coordinates at a time, and on a million of them in little memory.
 *
 * <p>Coordinate d of a sample draws from {@code stream.column(d, dimension())}.
 */
public interface ProductDistribution extends MultivariateDistribution {
    /**
     * Returns the distribution of one coordinate.
     *
     * @param coordinate d, at least 0 and below {@link #dimension()}
     * @return its distribution
     */
    UnivariateDistribution marginal(int coordinate);

    /**
     * Returns the index of a marginal's parameter among all parameters.
     *
     * @param coordinate d
     * @param parameter index of the parameter among the marginal's
     * @return its index in {@link #parameters()}
     */
    int parameterIndex(int coordinate, int parameter);

    /**
     * Draws one sample, whose coordinates are written side by side.
     *
     * @param stream source of the random words
     * @param index index of the sample
     * @param x array that receives the D coordinates, from index 0 on
     */
    void sampleRow(SplitStream stream, long index, double[] x);
}
