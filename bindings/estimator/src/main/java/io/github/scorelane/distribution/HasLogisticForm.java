package io.github.scorelane.distribution;

/**
 * A distribution on an interval for which a smooth, strictly increasing map v(x) of its support onto the real line is known
 * under which it is approximately standard logistic.
 *
 * <p>The map serves two ends. Bounded functions of a draw are well approximated by polynomials in tanh(v/2). And expectations
 * become integrals over v of functions that are smooth and fall about as exp(−|v|), so that few nodes, with the weights
 * p(x(v))·dx/dv, give them to rounding. No result depends on how closely the distribution is logistic; only the number of
 * nodes does.
 *
 * <p>The map is analytic but for a kink that may lie at v = 0, so that a quadrature has to be cut there. The map of an angle
 * goes around the circle once, and may jump from the largest angle to the smallest on its way.
 */
public interface HasLogisticForm {
    /**
     * Maps points to v. The accuracy is that of tanh(v/2), which is right to some last places. In a tail that holds less than
     * 2^-50 of the probability v itself may be infinite, and it is infinite for a point at an end of the support, to which a
     * draw may have been rounded.
     *
     * @param x the points
     * @param v array that receives v(x); may be x itself
     * @param offset index at which both begin in their arrays
     * @param length number of points
     * @throws IllegalArgumentException if the range does not lie inside an array
     */
    void toLogistic(double[] x, double[] v, int offset, int length);

    /**
     * Maps v back to points x(v). Where the density may be infinite at an end of the support, a point that would round to
     * that end becomes the double next to it.
     *
     * @param v any real numbers
     * @param x array that receives the points x(v); may be v itself
     * @param logSlope array that receives the logarithms of dx/dv
     * @param offset index at which all begin in their arrays
     * @param length number of points
     * @throws IllegalArgumentException if the range does not lie inside an array
     */
    void fromLogistic(double[] v, double[] x, double[] logSlope, int offset, int length);

    /**
     * Returns the highest degree of polynomials in x that may be fitted to f by draws: that for which the square of the
     * polynomial times a squared score has an expectation that draws estimate well.
     *
     * @return 0 to 4; 0 where tails are heavy
     */
    int polynomialDegree();
}
