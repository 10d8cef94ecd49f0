package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Compares distances of the mean from both bounds with (φ(a) − φ(b))/(Φ(b) − Φ(a)) in 30 digits. */
class TruncatedNormalKernelTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void meansAreAsFarFromTheBoundsAsTheyShouldBe() {
        check(0, 1, -1, 2, 1.229637179091329, 1.770362820908671);
        check(0, 2, 0, INFINITY, 2 * 0.7978845608028654, INFINITY);
        check(0, 1, 30, INFINITY, 0.03325966743367704, INFINITY);
        check(0, 1, -INFINITY, -30, INFINITY, 0.03325966743367704);
        check(5, 1, -INFINITY, INFINITY, INFINITY, INFINITY);
    }

    private static void check(double mean, double deviation, double lower, double upper, double fromLower, double fromUpper) {
        double[] distances = new TruncatedNormalKernel(mean, deviation, lower, upper).distancesOfMean();
        double[] ratios = {ratio(distances[0], fromLower), ratio(distances[1], fromUpper)};
        assertArrayEquals(new double[] {1, 1}, ratios, 1e-13);
    }

    private static double ratio(double distance, double expected) {
        return distance == expected ? 1 : distance / expected;
    }
}
