package io.github.scorelane.distribution;

/** The numbering of the pairs (i, j), i ≤ j, of parameters, in the order (0, 0), (0, 1), (1, 1), (0, 2), … */
public final class Pairs {
    private Pairs() {}

    static int count(int parameters) {
        return index(0, parameters);
    }

    static int index(int i, int j) {
        return Math.toIntExact((long) j * (j + 1) / 2 + i);
    }

    /**
     * Returns the j of the pair with the given number: the last j whose pairs begin at or before it. The root is rounded, so
     * its result may be off by one.
     */
    static int second(int pair) {
        int j = (int) ((Math.sqrt(8.0 * pair + 1) - 1) / 2);
        return (long) (j + 1) * (j + 2) / 2 <= pair ? j + 1 : (long) j * (j + 1) / 2 > pair ? j - 1 : j;
    }

    static void requireRange(int first, int count, int parameters) {
        long pairs = (long) parameters * (parameters + 1) / 2;
        if (first < 0 || first > pairs - count) {
            throw new IllegalArgumentException("first pair and rows are not among the " + pairs + " pairs of parameters: " + first
                    + " and " + count);
        }
    }
}
