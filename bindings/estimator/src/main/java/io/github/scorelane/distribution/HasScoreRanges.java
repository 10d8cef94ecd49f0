package io.github.scorelane.distribution;

/** A distribution of so many parameters that their scores are better asked for some at a time. */
public interface HasScoreRanges {
    /**
     * Scores with respect to some of the parameters, as many as there are rows.
     *
     * @param x the points
     * @param offset where they begin
     * @param firstParameter the first row's parameter; the next row's is the next one
     * @param gradient where the scores go: a row for each parameter that is wanted
     * @param gradientOffset where they begin in each row
     * @param length how many points
     * @throws IllegalArgumentException if the rows go past the last parameter, or a range does not lie inside its array
     */
    void gradLogPdf(double[] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length);
}
