package io.github.scorelane.distribution;

/** A distribution whose log density has second derivatives by its parameters in closed form. */
public interface HasHessian {
    /**
     * Second derivatives ∂² log p/∂θ_i ∂θ_j, those with i ≤ j, in the order (0, 0), (0, 1), (1, 1), (0, 2), …
     *
     * @param x the points
     * @param hessian where they go: a row for each pair
     * @param offset where all begin in their arrays
     * @param length how many points
     * @throws IllegalArgumentException if there is not a row for each pair, or the range does not lie inside an array
     */
    void hessianLogPdf(double[] x, double[][] hessian, int offset, int length);

    /**
     * Second derivatives of draws by their statistics, in the same order. A family whose draws, doubles, may have lost what these
     * are made of implements this: a Weibull draw of a small shape is 0, and its logarithm has second derivatives.
     *
     * @param x the draws
     * @param statistics theirs, as {@link UnivariateDistribution#sample(io.github.scorelane.kernel.stream.SplitStream, long,
     *     double[], double[][], int, int)} gave them; not changed
     * @param hessian where they go: a row for each pair
     * @param offset where all begin in their arrays
     * @param length how many draws
     * @throws IllegalArgumentException if there is not a row for each pair, or the range does not lie inside an array
     */
    default void hessianLogPdf(double[] x, double[][] statistics, double[][] hessian, int offset, int length) {
        hessianLogPdf(x, hessian, offset, length);
    }
}
