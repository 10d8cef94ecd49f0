package io.github.scorelane.kernel.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LatinHypercubeTest {
    private static final double LEAST_P = 1e-9;

    @Test
    @Tag("bits")
    void eachIntervalHoldsOnePoint() {
        for (int n : new int[] {1, 2, 3, 5, 8, 100, 1000, 1024, 1025, 4099}) {
            double[] u = new double[n];
            for (int d = 0; d < 3; d++) {
                LatinHypercube.points(SplitStream.ofHashed(n), n, d, 3, 0, u, 0, n);
                boolean[] seen = new boolean[n];
                for (double v : u) {
                    assertTrue(v > 0 && v < 1);
                    int stratum = (int) (v * n);
                    assertTrue(!seen[stratum], n + " points, coordinate " + d);
                    seen[stratum] = true;
                }
            }
        }
    }

    @Test
    @Tag("bits")
    void anyCutOfARangeGivesTheSamePoints() {
        double[] whole = new double[1000];
        LatinHypercube.points(SplitStream.of(1), 5000, 1, 2, 700, whole, 0, 1000);
        for (int from = 0; from < 1000; from += 37) {
            int length = Math.min(53, 1000 - from);
            double[] part = new double[length + 1];
            LatinHypercube.points(SplitStream.of(1), 5000, 1, 2, 700 + from, part, 1, length);
            assertArrayEquals(Arrays.copyOfRange(whole, from, from + length), Arrays.copyOfRange(part, 1, length + 1));
        }
    }

    /** Tests one point, and the pair of its coordinates, over streams: an estimate is unbiased because both are uniform. */
    @Test
    void aPointIsUniformInTheCube() {
        for (int n : new int[] {5, 16, 100}) {
            long[] line = new long[128];
            long[] square = new long[64];
            double[] u = new double[2];
            for (int k = 0; k < 1 << 16; k++) {
                for (int d = 0; d < 2; d++) {
                    LatinHypercube.points(SplitStream.ofHashed(k), n, d, 2, n / 2, u, d, 1);
                }
                line[(int) (u[0] * 128)]++;
                square[(int) (u[0] * 8) * 8 + (int) (u[1] * 8)]++;
            }
            assertFits(line, "line, " + n);
            assertFits(square, "square, " + n);
        }
    }

    /** Tests over streams that all 24 permutations of 4 and all ordered pairs of 7 places are nearly alike. */
    @Test
    void permutationsAreNearlyAllAlike() {
        long[] orders = new long[256];
        long[] pairs = new long[49];
        for (int k = 0; k < 1 << 16; k++) {
            var four = new LatinHypercube.Permutation(SplitStream.ofHashed(k), 0, 4);
            orders[(int) (four.of(0) << 6 | four.of(1) << 4 | four.of(2) << 2 | four.of(3))]++;
            var seven = new LatinHypercube.Permutation(SplitStream.ofHashed(k), 0, 7);
            pairs[(int) (seven.of(2) * 7 + seven.of(5))]++;
        }
        assertEquals(24, Arrays.stream(orders).filter(count -> count > 0).count());
        long[] different = Arrays.stream(pairs).filter(count -> count > 0).toArray();
        assertEquals(42, different.length);
        double mean = (1 << 16) / 42.0;
        for (long count : different) {
            assertTrue(count > 0.5 * mean && count < 2 * mean, Arrays.toString(pairs));
        }
    }

    private static void assertFits(long[] counts, String what) {
        double[] probabilities = new double[counts.length];
        Arrays.fill(probabilities, 1.0 / counts.length);
        double p = ChiSquare.of(counts, probabilities).pValue();
        assertTrue(p > LEAST_P, what + ": p = " + p);
    }

    @Test
    void aPointIsBelowOne() {
        assertEquals(1 - 0x1p-53, Strata.inside((1L << 40) - 1, 1 - 0x1p-53, 0x1p-40));
        assertEquals(0.5 + 0x1p-3, Strata.inside(2, 0.5, 0.25));
    }

    @Test
    void refusesWhatIsOutOfRange() {
        double[] u = new double[4];
        SplitStream stream = SplitStream.of(1);
        refused("number of points is not between 1 and 2^50: 0", () -> LatinHypercube.points(stream, 0, 0, 1, 0, u, 0, 1));
        refused("points 2 to 5 are not between 0 and 4", () -> LatinHypercube.points(stream, 5, 0, 1, 2, u, 0, 4));
        refused("u is too short: offset 2 + length 4 > 4", () -> LatinHypercube.points(stream, 5, 0, 1, 0, u, 2, 4));
        refused("column is not between 0 and 1: 2", () -> LatinHypercube.points(stream, 5, 2, 2, 0, u, 0, 4));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
