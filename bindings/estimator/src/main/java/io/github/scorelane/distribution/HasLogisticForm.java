package io.github.scorelane.distribution;

/**
 * A distribution on an interval for which a smooth, strictly increasing map v(x) of its support onto the real line is known, under
 * which it is about standard logistic.
 *
 * <p>Bounded functions of a draw are well described by polynomials in tanh(v/2), and expectations are integrals over v of what is
 * smooth there and falls about as exp(−|v|): few nodes give them to rounding, with weights p(x(v))·dx/dv. Nothing that is
 * computed so depends on how closely the distribution is logistic; only the number of nodes does.
 *
 * <p>The map is analytic but for a kink that may lie at v = 0, where nodes therefore have to be cut. Of an angle it goes around the
 * circle once, and may turn from the largest angle to the smallest on its way.
 */
public interface HasLogisticForm {
    /**
     * Maps points to v. As a point of tanh(v/2) the result is right to some last places; v itself may be infinite in a tail that
     * holds less than 2^-50 of the probability, and is so for a point at an end of the support, which may be a rounded one.
     *
     * @param x the points
     * @param v where v(x) goes; may be x itself
     * @param offset where both begin in their arrays
     * @param length how many points
     * @throws IllegalArgumentException if the range does not lie inside an array
     */
    void toLogistic(double[] x, double[] v, int offset, int length);

    /**
     * Maps back. A point that would round to an end of the support where the density may be infinite is the double next to it.
     *
     * @param v any real numbers
     * @param x where the points x(v) go; may be v itself
     * @param logSlope where the logarithms of dx/dv go
     * @param offset where all begin in their arrays
     * @param length how many
     * @throws IllegalArgumentException if the range does not lie inside an array
     */
    void fromLogistic(double[] v, double[] x, double[] logSlope, int offset, int length);

    /**
     * Highest degree of a polynomial in x whose square times a squared score has an expectation that draws estimate well.
     *
     * @return 0 to 4; 0 where tails are heavy
     */
    int polynomialDegree();
}
