package io.github.scorelane.distribution;

/**
 * A distribution whose orthonormal polynomials are known, in a number t that a draw x determines: p₁(t), p₂(t), …, each of
 * mean 0 and variance 1, and uncorrelated. They are control variates: where a function times a score is such a polynomial they
 * predict it whole, where not they predict a part, and their own means are known exactly.
 *
 * <p>If their means are not 0, estimates are biased: {@link io.github.scorelane.check.ScoreCheck} checks them.
 */
public interface HasScorePolynomials {
    /**
     * The polynomials in t.
     *
     * @return up to the degree that the distribution has, at most {@value OrthonormalPolynomials#MAX_DEGREE}
     */
    OrthonormalPolynomials scorePolynomials();

    /**
     * The number t, of mean 0 and variance 1; most often (x − mean)/(standard deviation).
     *
     * @param x the points
     * @param t where their t go
     * @param offset where both begin in their arrays
     * @param length how many points
     * @throws IllegalArgumentException if the range does not lie inside an array
     */
    void standardise(double[] x, double[] t, int offset, int length);
}
