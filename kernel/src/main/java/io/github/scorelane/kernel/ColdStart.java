package io.github.scorelane.kernel;

/**
 * Who works while a JVM is cold. Until C2 has compiled a vector loop, each of its operations is a call that makes objects, and
 * the first of them loads three hundred classes. So the first {@link #COLD} elements are left to the scalar twins, which C2
 * compiles sooner; of the next {@link #WARMING} each call gives vectors so few that C2 comes to know them, and twins the rest;
 * from then on vectors do it all. The bits are the same. Threads may count wrong together, which does no harm.
 *
 * <p>A JVM's first estimate of 16 samples takes a third of the time that it would take in vectors at once, one of a million a
 * sixth, one of ten million the same.
 */
final class ColdStart {
    private static final int COLD = 1 << 22;
    private static final int WARMING = 1 << 23;
    private static final int FEW = 64;

    private static int left = Lanes.isForced() ? 0 : COLD + WARMING;

    private ColdStart() {}

    /** How many of so many elements to work in vectors, the first ones. */
    static int head(int length) {
        int now = left;
        if (now <= 0) {
            return length;
        }
        left = now - length;
        return now > WARMING ? 0 : Math.min(length, FEW);
    }
}
