package io.github.scorelane.kernel.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.commons.rng.SplittableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitStreamTest {
    private static final int MILLION = 1_000_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE, 0x123456789abcdefL})
    @Tag("bits")
    void equalsCommonsAndTheJdk(long seed) {
        long[] words = new long[MILLION];
        SplitStream.of(seed).words(0, words, 0, MILLION);
        UniformRandomProvider commons = RandomSource.SPLIT_MIX_64.create(seed);
        SplittableRandom jdk = new SplittableRandom(seed);
        for (int i = 0; i < MILLION; i++) {
            assertEquals(commons.nextLong(), words[i]);
            assertEquals(jdk.nextLong(), words[i]);
        }
    }

    /** SplittableRandom(seed + i·γ) begins where word i stands: that reaches any index. */
    @ParameterizedTest
    @ValueSource(longs = {1L << 31, 1L << 40, (1L << 62) + 12345, Long.MAX_VALUE, -3})
    @Tag("bits")
    void farIndicesEqualTheJdk(long first) {
        long[] words = new long[1000];
        SplitStream.of(42).words(first, words, 0, 1000);
        SplittableRandom jdk = new SplittableRandom(42 + first * SplitStream.GOLDEN_GAMMA);
        for (int i = 0; i < 1000; i++) {
            assertEquals(jdk.nextLong(), words[i]);
            assertEquals(words[i], SplitStream.of(42).word(first + i));
        }
    }

    @Test
    @Tag("bits")
    void anyCutOfARangeGivesTheSameWords() {
        SplitStream stream = SplitStream.ofHashed(7).substream(3).column(2, 5);
        long[] whole = new long[4096];
        double[] uniforms = new double[4096];
        stream.words(11, whole, 0, 4096);
        stream.uniforms(11, uniforms, 0, 4096);
        Random random = new Random(1);
        for (int trial = 0; trial < 500; trial++) {
            long[] cut = new long[4096];
            double[] cutUniforms = new double[4096];
            for (int i = 0; i < 4096; ) {
                int length = Math.min(4096 - i, random.nextInt(70));
                stream.words(11 + i, cut, i, length);
                stream.uniforms(11 + i, cutUniforms, i, length);
                i += length;
            }
            assertArrayEquals(whole, cut);
            assertArrayEquals(uniforms, cutUniforms);
        }
        for (int i = 0; i < 4096; i++) {
            assertEquals(whole[i], stream.word(11 + i));
            assertEquals(uniforms[i], stream.uniform(11 + i));
        }
    }

    @Test
    @Tag("bits")
    void uniformsAreTheMiddlesOf52BitCells() {
        double[] u = new double[MILLION];
        SplitStream.of(9).uniforms(0, u, 0, MILLION);
        for (int i = 0; i < MILLION; i++) {
            long k = SplitStream.of(9).word(i) >>> 12;
            assertEquals(Math.scalb(2.0 * k + 1, -53), u[i]);
        }
        assertEquals(0x1p-53, SplitStream.uniformOf(0));
        assertEquals(1 - 0x1p-53, SplitStream.uniformOf(-1));
        for (long w = 0; w < 1000; w++) {
            long word = w * SplitStream.GOLDEN_GAMMA;
            assertEquals(1.0, SplitStream.uniformOf(word) + SplitStream.uniformOf(~word));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, -77, Long.MAX_VALUE})
    void substreamsEqualTheJdksSplits(long seed) {
        SplittableRandom jdk = new SplittableRandom(seed);
        SplitStream stream = SplitStream.of(seed);
        for (int k = 0; k < 1000; k++) {
            SplittableRandom child = jdk.split();
            SplittableRandom grandchild = child.split();
            UniformRandomProvider ours = stream.substream(k).substream(0).asProvider();
            for (int i = 0; i < 100; i++) {
                assertEquals(grandchild.nextLong(), ours.nextLong());
            }
        }
    }

    @Test
    void incrementsAreOddAndChangeEnoughBits() {
        SplitStream words = SplitStream.of(3);
        for (int i = 0; i < MILLION; i++) {
            long gamma = SplitStream.mixGamma(words.word(i));
            assertEquals(1, gamma & 1);
            assertTrue(Long.bitCount(gamma ^ (gamma >>> 1)) >= 24);
        }
    }

    @Test
    void theProviderReadsTheStreamAndSplitsLikeTheJdk() {
        SplittableUniformRandomProvider ours = SplitStream.of(77).asProvider();
        SplittableRandom jdk = new SplittableRandom(77);
        for (int round = 0; round < 100; round++) {
            assertEquals(jdk.nextLong(), ours.nextLong());
            assertEquals(jdk.split().nextLong(), ours.split().nextLong());
        }
        long[] streamed = ours.splits(3).mapToLong(UniformRandomProvider::nextLong).toArray();
        assertEquals(3, Arrays.stream(streamed).distinct().count());
        long[] words = SplitStream.of(5).asProvider().longs(4).toArray();
        assertArrayEquals(new SplittableRandom(5).longs(4).toArray(), words);
    }

    @Test
    void aColumnIsEverySoManyWordsAndItsSubstreamsAreViewedAlike() {
        SplitStream root = SplitStream.of(-8);
        SplitStream column = root.column(3, 7);
        SplitStream nested = column.column(1, 2);
        for (int s = 0; s < 1000; s++) {
            assertEquals(root.word(s * 7L + 3), column.word(s));
            assertEquals(column.word(s * 2L + 1), nested.word(s));
            assertEquals(root.substream(4).word(s * 7L + 3), column.substream(4).word(s));
            assertEquals(root.substream(4).word((s * 2L + 1) * 7 + 3), nested.substream(4).word(s));
        }
    }

    /** Seeds that differ by a multiple of γ shift a plain stream; a hashed one shares nothing. */
    @Test
    void hashedStreamsOfShiftedSeedsShareNoWord() {
        int length = 1 << 20;
        for (long seed : new long[] {0, 42}) {
            long[] all = new long[17 * length];
            for (int k = -8; k <= 8; k++) {
                SplitStream.ofHashed(seed + k * SplitStream.GOLDEN_GAMMA).words(0, all, (k + 8) * length, length);
            }
            Arrays.sort(all);
            for (int i = 1; i < all.length; i++) {
                assertNotEquals(all[i - 1], all[i]);
            }
        }
        assertEquals(SplitStream.of(1).word(1), SplitStream.of(1 + SplitStream.GOLDEN_GAMMA).word(0));
    }

    @Test
    void reservedStreamsGoOnWhereTheUsersEnd() {
        SplittableRandom jdk = new SplittableRandom(3 + ((1L << 62) + 5) * 2 * SplitStream.GOLDEN_GAMMA);
        assertEquals(jdk.split().nextLong(), SplitStream.of(3).reservedWord(5, 0));
        SplittableRandom first = new SplittableRandom(3 + (1L << 62) * 2 * SplitStream.GOLDEN_GAMMA);
        assertEquals(first.split().nextLong(), SplitStream.of(3).reservedWord(0, 0));
        assertEquals(SplitStream.of(3).reservedWord(5, 2 * 7 + 1), SplitStream.of(3).column(1, 2).reservedWord(5, 7));
    }

    @Test
    @Tag("bits")
    void aWorkListTakesItsOwnWords() {
        long[] places = new long[19];
        Arrays.setAll(places, i -> i * i * 1000L);
        for (SplitStream stream : new SplitStream[] {SplitStream.of(3), SplitStream.of(3).column(1, 2)}) {
            for (int reserved : new int[] {0, 5}) {
                long[] words = new long[20];
                stream.reservedWords(reserved, 1L << 40, places, words, 19);
                for (int i = 0; i < 19; i++) {
                    assertEquals(stream.reservedWord(reserved, (1L << 40) + places[i]), words[i]);
                }
                assertEquals(0, words[19]);
            }
        }
    }

    @Test
    void freshSeedsDiffer() {
        assertNotEquals(SplitStream.freshSeed(), SplitStream.freshSeed());
    }

    @Test
    void refusesBadArguments() {
        SplitStream stream = SplitStream.of(1);
        refused("gamma is not odd: 4", () -> SplitStream.of(1, 4));
        refused("substream is not between 0 and 2^62 - 1: -1", () -> stream.substream(-1));
        refused("substream is not between 0 and 2^62 - 1: 4611686018427387904", () -> stream.substream(1L << 62));
        refused("reserved stream is negative: -1", () -> stream.reservedWord(-1, 0));
        refused("reserved stream is negative: -1", () -> stream.reservedWords(-1, 0, new long[2], new long[2], 2));
        refused("places is too short: offset 0 + length 3 > 2",
                () -> stream.reservedWords(0, 0, new long[2], new long[3], 3));
        refused("words is too short: offset 0 + length 3 > 2",
                () -> stream.reservedWords(0, 0, new long[3], new long[2], 3));
        refused("number of columns is not strictly positive: 0", () -> stream.column(0, 0));
        refused("column is not between 0 and 2: 3", () -> stream.column(3, 3));
        refused("column is not between 0 and 2: -1", () -> stream.column(-1, 3));
        refused("words is too short: offset 1 + length 2 > 2", () -> stream.words(0, new long[2], 1, 2));
        refused("offset of uniforms is negative: -1", () -> stream.uniforms(0, new double[2], -1, 2));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
