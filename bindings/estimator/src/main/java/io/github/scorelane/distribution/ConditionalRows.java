package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Some rows of a {@link ConditionalDistribution}, with their parameters: what is worked many times for the same rows, without
 * checking the parameters each time. It belongs to one thread. Its arrays begin where the rows' parameters do.
 */
public interface ConditionalRows {
    /**
     * Draws, one for each row, as {@link ConditionalDistribution#sample} does.
     *
     * @param stream where the random words come from
     * @param first index of the first row's draw
     * @param x where the draws go
     */
    void sample(SplitStream stream, long first, double[] x);

    /**
     * Scores, as {@link ConditionalDistribution#gradLogPdf} gives them.
     *
     * @param x the points, one for each row
     * @param gradient where the scores go: a column for each parameter
     */
    void gradLogPdf(double[] x, double[][] gradient);
}
