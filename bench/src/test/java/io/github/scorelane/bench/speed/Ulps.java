package io.github.scorelane.bench.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

final class Ulps {
    private Ulps() {}

    /** Numbers are equal to so many units in the last place of a scale, the largest number that went into the result. */
    static void assertClose(double expected, double actual, double scale, int ulps) {
        assertEquals(expected, actual, ulps * Math.ulp(scale));
    }
}
