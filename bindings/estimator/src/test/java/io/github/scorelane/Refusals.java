package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The assertion that a call refuses its arguments, which tests of all packages share. */
public final class Refusals {
    private Refusals() {}

    /** Asserts that a call throws an {@link IllegalArgumentException} with exactly the given message. */
    public static void refused(String message, Runnable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
