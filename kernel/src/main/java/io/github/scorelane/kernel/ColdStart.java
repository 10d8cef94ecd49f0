package io.github.scorelane.kernel;

/**
 * Who works while a JVM is cold. Until C2 has compiled a vector loop, each of its operations is a call that makes objects, and
 * the first of them loads three hundred classes: vectors take half a second or more before they are fast. So the first
 * elements, of all kernels together, are left to the scalar twins, which C2 compiles sooner: 64 million, or
 * {@code -Dscorelane.vector.cold}. Of the 16 million that follow, each call gives vectors so few that C2 comes to know them,
 * and twins the rest; from then on vectors do it all. The bits are the same. Threads may count wrong together, which does no
 * harm.
 *
 * <p>So a program that ends before vectors would have paid does not wait for them. First estimates in a JVM, with all vectors
 * from the start and like this: 16 samples 124 and 44 ms, a million 743 and 112, ten million 880 and 219, a hundred million
 * 1,024 and 1,212 (medians of three JVMs, AMD Zen 4, two cores).
 */
final class ColdStart {
    /** The system property that says how many elements the scalar twins do first. */
    static final String PROPERTY = "scorelane.vector.cold";

    private static final int FEW = 64;
    private static final int WARMING = 16_000_000;

    private static int left = start();

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

    /** The sentence that refuses what the property is set to; null where it is a number in range, or not set. */
    static String refusal() {
        String cold = cold();
        return cold.matches("[0-9]{1,10}") && Long.parseLong(cold) <= 1_000_000_000 ? null
                : "system property " + PROPERTY + " is not between 0 and 1000000000: " + cold;
    }

    private static String cold() {
        return System.getProperty(PROPERTY, Lanes.isForced() ? "0" : "64000000").strip();
    }

    private static int start() {
        String cold = cold();
        return cold.equals("0") || refusal() != null ? 0 : Integer.parseInt(cold) + WARMING;
    }
}
