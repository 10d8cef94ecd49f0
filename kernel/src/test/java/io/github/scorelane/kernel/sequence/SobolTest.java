package io.github.scorelane.kernel.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SobolTest {
    private static final double LEAST_P = 1e-9;
    private static final int M = 12;
    private static final int N = 1 << M;
    /** Degrees of the polynomials of the first dimensions; the first has none. */
    private static final int[] DEGREES = {1, 1, 2, 3, 3, 4, 4, 5};

    /** Compares digits with those of another program, which are made from the same table. */
    @Test
    void digitsEqualScipys() throws IOException {
        int compared = 0;
        try (var in = SobolTest.class.getResourceAsStream("sobol.csv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    long[] row = Arrays.stream(line.split(",")).mapToLong(Long::parseLong).toArray();
                    assertEquals(row[2] << (Long.SIZE - M), Sobol.digits((int) row[0], row[1]), line);
                    compared++;
                }
            }
        }
        assertTrue(compared > 700);
    }

    /** Tests indices that SciPy does not reach: an aligned run of 256 points has all first eight digits. */
    @Test
    void farPointsAreStillDistinct() {
        for (int dimension = 0; dimension < Sobol.MAX_DIMENSION; dimension += 23) {
            for (long start : new long[] {1L << 20, 1L << 33, 3L << 50}) {
                boolean[] seen = new boolean[256];
                for (int i = 0; i < 256; i++) {
                    int stratum = (int) (Sobol.digits(dimension, start + i) >>> 56);
                    assertTrue(!seen[stratum]);
                    seen[stratum] = true;
                }
            }
        }
    }

    @Test
    @Tag("bits")
    void pointsAreThoseOfTheHashHoweverARangeIsCut() {
        SplitStream stream = SplitStream.ofHashed(5);
        for (int dimension : new int[] {0, 1, 7, 2047}) {
            long added = stream.word(3L * dimension);
            long factor = stream.word(3L * dimension + 1) | 1;
            long flipped = stream.word(3L * dimension + 2);
            for (long first : new long[] {0, 1, 13, 1023, 1L << 40, (1L << 52) - 5}) {
                for (int length : new int[] {0, 1, 2, 7, 8, 9, 40, 1024}) {
                    double[] u = new double[length + 3];
                    Sobol.points(stream, dimension, first, u, 2, length);
                    for (int i = 0; i < length; i++) {
                        long x = Long.reverse(Sobol.digits(dimension, first + i));
                        x ^= x * 0x9fb21c651e98df26L;
                        x = (x + added) * factor;
                        x ^= x * 0xd6e8feb86659fd92L;
                        x ^= x * 0xa0761d6478bd642eL;
                        x = Long.reverse(x ^ flipped) >>> 12;
                        assertEquals((x + 0.5) * 0x1p-52, u[2 + i]);
                    }
                    assertEquals(0, u[0] + u[1] + u[length + 2]);
                }
            }
        }
    }

    /** Every elementary interval of a pair of coordinates holds as many points as it should: a scrambled net is still a net. */
    @Test
    @Tag("bits")
    void scrambledPointsAreStillNets() {
        for (long start : new long[] {0, 5L * N}) {
            double[][] u = new double[DEGREES.length][N];
            for (int d = 0; d < u.length; d++) {
                Sobol.points(SplitStream.ofHashed(11), d, start, u[d], 0, N);
            }
            for (int d = 0; d < u.length; d++) {
                for (int e = 0; e < d; e++) {
                    int t = DEGREES[d] + DEGREES[e] - 2;
                    for (int bits = 0; bits <= M - t; bits++) {
                        assertEvenlyFilled(u[d], bits, u[e], M - t - bits, 1 << t);
                    }
                }
            }
        }
    }

    private static void assertEvenlyFilled(double[] x, int xBits, double[] y, int yBits, int expected) {
        int[] counts = new int[1 << (xBits + yBits)];
        for (int i = 0; i < N; i++) {
            counts[((int) (x[i] * (1 << xBits)) << yBits) + (int) (y[i] * (1 << yBits))]++;
        }
        for (int count : counts) {
            assertEquals(expected, count);
        }
    }

    @Test
    void eachIntervalHoldsOnePointInEveryDimension() {
        double[] u = new double[N];
        for (int dimension = 0; dimension < Sobol.MAX_DIMENSION; dimension++) {
            Sobol.points(SplitStream.of(3), dimension, 0, u, 0, 256);
            boolean[] seen = new boolean[256];
            for (int i = 0; i < 256; i++) {
                int stratum = (int) (u[i] * 256);
                assertTrue(!seen[stratum]);
                seen[stratum] = true;
            }
        }
    }

    /** Tests over streams the first, middle and last digits of points whose digits are all 0, few and many. */
    @Test
    void aPointIsUniform() {
        for (long point : new long[] {0, 1, 6, 1000, 123_456_789}) {
            for (int shift : new int[] {52 - 8, 20, 0}) {
                long[] counts = new long[256];
                double[] u = new double[1];
                for (int k = 0; k < 1 << 16; k++) {
                    Sobol.points(SplitStream.ofHashed(k), 3, point, u, 0, 1);
                    counts[(int) ((long) (u[0] * 0x1p52) >>> shift & 255)]++;
                }
                assertFits(counts, "point " + point + ", digits from " + shift);
            }
        }
    }

    /**
     * Tests over streams the digits after the one in which two points must differ: Owen's flips of different intervals are
     * independent.
     */
    @Test
    void pointsThatPartAreIndependentFromThereOn() {
        double[] u = new double[16];
        long[][][] counts = new long[16][16][64];
        for (int k = 0; k < 1 << 15; k++) {
            Sobol.points(SplitStream.ofHashed(k), 0, 0, u, 0, 16);
            for (int i = 0; i < 16; i++) {
                for (int j = 0; j < i; j++) {
                    int common = Integer.numberOfTrailingZeros(i ^ j);
                    long difference = (long) (u[i] * 0x1p52) ^ (long) (u[j] * 0x1p52);
                    assertEquals(1, difference >>> (51 - common));
                    counts[i][j][(int) (difference >>> (45 - common) & 63)]++;
                }
            }
        }
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < i; j++) {
                assertFits(counts[i][j], i + ", " + j);
            }
        }
    }

    private static void assertFits(long[] counts, String what) {
        double[] probabilities = new double[counts.length];
        Arrays.fill(probabilities, 1.0 / counts.length);
        double p = ChiSquare.of(counts, probabilities).pValue();
        assertTrue(p > LEAST_P, what + ": p = " + p);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        double[] u = new double[4];
        SplitStream stream = SplitStream.of(1);
        refused("dimension is not between 0 and 2047: 2048", () -> Sobol.points(stream, 2048, 0, u, 0, 4));
        refused("dimension is not between 0 and 2047: -1", () -> Sobol.digits(-1, 0));
        refused("first point is not between 0 and 2^63 - 1 - 4: -1", () -> Sobol.points(stream, 0, -1, u, 0, 4));
        refused("first point is not between 0 and 2^63 - 1 - 4: 9223372036854775804",
                () -> Sobol.points(stream, 0, Long.MAX_VALUE - 3, u, 0, 4));
        refused("u is too short: offset 1 + length 4 > 4", () -> Sobol.points(stream, 0, 0, u, 1, 4));
        refused("index is negative: -1", () -> Sobol.digits(0, -1));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
