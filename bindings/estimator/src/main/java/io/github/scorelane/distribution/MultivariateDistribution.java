package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/**
 * A distribution of vectors of D numbers: a family at fixed parameters θ. An estimator draws its samples from it and takes
 * their scores from it. Points are kept in columns: {@code x[d][s]} is coordinate d of sample s.
 *
 * <p>Implementations are immutable and thread-safe. Parameters are everywhere in the order of {@link #parameterNames()}.
 */
public interface MultivariateDistribution {
    /**
     * Returns the number of coordinates of a sample.
     *
     * @return D
     */
    int dimension();

    /**
     * Returns the names of the parameters.
     *
     * @return a name for each parameter
     */
    List<String> parameterNames();

    /**
     * Returns the parameters θ.
     *
     * @return a new array
     */
    double[] parameters();

    /**
     * Returns the distribution of the same family at other parameters.
     *
     * @param parameters a value for each, in the order of {@link #parameterNames()}
     * @return the distribution
     * @throws IllegalArgumentException if they are not as many as the parameters, or one is out of range
     */
    MultivariateDistribution withParameters(double... parameters);

    /**
     * Draws samples. Sample s must be a function of the stream and s alone, however a range of samples is cut.
     *
     * @param stream source of the random words
     * @param first index s of the first sample
     * @param x D columns that receive the samples
     * @param offset index of the first sample in each column
     * @param length number of samples
     * @throws IllegalArgumentException if there are not D columns, or the range does not lie inside each
     */
    void sample(SplitStream stream, long first, double[][] x, int offset, int length);

    /**
     * Computes logarithms of the density, or of the probability mass where the family is discrete.
     *
     * @param x the samples: D columns
     * @param offset index of the first sample in each column
     * @param logPdf array that receives log p(x; θ)
     * @param logPdfOffset index of the first result in {@code logPdf}
     * @param length number of samples
     * @throws IllegalArgumentException if there are not D columns, or a range does not lie inside its array
     */
    void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length);

    /**
     * Computes scores: the derivatives of log p(x; θ) with respect to some of the parameters, as many as there are rows.
     *
     * @param x the samples: D columns
     * @param offset index of the first sample in each column
     * @param firstParameter the first row's parameter; the next row's is the next one
     * @param gradient rows that receive the scores, one for each parameter that is wanted
     * @param gradientOffset index of the first score in each row
     * @param length number of samples
     * @throws IllegalArgumentException if there are not D columns, the rows go past the last parameter, or a range does not
     *     lie inside its array
     */
    void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length);

    /**
     * Returns the number of statistics: numbers that a sample carries besides its coordinates, and from which its scores are
     * computed. They are numbers that drawing has computed anyway, or that rounding has lost from the coordinates, or that
     * would otherwise be computed once more for each range of parameters.
     *
     * @return the number, 0 unless a family says otherwise
     */
    default int statistics() {
        return 0;
    }

    /**
     * Draws samples, and their statistics. The samples are those of {@link #sample(SplitStream, long, double[][], int, int)}.
     *
     * @param stream source of the random words
     * @param first index s of the first sample
     * @param x D columns that receive the samples
     * @param statistics {@link #statistics()} columns that receive the samples' statistics
     * @param offset index of the first sample in each column
     * @param length number of samples
     * @throws IllegalArgumentException if there are not D columns, or the range does not lie inside each
     */
    default void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        sample(stream, first, x, offset, length);
    }

    /**
     * Computes scores of samples from their statistics. A family that has statistics overrides this and the other method that
     * takes them.
     *
     * @param x the samples: D columns
     * @param statistics the samples' statistics, as {@link #sample(SplitStream, long, double[][], double[][], int, int)} gave
     *     them
     * @param firstParameter the first row's parameter; the next row's is the next one
     * @param gradient rows that receive the scores, one for each parameter that is wanted
     * @param offset index at which all begin in their arrays
     * @param length number of samples
     * @throws IllegalArgumentException if there are not D columns, the rows go past the last parameter, or the range does not
     *     lie inside each array
     */
    default void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        gradLogPdf(x, offset, firstParameter, gradient, offset, length);
    }
}
