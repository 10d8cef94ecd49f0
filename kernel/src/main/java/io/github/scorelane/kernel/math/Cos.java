package io.github.scorelane.kernel.math;

/**
 * Computes the cosine of an angle in radians.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for |x| ≤ 2^20, also next to its zeros; beyond, and for NaN,
 * it is NaN.
 *
 * <p>Method: that of {@link Sin}, a quarter turn on.
 */
public final class Cos {
    /** The maximal error, in units in the last place of the exact result: that of {@link Sin}. */
    public static final double MAX_ULPS = Sin.MAX_ULPS;

    private static final long QUARTER = 1;

    private Cos() {}

    /**
     * Computes the cosine of an angle.
     *
     * @param x any value
     * @return cos x
     */
    public static double cos(double x) {
        return Sin.sin(x, QUARTER);
    }

    /**
     * Computes the cosines of an array of angles.
     *
     * @param x the angles
     * @param xOffset index of the first element
     * @param y receives the cosines; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void cos(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Sin.sin(QUARTER, x, xOffset, y, yOffset, length);
    }
}
