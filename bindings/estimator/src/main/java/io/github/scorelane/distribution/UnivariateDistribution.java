package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/**
 * A family of distributions of one number, at fixed parameters θ: what the score function estimator needs of it.
 *
 * <p>Implementations are immutable and thread-safe. Parameters stand everywhere in the order of {@link #parameterNames()}.
 */
public interface UnivariateDistribution {
    /**
     * What the parameters are called.
     *
     * @return a name for each parameter
     */
    List<String> parameterNames();

    /**
     * The parameters θ.
     *
     * @return a new array
     */
    double[] parameters();

    /**
     * The same family at other parameters.
     *
     * @param parameters a value for each, in the order of {@link #parameterNames()}
     * @return the distribution
     * @throws IllegalArgumentException if they are not as many as the parameters, or one is out of range
     */
    UnivariateDistribution withParameters(double... parameters);

    /**
     * Draws. Draw e is a function of the stream and e alone, however a range of draws is cut.
     *
     * @param stream where the random words come from
     * @param first index e of the first draw
     * @param x where the draws go
     * @param offset where they begin
     * @param length how many
     * @throws IllegalArgumentException if the range does not lie inside the array
     */
    void sample(SplitStream stream, long first, double[] x, int offset, int length);

    /**
     * Logarithms of the density, or of the probability mass where the family is discrete.
     *
     * @param x the points
     * @param offset where they begin
     * @param logPdf where log p(x; θ) goes
     * @param logPdfOffset where it begins
     * @param length how many
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length);

    /**
     * Scores: the derivatives of log p(x; θ) with respect to each parameter. A family that does not implement this has none: finite
     * differences of the log density are not taken in their place.
     *
     * @param x the points
     * @param offset where they begin
     * @param gradient where the scores go: a row for each parameter
     * @param gradientOffset where they begin in each row
     * @param length how many points
     * @throws IllegalArgumentException if there is not a row for each parameter, or a range does not lie inside its array
     * @throws UnsupportedOperationException if the family has no scores
     */
    default void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
        throw new UnsupportedOperationException(getClass().getName() + " has no gradLogPdf. Finite differences of logPdf are not"
                + " taken in its place: their error is a bias that no standard error shows, and they cost two log densities"
                + " for each parameter. Write gradLogPdf(x, offset, gradient, gradientOffset, length), a row of"
                + " derivatives for each of the parameters " + parameterNames() + ", and test it by ScoreCheck.verify");
    }

    /**
     * How many numbers a draw may carry besides its value, of which its scores are made: what drawing has computed anyway, or
     * what the value, a double, has lost. A gamma draw of a small shape is 0 where its logarithm is −1000.
     *
     * @return how many; 0 unless a family says otherwise
     */
    default int statistics() {
        return 0;
    }

    /**
     * Draws, and their statistics. The draws are those of {@link #sample(SplitStream, long, double[], int, int)}.
     *
     * @param stream where the random words come from
     * @param first index e of the first draw
     * @param x where the draws go
     * @param statistics where their statistics go, {@link #statistics()} rows
     * @param offset where they begin in all arrays
     * @param length how many
     * @throws IllegalArgumentException if the range does not lie inside an array
     */
    default void sample(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        sample(stream, first, x, offset, length);
    }

    /**
     * Scores of draws by their statistics. A family that has statistics implements this and the other method that takes them.
     *
     * @param x the draws
     * @param statistics theirs, as {@link #sample(SplitStream, long, double[], double[][], int, int)} gave them
     * @param gradient where the scores go: a row for each parameter
     * @param offset where all begin in their arrays
     * @param length how many draws
     * @throws IllegalArgumentException if there is not a row for each parameter, or the range does not lie inside an array
     */
    default void gradLogPdf(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        gradLogPdf(x, offset, gradient, offset, length);
    }
}
