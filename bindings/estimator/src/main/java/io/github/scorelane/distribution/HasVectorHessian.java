package io.github.scorelane.distribution;

import java.util.Optional;

/**
 * A distribution of vectors whose log density has second derivatives by its parameters in closed form. P parameters make
 * P(P + 1)/2 pairs, which is why derivatives are asked for some pairs at a time.
 */
public interface HasVectorHessian {
    /**
     * Computes second derivatives ∂² log p/∂θ_i ∂θ_j at samples, for some of the pairs i ≤ j in the order (0, 0), (0, 1),
     * (1, 1), (0, 2), …: as many as there are rows.
     *
     * @param x the samples: a column for each coordinate
     * @param statistics the samples' statistics, as {@link MultivariateDistribution#sample(
     *     io.github.scorelane.kernel.stream.SplitStream, long, double[][], double[][], int, int)} gave them; not changed
     * @param firstPair the first row's pair; the next row's is the next one
     * @param hessian rows that receive the second derivatives, one for each pair that is wanted
     * @param offset index at which all begin in their arrays
     * @param length number of samples
     * @throws IllegalArgumentException if the rows go past the last pair, or the range does not lie inside each array
     * @throws IllegalStateException if the distribution has no second derivatives, for the reason that
     *     {@link #hessianRefusal()} gives
     */
    void hessianLogPdf(double[][] x, double[][] statistics, int firstPair, double[][] hessian, int offset, int length);

    /**
     * Returns the reason for which this distribution has no second derivatives after all, if there is one: a product has none
     * where one of its marginals has none.
     *
     * @return the reason, or empty where it has them
     */
    default Optional<String> hessianRefusal() {
        return Optional.empty();
    }
}
