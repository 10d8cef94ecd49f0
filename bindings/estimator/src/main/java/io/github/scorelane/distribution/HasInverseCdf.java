package io.github.scorelane.distribution;

/** A distribution whose distribution function has an inverse: what stratified, antithetic and quasi-random points need. */
public interface HasInverseCdf {
    /**
     * The inverse of the distribution function F: the least x with F(x) ≥ p.
     *
     * @param p probabilities; at 0 and 1 the result is the support's end, outside NaN
     * @param pOffset where they begin
     * @param x where the results go; may be p itself, at the same offset
     * @param xOffset where they begin
     * @param length how many
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    void inverseCdf(double[] p, int pOffset, double[] x, int xOffset, int length);
}
