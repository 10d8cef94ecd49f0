package io.github.scorelane.kernel.sum;

/**
 * Eight partial sums: sample s of a block adds into lane s mod 8, at every vector width. They are folded once, at the end,
 * by halves.
 */
public final class EightLanes {
    /** How many lanes a sum has. */
    public static final int COUNT = 8;

    /**
     * No place of an array, though C2 does not know it: a loop that also ends there is not unrolled. Unrolled eight times, one with
     * many sums would keep them on the stack, and take 1.7 times as long.
     */
    static int never = -1;

    private EightLanes() {}

    /**
     * The sum of eight lanes: (i, i + 4), then (i, i + 2), then (i, i + 1).
     *
     * @param lanes an array with the lanes
     * @param at where they begin
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
