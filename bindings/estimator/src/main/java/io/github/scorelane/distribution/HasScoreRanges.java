package io.github.scorelane.distribution;

/** A distribution that may have very many parameters, so that scores are better asked for some of them at a time. */
public interface HasScoreRanges {
    /**
     * Computes scores with respect to some of the parameters: as many as there are rows.
     *
     * @param x the points
     * @param offset index in x of the first point
     * @param firstParameter the first row's parameter; the next row's is the next one
     * @param gradient rows that receive the scores, one for each parameter that is wanted
     * @param gradientOffset index of the first score in each row
     * @param length number of points
     * @throws IllegalArgumentException if the rows go past the last parameter, or a range does not lie inside its array
     */
    void gradLogPdf(double[] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length);
}
