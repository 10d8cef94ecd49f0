package io.github.scorelane.kernel.sequence;

/** Finds points of equal intervals of (0, 1). */
public final class Strata {
    /** Largest number of intervals: with more, the 52 digits of a double would not tell points inside of one apart. */
    public static final long MAX_STRATA = 1L << 52;

    private static final double LARGEST = 1 - 0x1p-53;

    private Strata() {}

    /**
     * Returns the point of an interval at a part of its length.
     *
     * @param stratum number of the interval, below 2^52
     * @param v the part, in (0, 1)
     * @param width the intervals' length
     * @return (stratum + v)·width, and below 1 where that rounds to 1
     */
    public static double inside(long stratum, double v, double width) {
        return Math.min((stratum + v) * width, LARGEST);
    }
}
