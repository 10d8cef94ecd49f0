package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Lanes;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.NormalQuantile;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Draws from the normal distribution by composition: it is split into three parts, of which the one that is cheap to draw from
 * has 96.8% of the probability. The low ten bits of a word choose the part.
 *
 * <ul>
 * <li>The body, 991/1024: the word's other 54 bits are a uniform c in (−½, ½), and the draw is g(c), with
 *     g(c) = c·P(c² − 1/8) a polynomial. This has the density A/G′(c) in units of the normal's, with A = 991/1024 and
 *     G = Φ∘g. As G′ ≥ A, the normal distribution contains it.
 * <li>The tails beyond g(½), where Φ is 63/64, 32/1024: {@link NormalQuantile} of a fresh word of 58 bits.
 * <li>The rest, 1/1024, has the density G′(c) − A in c. It is drawn by rejection from a stepped envelope, with two fresh
 *     words a try, of which two thirds succeed.
 * </ul>
 *
 * <p>Draws carry 54 random bits or more, and reach to 9.155 standard deviations. Draw e is a function of word e, and where it
 * is not of the body, of word e of the reserved streams. G′ ≥ A, the masses of the parts and the envelope are checked to 50
 * digits by {@code kernel/src/reference/normal_sampler.py}, which also finds g; rounding moves a mass by less than 1e-16.
 *
 * <p>Source of the method: L. Devroye, <i>Non-uniform random variate generation</i>, 1986, II.4 (composition), II.3 (rejection).
 */
public final class NormalSampler {
    /** A word whose low bits are below this is not of the body. */
    private static final int RARE = 33;
    private static final int PARTS = 1024;

    private static final double P0 = 2.839085000556605;
    private static final double P1 = 4.711000266360783;
    private static final double P2 = 17.950919289830583;
    private static final double P3 = 84.18814383507987;
    private static final double P4 = 135.93267705916938;
    private static final double P5 = 710.9237794667162;
    private static final double P6 = 95961.23274816884;
    private static final double P7 = 608541.3835773453;
    private static final double P8 = -8515886.379837055;
    private static final double P9 = -5.7156258344026424e7;
    private static final double P10 = 3.818718843409429e8;
    private static final double P11 = 2.590238946712372e9;

    private static final double[] COEFFICIENTS = {P0, P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11};
    /** P is a polynomial in c² − 1/8, which rounding hurts less than one in c². */
    private static final double MIDDLE = 0.125;

    /**
     * The envelope of the rest: on each of 64 equal cells of |c| a constant, and this many of its area's 256 equal parts.
     * On cell j, G′(c) − A is below SLOTS[j]·AREA/4.
     */
    private static final int[] SLOTS = {
        1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1,
        1, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 2, 1, 2, 4, 6, 8, 8, 7, 4, 6, 26, 52, 52
    };
    private static final double AREA = 0.0014683;
    private static final byte[] CELL_OF_SLOT = cellOfSlot();
    private static final double BODY = (PARTS - RARE) / (double) PARTS;
    private static final double DENSITY_AT_ZERO = 0.3989422804014327;

    /** The high half of a word as the low bits of a double's fraction, worth 2^-32 each: 2^20 + high·2^-32. */
    private static final long HIGH_BITS = 0x4130000000000000L;
    /** The low half without the part's bits, in the middle of what they leave open: 2^-12 + (low + 512)·2^-64. */
    private static final long LOW_BITS = 0x3f30000000000200L;
    private static final long LOW_MASK = 0xfffffc00L;
    private static final double CENTRE = 0x1p20 + 0.5 + 0x1p-12;

    private NormalSampler() {}

    /**
     * Draws.
     *
     * @param mean the mean μ
     * @param standardDeviation the standard deviation σ
     * @param stream where the words come from
     * @param first index of the first draw
     * @param x where the draws go: fma(σ, standard normal, μ)
     * @param offset where they begin
     * @param length how many
     * @throws IllegalArgumentException if the range does not lie inside the array
     */
    public static void sample(double mean, double standardDeviation, SplitStream stream, long first,
            double[] x, int offset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        int head = Lanes.masks(length);
        int i = head == 0 ? 0 : Simd.sample(mean, standardDeviation, stream, first, x, offset, head);
        for (; i < length; i++) {
            x[offset + i] = Math.fma(standardDeviation, draw(stream, first + i), mean);
        }
    }

    /**
     * One draw from the standard normal distribution.
     *
     * @param stream where the words come from
     * @param index which draw
     * @return a number between −9.16 and 9.16
     */
    public static double draw(SplitStream stream, long index) {
        long word = stream.word(index);
        if (!isRare(word)) {
            return body(word);
        }
        return isRest(word) ? rest(stream, index) : tail(stream.reservedWord(0, index));
    }

    private static boolean isRare(long word) {
        return (word & (PARTS - 1)) < RARE;
    }

    private static boolean isRest(long word) {
        return (word & (PARTS - 1)) == 0;
    }

    private static double body(long word) {
        double high = Double.longBitsToDouble((word >>> 32) | HIGH_BITS);
        double low = Double.longBitsToDouble((word & LOW_MASK) | LOW_BITS);
        return g((high - CENTRE) + low);
    }

    /** The polynomial. */
    static double g(double c) {
        double y = Math.fma(c, c, -MIDDLE);
        double t = y * y;
        double even = Math.fma(P10, t, P8);
        double odd = Math.fma(P11, t, P9);
        even = Math.fma(even, t, P6);
        odd = Math.fma(odd, t, P7);
        even = Math.fma(even, t, P4);
        odd = Math.fma(odd, t, P5);
        even = Math.fma(even, t, P2);
        odd = Math.fma(odd, t, P3);
        even = Math.fma(even, t, P0);
        odd = Math.fma(odd, t, P1);
        return Math.fma(odd, y, even) * c;
    }

    /** The derivative of g: P(y) + 2c²P′(y), both by Horner's rule at once. */
    private static double slope(double c) {
        double y = Math.fma(c, c, -MIDDLE);
        double p = P11;
        double derivative = 0;
        for (int k = COEFFICIENTS.length - 2; k >= 0; k--) {
            derivative = Math.fma(derivative, y, p);
            p = Math.fma(p, y, COEFFICIENTS[k]);
        }
        return Math.fma(2 * c * c, derivative, p);
    }

    /** A sign and 58 bits of a tail probability below 1/64. */
    static double tail(long word) {
        long magnitude = (word & Long.MAX_VALUE) >>> 5;
        return NormalQuantile.quantile(magnitude ^ (word >> 63));
    }

    static double rest(SplitStream stream, long index) {
        for (int attempt = 0; ; attempt++) {
            long word = stream.reservedWord(1 + 2 * attempt, index);
            // A sign, eight bits for a slot of the envelope, 53 for where in its cell.
            int cell = CELL_OF_SLOT[(int) (word >>> 55) & 255];
            double c = (cell + (((word << 9) >>> 11) + 0.5) * 0x1p-53) / (2 * SLOTS.length);
            double height = envelope(cell) * SplitStream.uniformOf(stream.reservedWord(2 + 2 * attempt, index));
            double x = g(c);
            if (height < excess(c, x)) {
                return word < 0 ? x : -x;
            }
        }
    }

    static double envelope(int cell) {
        return SLOTS[cell] * (AREA / 4);
    }

    private static byte[] cellOfSlot() {
        byte[] cells = new byte[256];
        int slot = 0;
        for (int cell = 0; cell < SLOTS.length; cell++) {
            Arrays.fill(cells, slot, slot + SLOTS[cell], (byte) cell);
            slot += SLOTS[cell];
        }
        return cells;
    }

    /** G′(c) − A. */
    static double excess(double c, double g) {
        return Math.fma(DENSITY_AT_ZERO * Exp.exp(-0.5 * g * g), slope(c), -BODY);
    }

    private static final class Simd {
        private static final int GROUP = 64;
        private static final ThreadLocal<Stretch> STRETCH = ThreadLocal.withInitial(Stretch::new);

        private Simd() {}

        static int sample(double mean, double standardDeviation, SplitStream stream, long first,
                double[] x, int offset, int length) {
            Stretch stretch = STRETCH.get();
            int end = Species.DOUBLES.loopBound(length);
            for (int i = 0; i < end; i += Stretch.LENGTH) {
                int n = Math.min(Stretch.LENGTH, end - i);
                stream.words(first + i, stretch.words, 0, n);
                body(stretch.words, stretch.rare, mean, standardDeviation, x, offset + i, n);
                int count = WorkList.ofBits(stretch.rare, n, stretch.places);
                stream.reservedWords(0, first + i, stretch.places, stretch.fresh, count);
                rare(stretch.words, stretch.places, stretch.fresh, count, mean, standardDeviation, stream, first + i,
                        x, offset + i);
            }
            return end;
        }

        /** The polynomial for all words, right where {@link #isRare} is false; and a bit for each where it is true. */
        static void body(long[] words, long[] rare, double mean, double standardDeviation,
                double[] x, int offset, int end) {
            VectorSpecies<Double> d = Species.DOUBLES;
            DoubleVector mu = DoubleVector.broadcast(d, mean);
            DoubleVector sigma = DoubleVector.broadcast(d, standardDeviation);
            DoubleVector minusMiddle = DoubleVector.broadcast(d, -MIDDLE);
            for (int group = 0; group < end; group += GROUP) {
                int groupEnd = Math.min(group + GROUP, end);
                long found = 0;
                for (int i = group; i < groupEnd; i += d.length()) {
                    LongVector word = LongVector.fromArray(Species.LONGS, words, i);
                    DoubleVector high = word.lanewise(VectorOperators.LSHR, 32).or(HIGH_BITS).reinterpretAsDoubles();
                    DoubleVector low = word.and(LOW_MASK).or(LOW_BITS).reinterpretAsDoubles();
                    DoubleVector c = high.sub(CENTRE).add(low);
                    DoubleVector y = c.fma(c, minusMiddle);
                    DoubleVector t = y.mul(y);
                    DoubleVector even = DoubleVector.broadcast(d, P10).fma(t, DoubleVector.broadcast(d, P8));
                    DoubleVector odd = DoubleVector.broadcast(d, P11).fma(t, DoubleVector.broadcast(d, P9));
                    even = even.fma(t, DoubleVector.broadcast(d, P6));
                    odd = odd.fma(t, DoubleVector.broadcast(d, P7));
                    even = even.fma(t, DoubleVector.broadcast(d, P4));
                    odd = odd.fma(t, DoubleVector.broadcast(d, P5));
                    even = even.fma(t, DoubleVector.broadcast(d, P2));
                    odd = odd.fma(t, DoubleVector.broadcast(d, P3));
                    even = even.fma(t, DoubleVector.broadcast(d, P0));
                    odd = odd.fma(t, DoubleVector.broadcast(d, P1));
                    sigma.fma(odd.fma(y, even).mul(c), mu).intoArray(x, offset + i);
                    found |= word.and(PARTS - 1).compare(VectorOperators.LT, RARE).toLong() << (i - group);
                }
                rare[group / GROUP] = found;
            }
        }

        /** What is not of the body. A pass of its own: a call in a vector loop would cost the loop its registers. */
        static void rare(long[] words, long[] places, long[] fresh, int count, double mean, double standardDeviation,
                SplitStream stream, long first, double[] x, int offset) {
            for (int k = 0; k < count; k++) {
                int i = (int) places[k];
                double z = isRest(words[i]) ? rest(stream, first + i) : tail(fresh[k]);
                x[offset + i] = Math.fma(standardDeviation, z, mean);
            }
        }

        /** What a stretch of draws is worked in; one a thread, so that drawing allocates nothing. */
        private static final class Stretch {
            static final int LENGTH = 1024;

            final long[] words = new long[LENGTH];
            final long[] rare = new long[LENGTH / GROUP];
            final long[] places = new long[LENGTH + WorkList.SPARE];
            final long[] fresh = new long[LENGTH];
        }
    }
}
