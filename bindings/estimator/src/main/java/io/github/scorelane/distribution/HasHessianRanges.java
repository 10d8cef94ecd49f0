package io.github.scorelane.distribution;

/**
 * A distribution that may have very many parameters, so that second derivatives are better asked for some pairs of them at a
 * time.
 */
public interface HasHessianRanges extends HasHessian {
    /**
     * Computes the second derivatives for some of the pairs, in the order of {@link HasHessian}: as many as there are rows.
     *
     * @param x the points
     * @param firstPair the first row's pair; the next row's is the next one
     * @param hessian rows that receive the second derivatives, one for each pair that is wanted
     * @param offset index at which all begin in their arrays
     * @param length number of points
     * @throws IllegalArgumentException if the rows go past the last pair, or the range does not lie inside an array
     */
    void hessianLogPdf(double[] x, int firstPair, double[][] hessian, int offset, int length);
}
