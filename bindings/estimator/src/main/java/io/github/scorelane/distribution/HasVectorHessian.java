package io.github.scorelane.distribution;

import java.util.Optional;

/**
 * A distribution of vectors whose log density has second derivatives by its parameters in closed form. With P parameters there are
 * P(P + 1)/2 pairs of them, of which some may be asked for at a time.
 */
public interface HasVectorHessian {
    /**
     * Second derivatives ∂² log p/∂θ_i ∂θ_j of samples, of some of the pairs i ≤ j in the order (0, 0), (0, 1), (1, 1), (0, 2), …,
     * as many as there are rows.
     *
     * @param x the samples: a column for each coordinate
     * @param statistics theirs, as {@link MultivariateDistribution#sample(io.github.scorelane.kernel.stream.SplitStream, long,
     *     double[][], double[][], int, int)} gave them; not changed
     * @param firstPair the first row's pair; the next row's is the next one
     * @param hessian where they go: a row for each pair that is wanted
     * @param offset where all begin in their arrays
     * @param length how many samples
     * @throws IllegalArgumentException if the rows go past the last pair, or the range does not lie inside each array
     * @throws IllegalStateException if there are none, for the reason that {@link #hessianRefusal()} gives
     */
    void hessianLogPdf(double[][] x, double[][] statistics, int firstPair, double[][] hessian, int offset, int length);

    /**
     * Why this distribution has no second derivatives after all: a product has none where one of its marginals has none.
     *
     * @return the reason, or nothing where it has them
     */
    default Optional<String> hessianRefusal() {
        return Optional.empty();
    }
}
