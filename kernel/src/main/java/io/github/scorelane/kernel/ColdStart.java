package io.github.scorelane.kernel;

/**
 * Who works while a JVM is cold. Until C2 has compiled a vector loop, each of its operations is a call that makes objects, and
 * the first of them loads three hundred classes. So the first elements, four million or
 * {@code -Dscorelane.vector.cold}, are left to the scalar twins, which C2 compiles sooner; of twice as many that follow, each
 * call gives vectors so few that C2 comes to know them, and twins the rest; from then on vectors do it all. The bits are the
 * same. Threads may count wrong together, which does no harm.
 *
 * <p>A JVM's first estimate of 16 samples takes a third of the time that it would take in vectors at once, one of a million a
 * sixth, one of ten million the same.
 */
final class ColdStart {
    /** The system property that says how many elements the scalar twins do first. */
    static final String PROPERTY = "scorelane.vector.cold";

    private static final int FEW = 64;
    private static final int WARMING = 2 * cold();

    private static int left = WARMING + WARMING / 2;

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

    private static int cold() {
        String set = System.getProperty(PROPERTY, Lanes.isForced() ? "0" : "4000000").strip();
        if (!set.matches("[0-9]{1,9}") || Integer.parseInt(set) > 500_000_000) {
            throw new IllegalArgumentException("system property " + PROPERTY + " is not between 0 and 500000000: " + set);
        }
        return Integer.parseInt(set);
    }
}
