package io.github.scorelane.bench.randomness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each sequence against its definition, read from the JDK's generator where that has one. */
class SequenceTest {
    private static final long SEED = 42;
    private static final int DIMENSION = 3;

    @Test
    void theStreamIsTheJdks() {
        LongUnaryOperator words = words(Sequence.STREAM);
        SplittableRandom jdk = new SplittableRandom(SEED);
        for (int i = 0; i < 1000; i++) {
            assertEquals(jdk.nextLong(), words.applyAsLong(i));
        }
    }

    @ParameterizedTest
    @CsvSource({"STRIDE_1024, 1024", "STRIDE_1048576, 1048576"})
    void stridesSkipWords(Sequence sequence, int stride) {
        LongUnaryOperator words = words(sequence);
        for (int i = 0; i < 1000; i++) {
            // A generator of this seed stands where word i·stride does.
            SplittableRandom jdk = new SplittableRandom(SEED + (long) i * stride * SplitStream.GOLDEN_GAMMA);
            assertEquals(jdk.nextLong(), words.applyAsLong(i));
        }
    }

    @Test
    void seedsAreReadSixteenInTurn() {
        LongUnaryOperator words = words(Sequence.SEEDS);
        LongUnaryOperator hashed = words(Sequence.HASHED_SEEDS);
        for (int group = 0; group < 3; group++) {
            for (int s = 0; s < 16; s++) {
                long seed = SEED + 16 * group + s;
                SplittableRandom jdk = new SplittableRandom(seed);
                for (int i = 0; i < 16; i++) {
                    int place = 256 * group + 16 * i + s;
                    assertEquals(jdk.nextLong(), words.applyAsLong(place));
                    assertEquals(SplitStream.ofHashed(seed).word(i), hashed.applyAsLong(place));
                }
            }
        }
    }

    @Test
    void substreamsAreTheJdksSplitsOneAfterTheOther() {
        LongUnaryOperator words = words(Sequence.SUBSTREAMS);
        SplittableRandom parent = new SplittableRandom(SEED);
        for (int k = 0; k < 100; k++) {
            SplittableRandom child = parent.split();
            for (int i = 0; i < 16; i++) {
                assertEquals(child.nextLong(), words.applyAsLong(16 * k + i));
            }
        }
    }

    @Test
    void theFamilyTakesTurns() {
        LongUnaryOperator words = words(Sequence.FAMILY);
        SplittableRandom parent = new SplittableRandom(SEED);
        SplittableRandom splitting = new SplittableRandom(SEED);
        SplittableRandom[] children = new SplittableRandom[16];
        for (int k = 0; k < 16; k++) {
            children[k] = splitting.split();
        }
        int place = 0;
        for (int i = 0; i < 100; i++) {
            assertEquals(parent.nextLong(), words.applyAsLong(place++));
            for (SplittableRandom child : children) {
                assertEquals(child.nextLong(), words.applyAsLong(place++));
            }
        }
    }

    @Test
    void aDrawIsItsWordAndTheReservedOnes() {
        LongUnaryOperator words = words(Sequence.DRAWS);
        SplitStream stream = SplitStream.ofHashed(SEED);
        for (int draw = 0; draw < 100; draw++) {
            assertEquals(stream.word(draw), words.applyAsLong(4 * draw));
            for (int k = 0; k < 3; k++) {
                assertEquals(stream.reservedWord(k, draw), words.applyAsLong(4 * draw + 1 + k));
            }
        }
    }

    @Test
    void anEstimateTakesColumnsBlockByBlock() {
        LongUnaryOperator words = words(Sequence.ESTIMATE);
        SplitStream stream = SplitStream.ofHashed(SEED);
        long[] column = new long[1024];
        int place = 0;
        for (int block = 0; block < 3; block++) {
            for (int d = 0; d < DIMENSION; d++) {
                stream.column(d, DIMENSION).words(block * 1024L, column, 0, 1024);
                for (long word : column) {
                    assertEquals(word, words.applyAsLong(place++));
                }
            }
        }
    }

    private static LongUnaryOperator words(Sequence sequence) {
        return sequence.words(SEED, DIMENSION);
    }
}
