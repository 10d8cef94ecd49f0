package io.github.scorelane.distribution;

/** A distribution whose log density has second derivatives by its parameters in closed form. */
public interface HasHessian {
    /**
     * Computes the second derivatives ∂² log p/∂θ_i ∂θ_j for all pairs i ≤ j, in the order (0, 0), (0, 1), (1, 1), (0, 2), …
     *
     * @param x the points
     * @param hessian rows that receive the second derivatives, one for each pair
     * @param offset index at which all begin in their arrays
     * @param length number of points
     * @throws IllegalArgumentException if there is not a row for each pair, or the range does not lie inside an array
     */
    void hessianLogPdf(double[] x, double[][] hessian, int offset, int length);

    /**
     * Computes the second derivatives at draws from the statistics of these, in the same order. A family overrides this if
     * rounding may take from its draws what the derivatives are made of: a Weibull draw of a small shape may be 0, but its
     * logarithm, a statistic, determines the second derivatives.
     *
     * @param x the draws
     * @param statistics the draws' statistics, as {@link UnivariateDistribution#sample(
     *     io.github.scorelane.kernel.stream.SplitStream, long, double[], double[][], int, int)} gave them; not changed
     * @param hessian rows that receive the second derivatives, one for each pair
     * @param offset index at which all begin in their arrays
     * @param length number of draws
     * @throws IllegalArgumentException if there is not a row for each pair, or the range does not lie inside an array
     */
    default void hessianLogPdf(double[] x, double[][] statistics, double[][] hessian, int offset, int length) {
        hessianLogPdf(x, hessian, offset, length);
    }
}
