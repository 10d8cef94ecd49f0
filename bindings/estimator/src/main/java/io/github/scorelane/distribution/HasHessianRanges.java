package io.github.scorelane.distribution;

/** A distribution of so many parameters that second derivatives by pairs of them are better asked for some at a time. */
public interface HasHessianRanges extends HasHessian {
    /**
     * Second derivatives of some of the pairs, in the order of {@link HasHessian}, as many as there are rows.
     *
     * @param x the points
     * @param firstPair the first row's pair; the next row's is the next one
     * @param hessian where they go: a row for each pair that is wanted
     * @param offset where all begin in their arrays
     * @param length how many points
     * @throws IllegalArgumentException if the rows go past the last pair, or the range does not lie inside an array
     */
    void hessianLogPdf(double[] x, int firstPair, double[][] hessian, int offset, int length);
}
