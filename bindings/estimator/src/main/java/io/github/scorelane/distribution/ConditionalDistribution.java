package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/**
 * A family of distributions of one number whose parameters differ from row to row, as a policy's differ by state, or an
 * amortised posterior's by observation. Row i has its own θ, its own x, and scores with respect to its own θ. Parameters are
 * kept in columns: {@code parameters[p][i]} is parameter p of row i. A network may have made them; by the chain rule its
 * gradient is then the scores times its own derivatives. {@link io.github.scorelane.ConditionalEstimator} takes such
 * families.
 *
 * <p>Draws, log densities and scores of a row have the bits of the {@link UnivariateDistribution} with the same parameters,
 * unless a family says otherwise. Implementations are immutable and thread-safe.
 */
public interface ConditionalDistribution {
    /**
     * Returns the names of the parameters.
     *
     * @return a name for each column
     */
    List<String> parameterNames();

    /**
     * Refuses parameters that are out of range. An estimator calls this once, before it draws. The default does nothing and
     * so leaves the refusal to {@link #sample}, whose message may then count rows from another place.
     *
     * @param parameters a column for each parameter
     * @param offset the first row
     * @param length number of rows
     * @throws IllegalArgumentException if there is not a column for each parameter, a parameter is out of range (the message
     *     names its row), or the range does not lie inside a column
     */
    default void requireParameters(double[][] parameters, int offset, int length) {}

    /**
     * Draws one number for each row. The draw of row i is draw {@code first + i − offset} of the stream.
     *
     * @param parameters a column for each parameter; none of them is x
     * @param stream source of the random words
     * @param first index of the first row's draw
     * @param x array that receives the draws
     * @param offset the first row, and the index at which all begin in their arrays
     * @param length number of rows
     * @throws IllegalArgumentException if there is not a column for each parameter, a parameter is out of range (the message
     *     names its row), or the range does not lie inside an array
     */
    void sample(double[][] parameters, SplitStream stream, long first, double[] x, int offset, int length);

    /**
     * Computes logarithms of the density, or of the probability mass where the family is discrete.
     *
     * @param parameters a column for each parameter
     * @param x the points, one for each row
     * @param logPdf array that receives log p(x; θ); neither x nor a column
     * @param offset the first row, and the index at which all begin in their arrays
     * @param length number of rows
     * @throws IllegalArgumentException as for {@link #sample}
     */
    void logPdf(double[][] parameters, double[] x, double[] logPdf, int offset, int length);

    /**
     * Computes scores: the derivatives of each row's log p(x; θ) with respect to its own parameters.
     *
     * @param parameters a column for each parameter
     * @param x the points, one for each row
     * @param gradient columns that receive the scores, one for each parameter; neither x nor a column of the parameters
     * @param offset the first row, and the index at which all begin in their arrays
     * @param length number of rows
     * @throws IllegalArgumentException as for {@link #sample}
     */
    void gradLogPdf(double[][] parameters, double[] x, double[][] gradient, int offset, int length);

    /**
     * Prepares rows that are worked many times, so that their parameters need not be checked each time.
     *
     * @param parameters a column for each parameter, which {@link #requireParameters} has let pass; they are kept, and not to
     *     be changed while the rows are in use
     * @param offset the first row
     * @param length number of rows
     * @return the rows, whose draws and scores have the bits of this family's own
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
