package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/**
 * A family of distributions of a vector of D numbers, at fixed parameters θ. Points are kept in columns: {@code x[d][s]} is
 * coordinate d of sample s.
 *
 * <p>Implementations are immutable and thread-safe. Parameters stand everywhere in the order of {@link #parameterNames()}.
 */
public interface MultivariateDistribution {
    /**
     * How many coordinates a sample has.
     *
     * @return D
     */
    int dimension();

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
    MultivariateDistribution withParameters(double... parameters);

    /**
     * Draws. Sample s is a function of the stream and s alone, however a range of samples is cut.
     *
     * @param stream where the random words come from
     * @param first index s of the first sample
     * @param x where the samples go: D columns
     * @param offset where they begin in each column
     * @param length how many
     * @throws IllegalArgumentException if there are not D columns, or the range does not lie inside each
     */
    void sample(SplitStream stream, long first, double[][] x, int offset, int length);

    /**
     * Logarithms of the density, or of the probability mass where the family is discrete.
     *
     * @param x the samples: D columns
     * @param offset where they begin in each column
     * @param logPdf where log p(x; θ) goes
     * @param logPdfOffset where it begins
     * @param length how many
     * @throws IllegalArgumentException if there are not D columns, or a range does not lie inside its array
     */
    void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length);

    /**
     * Scores: the derivatives of log p(x; θ) with respect to some of the parameters, as many as there are rows.
     *
     * @param x the samples: D columns
     * @param offset where they begin in each column
     * @param firstParameter the first row's parameter; the next row's is the next one
     * @param gradient where the scores go: a row for each parameter that is wanted
     * @param gradientOffset where they begin in each row
     * @param length how many samples
     * @throws IllegalArgumentException if there are not D columns, the rows go past the last parameter, or a range does not
     *     lie inside its array
     */
    void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length);

    /**
     * How many numbers a sample may carry besides its coordinates, of which its scores are made: what drawing has computed
     * anyway, or what the coordinates, doubles, have lost, or what would be computed once more for each range of parameters.
     *
     * @return how many; 0 unless a family says otherwise
     */
    default int statistics() {
        return 0;
    }

    /**
     * Draws, and their statistics. The samples are those of {@link #sample(SplitStream, long, double[][], int, int)}.
     *
     * @param stream where the random words come from
     * @param first index s of the first sample
     * @param x where the samples go: D columns
     * @param statistics where their statistics go, {@link #statistics()} columns
     * @param offset where they begin in each column
     * @param length how many
     * @throws IllegalArgumentException if there are not D columns, or the range does not lie inside each
     */
    default void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        sample(stream, first, x, offset, length);
    }

    /**
     * Scores of samples by their statistics. A family that has statistics implements this and the other method that takes them.
     *
     * @param x the samples: D columns
     * @param statistics theirs, as {@link #sample(SplitStream, long, double[][], double[][], int, int)} gave them
     * @param firstParameter the first row's parameter; the next row's is the next one
     * @param gradient where the scores go: a row for each parameter that is wanted
     * @param offset where all begin in their arrays
     * @param length how many samples
     * @throws IllegalArgumentException if there are not D columns, the rows go past the last parameter, or the range does not
     *     lie inside each array
     */
    default void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        gradLogPdf(x, offset, firstParameter, gradient, offset, length);
    }
}
