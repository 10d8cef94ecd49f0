package io.github.scorelane.kernel.stream;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Rehearsal;
import io.github.scorelane.kernel.Species;
import java.io.Serializable;
import java.util.stream.LongStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.apache.commons.rng.SplittableUniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Stream of random words that are read by index: an immutable SplittableRandom.
 *
 * <p>Word {@code i = 0, 1, …} of a stream with seed {@code s} and odd increment {@code γ} is {@code M(s + (i + 1)·γ) mod 2^64},
 * where {@code M} is variant 13 of Stafford's 64-bit mixers. Any range of words is therefore computed at any place, in any order
 * and at any vector width, to the same bits. With the golden increment the words are those of {@code
 * java.util.SplittableRandom(seed)} and of Commons RNG's {@code RandomSource.SPLIT_MIX_64.create(seed)}. The period is 2^64 words;
 * indices wrap.
 *
 * <p>All seeds of the golden increment lie on one orbit: {@code of(s)} and {@code of(s + γ)} are one stream shifted by a word.
 * Derive independent streams by {@link #substream}, or by {@link #ofHashed}, not by arithmetic on seeds. Whatever is drawn twice
 * from one stream, by two families say, shares its words and is dependent.
 *
 * <p>Source: G. L. Steele, D. Lea, C. H. Flood, <i>Fast splittable pseudorandom number generators</i>, OOPSLA 2014; D. Stafford,
 * <i>Better bit mixing</i>, 2011.
 */
public final class SplitStream implements Serializable {
    /** Golden increment: 2^64 divided by the golden ratio, made odd. */
    public static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private static final long MIX_1 = 0xbf58476d1ce4e5b9L;
    private static final long MIX_2 = 0x94d049bb133111ebL;
    private static final long ONE_BITS = 0x3ff0000000000000L;
    private static final double ONE_LESS_HALF_STEP = 1 - 0x1p-53;
    private static final int KEPT_SUBSTREAMS = 4;

    private static final Gate WORDS = Gate.ofVectors((numbers, results, n) -> {
        long[] words = new long[n];
        of(3).words(7, words, 0, n);
        Rehearsal.store(words, results, n);
    });
    private static final Gate LISTED_WORDS = Gate.ofVectors((numbers, results, n) -> {
        long[] words = new long[n];
        of(3).reservedWords(1, 7, LongStream.range(0, n).map(i -> i * i).toArray(), words, n);
        Rehearsal.store(words, results, n);
    });
    private static final Gate UNIFORMS = Gate.ofVectors((numbers, results, n) -> of(3).uniforms(7, results, 0, n));

    private final long seed;
    private final long gamma;
    /** Word i of this view is word i·stride + column of (seed, gamma). */
    private final long column;
    private final long stride;
    /**
     * Substream that is made when first asked for. No lock is needed: whichever thread makes it, it is the same value, and its
     * other fields are final.
     */
    private transient SplitStream firstReserved;
    /** First substreams, made in the same way: compound families ask for them at every block. */
    private transient SplitStream[] firstSubstreams;

    private SplitStream(long seed, long gamma, long column, long stride) {
        this.seed = seed;
        this.gamma = gamma;
        this.column = column;
        this.stride = stride;
    }

    /**
     * Returns the stream of a seed, with the golden increment: the words of {@code new SplittableRandom(seed)}.
     *
     * @param seed any value
     * @return the stream
     */
    public static SplitStream of(long seed) {
        return new SplitStream(seed, GOLDEN_GAMMA, 0, 1);
    }

    /**
     * Returns the stream of a seed and an increment.
     *
     * @param seed any value
     * @param gamma the increment, an odd number
     * @return the stream
     * @throws IllegalArgumentException if gamma is even
     */
    public static SplitStream of(long seed, long gamma) {
        if ((gamma & 1) == 0) {
            throw new IllegalArgumentException("gamma is not odd: " + gamma);
        }
        return new SplitStream(seed, gamma, 0, 1);
    }

    /**
     * Returns the stream that an estimator draws from. Its seed is {@code s' = H(seed + γ)}, with H variant 4 of Stafford's mixers
     * and γ the golden increment, and its own increment is the one that SplittableRandom would make of s'. So streams of seeds that
     * differ by a multiple of γ, which {@link #of(long)} would shift, have nothing in common.
     *
     * @param seed any value
     * @return the stream
     */
    public static SplitStream ofHashed(long seed) {
        long z = seed + GOLDEN_GAMMA;
        z = (z ^ (z >>> 33)) * 0x62a9d9ed799705f5L;
        z = (z ^ (z >>> 28)) * 0xcb24d0a5c88c35b3L;
        z ^= z >>> 32;
        return new SplitStream(z, mixGamma(z), 0, 1);
    }

    /**
     * Makes a seed that was never used before, by Commons RNG.
     *
     * @return a seed
     */
    public static long freshSeed() {
        return RandomSource.createLong();
    }

    /**
     * Returns one word.
     *
     * @param index index of the word; every value is allowed, and taken mod 2^64
     * @return 64 random bits
     */
    public long word(long index) {
        return mix(state(index));
    }

    /**
     * Returns one uniform: (k + ½)·2^-52, with k the top 52 bits of the word.
     *
     * @param index index of the word
     * @return a number in (0, 1), symmetric about ½
     */
    public double uniform(long index) {
        return uniformOf(word(index));
    }

    /**
     * Fills an array with the words {@code first … first + length − 1}.
     *
     * @param first index of the first word
     * @param words receives them
     * @param offset receives in the array the first one
     * @param length number of elements
     * @throws IllegalArgumentException if the range does not lie inside the array
     */
    public void words(long first, long[] words, int offset, int length) {
        ArrayRange.check("words", words.length, offset, length);
        long step = step();
        long state = state(first);
        int head = WORDS.head(length);
        words(state, step, words, offset, head < 0 ? 0 : WORDS.end(Simd.words(state, step, words, offset, head)), length);
    }

    private static void words(long state, long step, long[] words, int offset, int from, int length) {
        for (int i = from; i < length; i++) {
            words[offset + i] = mix(state + i * step);
        }
    }

    /**
     * Fills an array with the uniforms {@code first … first + length − 1}: each (k + ½)·2^-52, with k the word's top 52 bits.
     *
     * @param first index of the first word
     * @param uniforms receives them
     * @param offset receives in the array the first one
     * @param length number of elements
     * @throws IllegalArgumentException if the range does not lie inside the array
     */
    public void uniforms(long first, double[] uniforms, int offset, int length) {
        ArrayRange.check("uniforms", uniforms.length, offset, length);
        long step = step();
        long state = state(first);
        int head = UNIFORMS.head(length);
        int from = head < 0 ? 0 : UNIFORMS.end(Simd.uniforms(state, step, uniforms, offset, head));
        uniforms(state, step, uniforms, offset, from, length);
    }

    private static void uniforms(long state, long step, double[] uniforms, int offset, int from, int length) {
        for (int i = from; i < length; i++) {
            uniforms[offset + i] = uniformOf(mix(state + i * step));
        }
    }

    /**
     * Returns an independent stream: the one that the (k + 1)-th {@code split()} of a fresh {@code SplittableRandom} of this
     * stream's seed would give.
     *
     * @param index number of the substream, at least 0 and below 2^62; the rest is reserved for the samplers
     * @return the stream, seen through the same columns as this one
     * @throws IllegalArgumentException if the index is out of range
     */
    public SplitStream substream(long index) {
        if (index < 0 || index >= 1L << 62) {
            throw new IllegalArgumentException("substream is not between 0 and 2^62 - 1: " + index);
        }
        return index < KEPT_SUBSTREAMS ? kept((int) index) : child(index);
    }

    private SplitStream kept(int index) {
        SplitStream[] kept = firstSubstreams;
        if (kept == null) {
            kept = new SplitStream[KEPT_SUBSTREAMS];
            firstSubstreams = kept;
        }
        SplitStream substream = kept[index];
        if (substream == null) {
            substream = child(index);
            kept[index] = substream;
        }
        return substream;
    }

    /**
     * Returns a word of a reserved stream, which would be substream(2^62 + stream) and which no user can draw from. A draw e of a
     * sampler that needs more than word e takes word e of these streams. The first of them is kept, the others are computed anew
     * for each word.
     *
     * @param stream number of the reserved stream, at least 0
     * @param index index of the word
     * @return 64 random bits
     * @throws IllegalArgumentException if the stream is negative
     */
    public long reservedWord(int stream, long index) {
        requireReserved(stream);
        if (stream == 0) {
            return firstReserved().word(index);
        }
        // The word of that child is computed here without the child's object.
        long odd = seed + (2 * ((1L << 62) + stream) + 1) * gamma;
        return mix(mix(odd) + (index * stride + column + 1) * mixGamma(odd + gamma));
    }

    /**
     * Writes some words of a reserved stream, those of a work list: words[i] is {@code reservedWord(stream, first + places[i])}.
     *
     * @param stream number of the reserved stream, at least 0
     * @param first index that the places count from
     * @param places places of the words
     * @param words receives them
     * @param length number of words, from place 0 of both arrays on
     * @throws IllegalArgumentException if the stream is negative, or an array is too short
     */
    public void reservedWords(int stream, long first, long[] places, long[] words, int length) {
        ArrayRange.check("places", places.length, 0, length);
        ArrayRange.check("words", words.length, 0, length);
        requireReserved(stream);
        // The states of that child are computed here without the child's object.
        long odd = seed + (2 * ((1L << 62) + stream) + 1) * gamma;
        long increment = mixGamma(odd + gamma);
        long step = stride * increment;
        long state = mix(odd) + (first * stride + column + 1) * increment;
        int head = LISTED_WORDS.head(length);
        int from = head < 0 ? 0 : LISTED_WORDS.end(Simd.words(state, step, places, words, head));
        words(state, step, places, words, from, length);
    }

    private static void words(long state, long step, long[] places, long[] words, int from, int length) {
        for (int i = from; i < length; i++) {
            words[i] = mix(state + places[i] * step);
        }
    }

    private static void requireReserved(int stream) {
        if (stream < 0) {
            throw new IllegalArgumentException("reserved stream is negative: " + stream);
        }
    }

    private SplitStream firstReserved() {
        SplitStream first = firstReserved;
        if (first == null) {
            first = child(1L << 62);
            firstReserved = first;
        }
        return first;
    }

    private SplitStream child(long index) {
        long odd = seed + (2 * index + 1) * gamma;
        return new SplitStream(mix(odd), mixGamma(odd + gamma), column, stride);
    }

    /**
     * Returns a column of this stream: the view whose word s is this stream's word {@code s·columns + index}. Its substreams are
     * viewed alike.
     *
     * @param index number of the column, at least 0 and below {@code columns}
     * @param columns number of columns
     * @return the view
     * @throws IllegalArgumentException if the index is out of range, or there is no column
     */
    public SplitStream column(long index, long columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("number of columns is not strictly positive: " + columns);
        }
        if (index < 0 || index >= columns) {
            throw new IllegalArgumentException("column is not between 0 and " + (columns - 1) + ": " + index);
        }
        return new SplitStream(seed, gamma, index * stride + column, columns * stride);
    }

    /**
     * Returns this stream as a Commons RNG generator, so that every Commons sampler runs on it. The generator begins at word 0 and
     * is not thread-safe. Its {@code split()} takes two words and gives what {@code SplittableRandom.split()} would.
     *
     * @return a new generator
     */
    public SplittableUniformRandomProvider asProvider() {
        return new StreamProvider(this);
    }

    @Override
    public String toString() {
        return String.format("SplitStream(seed=0x%016x, gamma=0x%016x%s)", seed, gamma,
                stride == 1 ? "" : ", column=" + column + " of " + stride);
    }

    /** The state that word {@code index} is mixed from. */
    long state(long index) {
        return seed + (index * stride + column + 1) * gamma;
    }

    /**
     * The uniform of a word: (k + ½)·2^-52, with k its top 52 bits.
     *
     * @param word any value
     * @return a number in (0, 1)
     */
    public static double uniformOf(long word) {
        return Double.longBitsToDouble(word >>> 12 | ONE_BITS) - ONE_LESS_HALF_STEP;
    }

    /** Stafford's variant 13. */
    static long mix(long state) {
        long z = (state ^ (state >>> 30)) * MIX_1;
        z = (z ^ (z >>> 27)) * MIX_2;
        return z ^ (z >>> 31);
    }

    /** SplittableRandom's increments: MurmurHash3's mixer, made odd, with enough changes of bits. */
    static long mixGamma(long state) {
        long z = (state ^ (state >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        z = (z ^ (z >>> 33)) | 1;
        return Long.bitCount(z ^ (z >>> 1)) < 24 ? z ^ 0xaaaaaaaaaaaaaaaaL : z;
    }

    private long step() {
        return stride * gamma;
    }

    private static final class Simd {
        private Simd() {}

        static int words(long first, long step, long[] words, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            LongVector advance = LongVector.broadcast(Species.LONGS, step * Species.LONGS.length());
            LongVector state = LongVector.zero(Species.LONGS).addIndex(1).mul(step).add(first).sub(advance);
            int end = Species.LONGS.loopBound(length);
            for (int i = 0; i < end; i += Species.LONGS.length()) {
                state = advance.add(state);
                LongVector z = state.lanewise(VectorOperators.XOR, state.lanewise(VectorOperators.LSHR, 30)).mul(MIX_1);
                z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 27)).mul(MIX_2);
                z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 31)).intoArray(words, offset + i);
            }
            return end;
        }

        static int words(long first, long step, long[] places, long[] words, int length) {
            if (length == 0) {
                return 0;
            }
            int end = Species.LONGS.loopBound(length);
            for (int i = 0; i < end; i += Species.LONGS.length()) {
                LongVector state = LongVector.fromArray(Species.LONGS, places, i).mul(step).add(first);
                LongVector z = state.lanewise(VectorOperators.XOR, state.lanewise(VectorOperators.LSHR, 30)).mul(MIX_1);
                z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 27)).mul(MIX_2);
                z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 31)).intoArray(words, i);
            }
            return end;
        }

        static int uniforms(long first, long step, double[] uniforms, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            LongVector advance = LongVector.broadcast(Species.LONGS, step * Species.LONGS.length());
            LongVector state = LongVector.zero(Species.LONGS).addIndex(1).mul(step).add(first).sub(advance);
            int end = Species.LONGS.loopBound(length);
            for (int i = 0; i < end; i += Species.LONGS.length()) {
                state = advance.add(state);
                LongVector z = state.lanewise(VectorOperators.XOR, state.lanewise(VectorOperators.LSHR, 30)).mul(MIX_1);
                z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 27)).mul(MIX_2);
                z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 31));
                DoubleVector u = z.lanewise(VectorOperators.LSHR, 12).or(ONE_BITS).reinterpretAsDoubles();
                u.sub(ONE_LESS_HALF_STEP).intoArray(uniforms, offset + i);
            }
            return end;
        }
    }
}
