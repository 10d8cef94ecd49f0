package io.github.scorelane.kernel;

/**
 * Reads the system properties that say how vectors are to be used, without loading anything of the Vector API.
 *
 * <p>{@code scorelane.vector.bits} forces a width: 0 (the scalar twins do all the work), 128, 256 or 512. A forced width is used
 * from the first element on. {@code scorelane.vector.cold=0} does that for the width of the hardware: tests and measurements want
 * vectors that are there from the start.
 *
 * <p>Any other value is refused: somebody who sets one measures, or looks for a fault, and would take the default's figures for
 * those of another setting if a warning were overlooked. The refusal is an {@link IllegalArgumentException}, each time that a
 * kernel asks what it runs on. Were it thrown while a class is initialised, the first use would end with an {@link
 * ExceptionInInitializerError}, and each later one with an error that gives no reason.
 */
final class VectorOptions {
    /** Name of the system property that forces a width. */
    static final String BITS = "scorelane.vector.bits";

    /** Name of the system property that makes kernels use vectors from the first element on. */
    static final String COLD = "scorelane.vector.cold";

    private static final String FORCED = System.getProperty(BITS, "").strip();
    private static final String FROM_THE_START = System.getProperty(COLD);
    private static final String REFUSAL = refusal(FORCED, FROM_THE_START);

    private VectorOptions() {}

    /** Throws if a property has a value that it cannot have. */
    static void check() {
        if (REFUSAL != null) {
            throw new IllegalArgumentException(REFUSAL);
        }
    }

    /** Returns the width that is asked for, as digits. It is empty if none is asked for, or if the properties are refused. */
    static String forcedBits() {
        return REFUSAL == null ? FORCED : "0";
    }

    /** Tells if vectors are to be used before anything shows that they are compiled. */
    static boolean startHot() {
        return REFUSAL == null && (!FORCED.isEmpty() || FROM_THE_START != null);
    }

    static String refusal(String bits, String cold) {
        return switch (bits) {
            case "", "0", "128", "256", "512" -> cold == null || cold.strip().equals("0") ? null
                    : "system property ".concat(COLD).concat(" is not 0: ").concat(cold);
            default -> "system property ".concat(BITS).concat(" is not 0, 128, 256 or 512: ").concat(bits);
        };
    }
}
