package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Exp;
import java.io.Serializable;

/** Inverts a truncated standard normal distribution's function, by the method that suits the place of its interval. */
interface TruncatedNormalInverse extends Serializable {
    double SQRT_TWO_PI = 2.5066282746310007;
    /** Width up to which an interval is inverted by a polynomial, in units of the length on which the density changes. */
    double NARROW = 0x1p-5;
    /** Distance of a centre beyond which tail probabilities soon are too small for a double. */
    double FAR = 32;

    /**
     * Replaces probabilities by z − c, with c the point of the interval that is next to 0.
     *
     * @param x the probabilities, which may be 0 and 1
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    void invert(double[] x, int offset, int length);

    /**
     * Creates the inverse for an interval.
     *
     * @param centre c
     * @param lower the least z − c, not positive, may be infinite
     * @param upper the greatest, not negative, may be infinite
     * @param integral its integral, by {@link TruncatedNormalMoments}
     * @return the inverse; its results may be past the interval by rounding
     */
    static TruncatedNormalInverse of(double centre, double lower, double upper, double integral) {
        if (Math.max(-lower, upper) * Math.max(1, Math.abs(centre)) <= NARROW) {
            return new TruncatedNormalPolynomial(centre, lower, integral);
        }
        if (Math.abs(centre) >= FAR) {
            return new TruncatedNormalTail(centre, Math.max(-lower, upper), integral);
        }
        // The interval is turned so that it lies more below 0 than above: probabilities next to 0 are exact, those next to 1 are
        // not.
        boolean mirrored = lower + upper + 2 * centre > 0;
        double end = mirrored ? upper + centre : -lower - centre;
        double below = end == Double.POSITIVE_INFINITY ? 0
                : density(end) * TruncatedNormalMoments.integral(end, 0, Double.POSITIVE_INFINITY);
        double mass = Math.min(1 - below, density(centre) * integral);
        return new TruncatedNormalProbit(centre, mirrored, below, mass);
    }

    private static double density(double z) {
        return Exp.exp(-0.5 * z * z) / SQRT_TWO_PI;
    }
}
