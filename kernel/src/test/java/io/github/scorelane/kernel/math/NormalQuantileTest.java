package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NormalQuantileTest {
    private static final int OCTAVES = 62;
    private static final int PIECES_PER_OCTAVE = 8;
    /** The word with tail probability 1/8, where the central part begins. */
    private static final long CENTRE = 1L << 61;

    @Test
    void errorIsWithinTheBoundAndTheBoundIsNotLoose() {
        References references = References.of("normal-quantile.csv");
        long[] words = references.arguments();
        double[] x = new double[words.length];
        NormalQuantile.quantile(words, 0, x, 0, words.length);
        double[] twins = LongStream.of(words).mapToDouble(NormalQuantile::quantile).toArray();
        for (double[] results : new double[][] {x, twins}) {
            References.Worst worst = references.worst(results);
            assertTrue(worst.ulps() <= NormalQuantile.MAX_ULPS, worst::toString);
            assertTrue(worst.ulps() > 0.6 * NormalQuantile.MAX_ULPS, worst::toString);
        }
    }

    @Test
    void isSymmetric() {
        assertAll("quantile(~w) == -quantile(w)", words(1_000_000),
                w -> NormalQuantile.quantile(~w) == -NormalQuantile.quantile(w));
    }

    @Test
    void neverFalls() {
        assertAll("quantile(w) <= quantile(w + 1)", words(10_000_000), w -> rises(w, w + 1));
        SplittableRandom random = new SplittableRandom(4);
        assertAll("quantile(w) <= quantile(w + 2^k)", words(10_000_000), w -> rises(w, w + (1L << random.nextInt(64))));
    }

    @Test
    void neverFallsAtTheEdgesOfThePieces() {
        assertAll("64 words each side of an edge",
                LongStream.range(0, OCTAVES).flatMap(octave -> LongStream.range(0, PIECES_PER_OCTAVE)
                        .map(piece -> CENTRE / (2 * PIECES_PER_OCTAVE) * (2 * PIECES_PER_OCTAVE - piece) >>> octave))
                        .flatMap(edge -> LongStream.range(edge - 64, edge + 64))
                        .flatMap(w -> LongStream.of(w, ~w - 1)),
                w -> rises(w, w + 1));
    }

    @Test
    void extremes() {
        assertEquals(-9.1552937726860725, NormalQuantile.quantile(0), 4e-15);
        assertEquals(9.1552937726860725, NormalQuantile.quantile(-1), 4e-15);
        assertTrue(NormalQuantile.quantile(Long.MAX_VALUE) < 0);
        assertTrue(NormalQuantile.quantile(Long.MIN_VALUE) > 0);
    }

    @Test
    @Tag("bits")
    void arrayEqualsTwinBitForBit() {
        long[] words = words(1_000_000).toArray();
        double[] x = new double[words.length];
        NormalQuantile.quantile(words, 0, x, 0, words.length);
        assertSame(LongStream.of(words).mapToDouble(NormalQuantile::quantile).toArray(), x);
        NormalQuantile.quantile(words, 0, -3.25, 0.7, x, 0, words.length);
        assertSame(LongStream.of(words).mapToDouble(w -> Math.fma(0.7, NormalQuantile.quantile(w), -3.25)).toArray(),
                x);
    }

    @Test
    @Tag("bits")
    void everyLengthAndOffset() {
        long[] words = words(300).toArray();
        for (int length = 0; length <= 200; length++) {
            for (int offset = 0; offset <= 12; offset += 3) {
                double[] x = new double[length + 20];
                double[] expected = new double[length + 20];
                int xOffset = 7 - offset / 2;
                for (int i = 0; i < length; i++) {
                    expected[xOffset + i] = NormalQuantile.quantile(words[offset + i]);
                }
                NormalQuantile.quantile(words, offset, x, xOffset, length);
                assertSame(expected, x);
                for (int i = 0; i < length; i++) {
                    expected[xOffset + i] = Math.fma(2.5, NormalQuantile.quantile(words[offset + i]), 10);
                }
                NormalQuantile.quantile(words, offset, 10, 2.5, x, xOffset, length);
                assertSame(expected, x);
            }
        }
    }

    @Test
    void badArgumentsAreRefused() {
        long[] words = new long[10];
        double[] x = new double[9];
        assertRefused("words is too short: offset 1 + length 10 > 10", words, 1, new double[10], 0, 10);
        assertRefused("x is too short: offset 0 + length 10 > 9", words, 0, x, 0, 10);
        assertRefused("offset of words is negative: -1", words, -1, x, 0, 1);
        assertRefused("offset of x is negative: -1", words, 0, x, -1, 1);
        assertRefused("length is negative: -1", words, 0, x, 0, -1);
    }

    /** Makes words of which half are uniform, and half have the same number in each octave of the two tails. */
    private static LongStream words(int count) {
        SplittableRandom random = new SplittableRandom(3);
        return LongStream.range(0, count).map(i -> {
            long word = random.nextLong();
            return switch ((int) i & 3) {
                case 0 -> word >>> random.nextInt(64);
                case 1 -> ~(word >>> random.nextInt(64));
                default -> word;
            };
        });
    }

    /** Tells if the quantile does not fall from one word to another, or the other word is not the greater. */
    private static boolean rises(long w, long greater) {
        return Long.compareUnsigned(w, greater) >= 0 || NormalQuantile.quantile(w) <= NormalQuantile.quantile(greater);
    }

    private static void assertAll(String what, LongStream words, LongPredicate holds) {
        words.filter(holds.negate()).findFirst().ifPresent(w -> {
            throw new AssertionError(what + " is false at w = " + Long.toHexString(w));
        });
    }

    private static void assertSame(double[] expected, double[] actual) {
        int i = Arrays.mismatch(expected, actual);
        assertTrue(i < 0, () -> "at " + i + ": " + expected[i] + " is not " + actual[i]);
    }

    private static void assertRefused(String message, long[] words, int wordsOffset,
            double[] x, int xOffset, int length) {
        assertEquals(message, assertThrows(IllegalArgumentException.class,
                () -> NormalQuantile.quantile(words, wordsOffset, x, xOffset, length)).getMessage());
        assertEquals(message, assertThrows(IllegalArgumentException.class,
                () -> NormalQuantile.quantile(words, wordsOffset, 0, 1, x, xOffset, length)).getMessage());
    }
}
