package io.github.scorelane.bench.randomness;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/** The orders of words that a battery is to see. Each is a way in which Scorelane, or who uses it, reads its streams. */
enum Sequence {
    STREAM("the stream of the seed", (seed, dimension) -> SplitStream.of(seed)::word),

    STRIDE_1024("every 2^10-th word of it", (seed, dimension) -> SplitStream.of(seed).column(0, 1 << 10)::word),

    STRIDE_1048576("every 2^20-th word of it", (seed, dimension) -> SplitStream.of(seed).column(0, 1 << 20)::word),

    SEEDS("the first 16 words of the streams of seed, seed + 1, ..., 16 streams at a time in turn",
            (seed, dimension) -> sixteenStreamsInTurn(s -> SplitStream.of(seed + s))),

    HASHED_SEEDS("the same of the streams that an estimator draws from",
            (seed, dimension) -> sixteenStreamsInTurn(s -> SplitStream.ofHashed(seed + s))),

    SUBSTREAMS("the first 16 words of substream 0, then of substream 1, ...", (seed, dimension) -> {
        SplitStream parent = SplitStream.of(seed);
        return i -> parent.substream(i / Sequence.LENGTH).word(i % Sequence.LENGTH);
    }),

    FAMILY("the stream of the seed and its first 16 substreams in turn, word by word", (seed, dimension) -> {
        SplitStream parent = SplitStream.of(seed);
        SplitStream[] family = new SplitStream[1 + Sequence.LENGTH];
        Arrays.setAll(family, k -> k == 0 ? parent : parent.substream(k - 1));
        return i -> family[(int) (i % family.length)].word(i / family.length);
    }),

    DRAWS("four words a draw: its own, that of a draw from the tail, and two of a try at the rest", (seed, dimension) -> {
        SplitStream stream = SplitStream.ofHashed(seed);
        return i -> i % 4 == 0 ? stream.word(i / 4) : stream.reservedWord((int) (i % 4) - 1, i / 4);
    }),

    ESTIMATE("words as an estimate takes them: block by block, coordinate by coordinate", (seed, dimension) -> {
        SplitStream stream = SplitStream.ofHashed(seed);
        return i -> {
            long row = i / Sequence.BLOCK;
            return stream.column(row % dimension, dimension).word(row / dimension * Sequence.BLOCK + i % Sequence.BLOCK);
        };
    });

    /** The number of words that are read of a short stream, and of streams that are read in turn. */
    private static final int LENGTH = 16;
    /** Samples of an estimate's block. */
    private static final int BLOCK = 1024;

    private final String description;
    private final Definition definition;

    Sequence(String description, Definition definition) {
        this.description = description;
        this.definition = definition;
    }

    /** Word i of the sequence, as a function of i. */
    LongUnaryOperator words(long seed, int dimension) {
        return definition.words(seed, dimension);
    }

    static Optional<Sequence> find(String name) {
        return Arrays.stream(values()).filter(sequence -> sequence.title().equals(name)).findAny();
    }

    static String titles() {
        return Arrays.stream(values()).map(Sequence::title).collect(Collectors.joining(", "));
    }

    /** The name on the command line. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String description() {
        return description;
    }

    /** Neighbours are words of one index in streams of neighbouring numbers. */
    private static LongUnaryOperator sixteenStreamsInTurn(Streams streams) {
        return i -> streams.get(i / (LENGTH * LENGTH) * LENGTH + i % LENGTH).word(i / LENGTH % LENGTH);
    }

    private interface Definition {
        LongUnaryOperator words(long seed, int dimension);
    }

    private interface Streams {
        SplitStream get(long number);
    }
}
