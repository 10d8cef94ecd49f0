package io.github.scorelane.distribution;

/**
 * A distribution whose distribution function has an inverse that can be computed. Stratified, antithetic and quasi-random
 * sampling need it, as they turn uniform points into draws.
 */
public interface HasInverseCdf {
    /**
     * Computes the inverse of the distribution function F: the least x with F(x) ≥ p.
     *
     * @param p probabilities; the result is an end of the support at 0 and 1, and NaN at numbers outside
     * @param pOffset index in p of the first probability
     * @param x array that receives the results; may be p itself, at the same offset
     * @param xOffset index in x of the first result
     * @param length number of probabilities
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    void inverseCdf(double[] p, int pOffset, double[] x, int xOffset, int length);
}
