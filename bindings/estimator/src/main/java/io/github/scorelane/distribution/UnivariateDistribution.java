package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/**
 * A distribution of one number: a family at fixed parameters θ. An estimator draws its samples from it and takes their scores
 * from it.
 *
 * <p>Implementations are immutable and thread-safe. Parameters are everywhere in the order of {@link #parameterNames()}.
 */
public interface UnivariateDistribution {
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
    UnivariateDistribution withParameters(double... parameters);

    /**
     * Draws numbers. Draw e must be a function of the stream and e alone, however a range of draws is cut.
     *
     * @param stream source of the random words
     * @param first index e of the first draw
     * @param x array that receives the draws
     * @param offset index in x of the first draw
     * @param length number of draws
     * @throws IllegalArgumentException if the range does not lie inside the array
     */
    void sample(SplitStream stream, long first, double[] x, int offset, int length);

    /**
     * Computes logarithms of the density, or of the probability mass where the family is discrete.
     *
     * @param x the points
     * @param offset index in x of the first point
     * @param logPdf array that receives log p(x; θ)
     * @param logPdfOffset index of the first result in {@code logPdf}
     * @param length number of points
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length);

    /**
     * Computes scores: the derivatives of log p(x; θ) with respect to each parameter. The operation is optional. A family
     * that does not override this method has no scores, and estimators of its gradients refuse it; finite differences of the
     * log density are not taken in their place.
     *
     * @param x the points
     * @param offset index in x of the first point
     * @param gradient rows that receive the scores, one for each parameter
     * @param gradientOffset index of the first score in each row
     * @param length number of points
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
     * Returns the number of statistics: numbers that a draw carries besides its value, and from which its scores are
     * computed. They are numbers that drawing has computed anyway, or that rounding has lost from the value: a gamma draw of
     * a small shape may be 0 where its logarithm is −1000.
     *
     * @return the number, 0 unless a family says otherwise
     */
    default int statistics() {
        return 0;
    }

    /**
     * Draws numbers, and their statistics. The draws are those of {@link #sample(SplitStream, long, double[], int, int)}.
     *
     * @param stream source of the random words
     * @param first index e of the first draw
     * @param x array that receives the draws
     * @param statistics {@link #statistics()} rows that receive the draws' statistics
     * @param offset index at which all begin in their arrays
     * @param length number of draws
     * @throws IllegalArgumentException if the range does not lie inside an array
     */
    default void sample(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        sample(stream, first, x, offset, length);
    }

    /**
     * Computes scores of draws from their statistics. A family that has statistics overrides this and the other method that
     * takes them.
     *
     * @param x the draws
     * @param statistics the draws' statistics, as {@link #sample(SplitStream, long, double[], double[][], int, int)} gave
     *     them
     * @param gradient rows that receive the scores, one for each parameter
     * @param offset index at which all begin in their arrays
     * @param length number of draws
     * @throws IllegalArgumentException if there is not a row for each parameter, or the range does not lie inside an array
     */
    default void gradLogPdf(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        gradLogPdf(x, offset, gradient, offset, length);
    }
}
