package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/**
 * A family of distributions of one number whose parameters differ by row, as those of a policy do by state, or those of an
 * amortised posterior by observation: row i has its own θ, its own x, and scores with respect to its own θ. Parameters
 * are kept in columns, {@code parameters[p][i]} is parameter p of row i; that they are made by a network is the network's
 * business, whose gradient is the scores' times its own. {@link io.github.scorelane.ConditionalEstimator} takes such families.
 *
 * <p>Draws, log densities and scores of a row are to the bit those of the {@link UnivariateDistribution} of the same parameters,
 * unless a family says otherwise. Implementations are immutable and thread-safe.
 */
public interface ConditionalDistribution {
    /**
     * What the parameters are called.
     *
     * @return a name for each column
     */
    List<String> parameterNames();

    /**
     * Refuses parameters that are out of range, as an estimator asks for once, before it draws. A family that does not say
     * otherwise leaves that to its draws, whose message may then count rows from elsewhere.
     *
     * @param parameters a column for each parameter
     * @param offset the first row
     * @param length how many rows
     * @throws IllegalArgumentException if there is not a column for each parameter, a parameter is out of range, which the
     *     message says of which row, or the range does not lie inside a column
     */
    default void requireParameters(double[][] parameters, int offset, int length) {}

    /**
     * Draws, one for each row. That of row i is draw {@code first + i − offset} of the stream.
     *
     * @param parameters a column for each parameter; none of them is x
     * @param stream where the random words come from
     * @param first index of the first row's draw
     * @param x where the draws go
     * @param offset the first row, and where all begin in their arrays
     * @param length how many rows
     * @throws IllegalArgumentException if there is not a column for each parameter, a parameter is out of range, which the
     *     message says of which row, or the range does not lie inside an array
     */
    void sample(double[][] parameters, SplitStream stream, long first, double[] x, int offset, int length);

    /**
     * Logarithms of the density, or of the probability mass where the family is discrete.
     *
     * @param parameters a column for each parameter
     * @param x the points, one for each row
     * @param logPdf where log p(x; θ) goes; neither x nor a column
     * @param offset the first row, and where all begin in their arrays
     * @param length how many rows
     * @throws IllegalArgumentException as for {@link #sample}
     */
    void logPdf(double[][] parameters, double[] x, double[] logPdf, int offset, int length);

    /**
     * Scores: the derivatives of each row's log p(x; θ) with respect to its own parameters.
     *
     * @param parameters a column for each parameter
     * @param x the points, one for each row
     * @param gradient where the scores go: a column for each parameter; neither x nor a column of the parameters
     * @param offset the first row, and where all begin in their arrays
     * @param length how many rows
     * @throws IllegalArgumentException as for {@link #sample}
     */
    void gradLogPdf(double[][] parameters, double[] x, double[][] gradient, int offset, int length);

    /**
     * Rows that are worked many times.
     *
     * @param parameters a column for each parameter, which {@link #requireParameters} has let pass; they are kept, and not to
     *     be changed while the rows are in use
     * @param offset the first row
     * @param length how many rows
     * @return their draws and scores, to the bits of this family's own
     */
    default ConditionalRows rows(double[][] parameters, int offset, int length) {
        return new ConditionalRows() {
            @Override
            public void sample(SplitStream stream, long first, double[] x) {
                ConditionalDistribution.this.sample(parameters, stream, first, x, offset, length);
            }

            @Override
            public void gradLogPdf(double[] x, double[][] gradient) {
                ConditionalDistribution.this.gradLogPdf(parameters, x, gradient, offset, length);
            }
        };
    }
}
