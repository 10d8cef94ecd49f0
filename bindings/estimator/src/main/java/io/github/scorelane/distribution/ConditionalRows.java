package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Some rows of a {@link ConditionalDistribution} with their parameters, for work that is done many times on the same rows and
 * should not check the parameters each time. It belongs to one thread. Arrays begin at the same index as the rows' parameters
 * do.
 */
public interface ConditionalRows {
    /**
     * Draws one number for each row, as {@link ConditionalDistribution#sample} does.
     *
     * @param stream source of the random words
     * @param first index of the first row's draw
     * @param x array that receives the draws
     */
    void sample(SplitStream stream, long first, double[] x);

    /**
     * Computes scores as {@link ConditionalDistribution#gradLogPdf} does.
     *
     * @param x the points, one for each row
     * @param gradient columns that receive the scores, one for each parameter
     */
    void gradLogPdf(double[] x, double[][] gradient);
}
