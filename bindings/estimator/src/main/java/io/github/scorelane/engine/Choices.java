package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.EightLanes;

/** How many of the eight lanes chose which constant, packed into a number, for there may be millions of them. */
public final class Choices {
    /** No lane had a choice. */
    public static final int NONE = -1;
    private static final int SHIFT = 4;

    private Choices() {}

    static int pack(int means, int optimalConstants) {
        return means << SHIFT | optimalConstants;
    }

    /**
     * Lanes that subtract nothing.
     *
     * @param packed choices
     * @return how many
     */
    public static int plain(int packed) {
        return EightLanes.COUNT - means(packed) - optimalConstants(packed);
    }

    /**
     * Lanes that subtract the mean of f over the others.
     *
     * @param packed choices
     * @return how many
     */
    public static int means(int packed) {
        return packed >> SHIFT;
    }

    /**
     * Lanes that subtract the optimal constant of the others.
     *
     * @param packed choices
     * @return how many
     */
    public static int optimalConstants(int packed) {
        return packed & (1 << SHIFT) - 1;
    }
}
