package io.github.scorelane.kernel.sum;

/**
 * Describes the eight partial sums of which every sum is made: sample s of a block adds into lane s mod 8, at every vector width.
 * The lanes are folded once, at the end, by halves; until then they are the eight folds of a cross-fit.
 */
public final class EightLanes {
    /** Number of lanes of a sum. */
    public static final int COUNT = 8;

    /**
     * Index that no array has, though C2 does not know it: a loop that also ends there is not unrolled. If it were unrolled eight
     * times, a loop with many sums would keep them on the stack, and take 1.7 times as long.
     */
    static int never = -1;

    private EightLanes() {}

    /**
     * Adds up eight lanes: (i, i + 4), then (i, i + 2), then (i, i + 1).
     *
     * @param lanes an array with the lanes
     * @param at index of the first element
     * @return the sum
     */
    public static double fold(double[] lanes, int at) {
        double a = lanes[at] + lanes[at + 4];
        double b = lanes[at + 1] + lanes[at + 5];
        double c = lanes[at + 2] + lanes[at + 6];
        double d = lanes[at + 3] + lanes[at + 7];
        return (a + c) + (b + d);
    }
}
