package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.ThreadArrays;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.NormalQuantile;
import io.github.scorelane.kernel.stream.SplitStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Draws from the normal distribution by composition: it is split into parts, of which those that are cheap to draw from have
 * 99.5% of the probability. The low ten bits of a word choose the part, and its other 54 bits are a uniform c in (−½, ½).
 *
 * <ul>
 * <li>The body, 960/1024: the draw is g(c), with g(c) = c·P(c² − 1/8) a polynomial. This has the density A/G′(c) in units of
 *     the normal's, with A = 960/1024 and G = Φ∘g. As G′ ≥ A, the normal distribution contains it.
 * <li>The flanks, 59/1024, on both sides of the body and out to 2.886, where Φ is 1 − 2^-9: the draw is h(|c|), with the sign of
 *     c and h(c) = T(c − 1/4) a polynomial. The normal distribution contains it for the same reason, with A = 59/1024.
 * <li>The tails beyond, 4/1024: {@link NormalQuantile} of a sign and a tail probability of 55 bits, which are c's and the
 *     lowest two.
 * <li>The rest, 1/1024: what the body, 7 times in 8, or else the flanks leave of the normal distribution between their ends,
 *     with the density G′(c) − A in c; see {@link SteppedRest}. Only here more than one word may be needed.
 * </ul>
 *
 * <p>Draws carry 54 random bits or more, and reach to 9.155 standard deviations. Draw e is a function of word e, and in part of
 * the rest, of word e of the reserved streams. G′ ≥ A, the masses of the parts and the envelopes of the rest are checked to 50
 * digits by {@code kernel/src/reference/normal_sampler.py}, which also finds g and h; rounding moves a mass by less than 1e-16.
 *
 * <p>Source of the method: L. Devroye, <i>Non-uniform random variate generation</i>, 1986, II.4 (composition).
 */
public final class NormalSampler {
    private static final Gate GATE =
            Gate.ofMasks((numbers, results, n) -> sample(0.5, 2, SplitStream.of(3), 7, results, 0, n));

    private static final int PARTS = 1024;
    /** Least part that is the body's. Parts below {@link #REST} are the tails', those between the flanks'. */
    private static final int RARE = 64;
    private static final int REST = 4;
    /** Mask of the part's bits that are all 0 if it is below {@link #RARE}. */
    private static final long RARE_BITS = PARTS - RARE;

    private static final double P0 = 2.7162484468775934;
    private static final double P1 = 4.042061226886185;
    private static final double P2 = 13.444077782823944;
    private static final double P3 = 64.24390942351533;
    private static final double P4 = 320.3847881441584;
    private static final double P5 = -394.69006648342025;
    private static final double P6 = -5032.999510975825;
    private static final double P7 = 156572.43511264637;
    private static final double P8 = 989746.3253169864;

    private static final double T0 = 2.1344559517932495;
    private static final double T1 = 1.4102350067428036;
    private static final double T2 = 2.138276727717452;
    private static final double T3 = 5.008151185196211;
    private static final double T4 = 9.914401227848794;
    private static final double T5 = -7.614426869953718;
    private static final double T6 = 192.43061879731462;
    private static final double T7 = 2702.035250009597;
    private static final double T8 = 1256.7643029836076;
    private static final double T9 = -57568.7014333592;
    private static final double T10 = -78268.02039042035;
    private static final double T11 = 585994.0748139995;
    private static final double T12 = 1323636.822674661;

    private static final double[] BODY = {P0, P1, P2, P3, P4, P5, P6, P7, P8};
    private static final double[] FLANK = {T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12};
    /** Centres of the polynomials: P is one in c² − 1/8, which rounding hurts less than one in c², and T is one in |c| − 1/4. */
    private static final double MIDDLE = 0.125;
    private static final double FLANK_MIDDLE = 0.25;

    /**
     * Envelopes of the rests: for each cell the number of slots that lie under the density and the number of all, and then the area
     * of all cells' slots.
     */
    private static final int[] BODY_SURE = {
        5, 5, 4, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0, 1, 2, 3, 5, 7, 9, 10, 10, 9,
        8, 5, 3, 1, 0, 0, 0, 2, 5, 9, 15, 20, 24, 23, 17, 8, 1, 0, 1, 13, 45, 94, 143, 0
    };
    private static final int[] BODY_SLOTS = {
        7, 6, 6, 5, 5, 4, 3, 2, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 7, 8, 8, 7, 7, 6, 5, 4, 3, 2, 1, 1, 2, 3, 4, 6, 8, 10, 11, 11, 11,
        11, 10, 9, 6, 4, 2, 1, 3, 6, 10, 16, 21, 25, 26, 26, 24, 18, 9, 2, 14, 46, 95, 144, 156, 146
    };
    private static final double BODY_AREA = 0.0010754;
    private static final int[] FLANK_SURE = {
        3, 13, 8, 4, 3, 3, 4, 6, 8, 9, 8, 7, 5, 4, 3, 3, 3, 4, 5, 6, 7, 8, 8, 8, 7, 6, 5, 4, 3, 3, 3, 4, 5, 6, 7, 9, 10, 11, 10,
        9, 7, 6, 4, 3, 3, 3, 5, 7, 10, 14, 17, 20, 19, 15, 10, 5, 3, 3, 8, 22, 47, 79, 96, 3
    };
    private static final int[] FLANK_SLOTS = {
        17, 17, 14, 9, 5, 5, 7, 9, 10, 10, 10, 9, 8, 6, 5, 4, 5, 6, 7, 8, 9, 9, 10, 10, 9, 8, 7, 6, 5, 4, 5, 6, 7, 8, 10, 11, 12,
        12, 12, 11, 10, 8, 7, 5, 4, 6, 8, 11, 15, 18, 21, 22, 22, 20, 16, 11, 6, 9, 23, 48, 80, 106, 109, 97
    };
    private static final double FLANK_AREA = 0.0001469;

    static final SteppedRest BODY_REST = new SteppedRest(NormalSampler::g, NormalSampler::bodySlope,
            (PARTS - RARE) / (double) PARTS, BODY_SURE, BODY_SLOTS, BODY_AREA);
    static final SteppedRest FLANK_REST = new SteppedRest(NormalSampler::h, NormalSampler::flankSlope,
            (RARE - REST - 1) / (double) PARTS, FLANK_SURE, FLANK_SLOTS, FLANK_AREA);

    /** Bits of 2^20: the high half of a word in the low bits of its fraction, worth 2^-32 each, makes 2^20 + high·2^-32. */
    private static final long HIGH_BITS = 0x4130000000000000L;
    /**
     * Bits of 2^-12 and 512 units: the low half of a word without the part's bits makes 2^-12 + (low + 512)·2^-64, in the middle of
     * the numbers that these bits leave open.
     */
    private static final long LOW_BITS = 0x3f30000000000200L;
    private static final long LOW_MASK = 0xfffffc00L;
    private static final double CENTRE = 0x1p20 + 0.5 + 0x1p-12;

    private NormalSampler() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param mean the mean μ
     * @param standardDeviation the standard deviation σ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws: fma(σ, standard normal, μ)
     * @param offset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if the range does not lie inside the array
     */
    public static void sample(double mean, double standardDeviation, SplitStream stream, long first,
            double[] x, int offset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        int head = GATE.head(length);
        int from = head < 0 ? 0 : GATE.end(Simd.sample(mean, standardDeviation, stream, first, x, offset, head));
        sample(mean, standardDeviation, stream, first, x, offset, from, length);
    }

    private static void sample(double mean, double standardDeviation, SplitStream stream, long first,
            double[] x, int offset, int from, int length) {
        for (int i = from; i < length; i++) {
            x[offset + i] = Fma.fma(standardDeviation, draw(stream, first + i), mean);
        }
    }

    /**
     * Makes one draw from the standard normal distribution.
     *
     * @param stream source of the words
     * @param index index of the draw
     * @return a number between −9.16 and 9.16
     */
    public static double draw(SplitStream stream, long index) {
        long word = stream.word(index);
        if (part(word) >= RARE) {
            return g(centred(word));
        }
        return part(word) > REST ? flank(word) : tailOrRest(word, stream, index);
    }

    private static int part(long word) {
        return (int) word & (PARTS - 1);
    }

    /** Returns c, the uniform number in (−½, ½) of a word's upper 54 bits. */
    private static double centred(long word) {
        double high = Double.longBitsToDouble((word >>> 32) | HIGH_BITS);
        double low = Double.longBitsToDouble((word & LOW_MASK) | LOW_BITS);
        return (high - CENTRE) + low;
    }

    /** Computes the polynomial of the body. */
    static double g(double c) {
        double y = Fma.fma(c, c, -MIDDLE);
        double t = y * y;
        double even = Fma.fma(P8, t, P6);
        double odd = Fma.fma(P7, t, P5);
        even = Fma.fma(even, t, P4);
        odd = Fma.fma(odd, t, P3);
        even = Fma.fma(even, t, P2);
        odd = Fma.fma(odd, t, P1);
        even = Fma.fma(even, t, P0);
        return Fma.fma(odd, y, even) * c;
    }

    /** Computes the polynomial of the flanks, for c from 0 to ½. */
    static double h(double c) {
        double y = c - FLANK_MIDDLE;
        double t = y * y;
        double even = Fma.fma(T12, t, T10);
        double odd = Fma.fma(T11, t, T9);
        even = Fma.fma(even, t, T8);
        odd = Fma.fma(odd, t, T7);
        even = Fma.fma(even, t, T6);
        odd = Fma.fma(odd, t, T5);
        even = Fma.fma(even, t, T4);
        odd = Fma.fma(odd, t, T3);
        even = Fma.fma(even, t, T2);
        odd = Fma.fma(odd, t, T1);
        even = Fma.fma(even, t, T0);
        return Fma.fma(odd, y, even);
    }

    /** Computes the derivative of g, P(y) + 2c²P′(y), both terms by Horner's rule at once. */
    private static double bodySlope(double c) {
        double y = Fma.fma(c, c, -MIDDLE);
        double p = BODY[BODY.length - 1];
        double derivative = 0;
        for (int k = BODY.length - 2; k >= 0; k--) {
            derivative = Fma.fma(derivative, y, p);
            p = Fma.fma(p, y, BODY[k]);
        }
        return Fma.fma(2 * c * c, derivative, p);
    }

    private static double flankSlope(double c) {
        double y = c - FLANK_MIDDLE;
        double derivative = 0;
        for (int k = FLANK.length - 1; k > 0; k--) {
            derivative = Fma.fma(derivative, y, k * FLANK[k]);
        }
        return derivative;
    }

    static double flank(long word) {
        return signed(h(Math.abs(centred(word))), word);
    }

    /** Gives a number that is not negative the sign of c. */
    static double signed(double magnitude, long word) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(magnitude) ^ (~word & Long.MIN_VALUE));
    }

    private static double tailOrRest(long word, SplitStream stream, long index) {
        return part(word) < REST ? tail(word) : rest(word, stream, index);
    }

    /** Makes a draw from the tails. The two lowest bits of the word are random, as four parts are the tails'. */
    static double tail(long word) {
        long magnitude = (word & Long.MAX_VALUE) >>> 10 << 2 | word & 3;
        return NormalQuantile.quantile(magnitude ^ (word >> 63));
    }

    static double rest(long word, SplitStream stream, long index) {
        return (isRestOfFlanks(word) ? FLANK_REST : BODY_REST).draw(word, stream, index);
    }

    static boolean isRestOfFlanks(long word) {
        return (~word >>> 10 & 7) == 0;
    }

    private static final class Simd {
        /**
         * Number of places of a lane's bits that are written at once: a lane seldom has more, and a loop over them would end after
         * a number of passes that is hard to predict.
         */
        private static final int SPARE = 6;
        private static final ThreadArrays<Stretch> STRETCH = new ThreadArrays<>(Stretch::arrays, Stretch::new);

        private Simd() {}

        static int sample(double mean, double standardDeviation, SplitStream stream, long first,
                double[] x, int offset, int length) {
            Stretch stretch = STRETCH.get();
            int end = Species.DOUBLES.loopBound(length);
            int i = 0;
            // A pass is made for no draws, too: C2 counts the calls of the parts here, and compiles them.
            do {
                int n = Math.min(Stretch.LENGTH, end - i);
                stream.words(first + i, stretch.words, 0, n);
                body(stretch.words, stretch.rare, mean, standardDeviation, x, offset + i, n);
                int count = places(stretch.rare, n, stretch.places);
                gather(stretch.words, stretch.places, count, stretch.rareWords);
                flanks(stretch.rareWords, count, mean, standardDeviation, stretch.draws, stretch.rarer);
                scatter(stretch.draws, stretch.places, count, x, offset + i);
                tailsAndRest(stretch, count, mean, standardDeviation, stream, first + i, x, offset + i);
                i += n;
            } while (i < end);
            return end;
        }

        /**
         * Computes the body's polynomial for all words, which is right where they are the body's, and sets a bit for each word that
         * is not. Each lane gathers 64 bits of its own, the last vector's the lowest: masks, and general registers, would cost
         * more.
         */
        static void body(long[] words, long[] rare, double mean, double standardDeviation,
                double[] x, int offset, int end) {
            if (end == 0) {
                return;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            DoubleVector mu = DoubleVector.broadcast(d, mean);
            DoubleVector sigma = DoubleVector.broadcast(d, standardDeviation);
            DoubleVector minusMiddle = DoubleVector.broadcast(d, -MIDDLE);
            LongVector none = LongVector.zero(Species.LONGS);
            int column = 0;
            for (int group = 0; group < end; group += Long.SIZE * d.length()) {
                int groupEnd = Math.min(group + Long.SIZE * d.length(), end);
                LongVector found = none;
                for (int i = group; i < groupEnd; i += d.length()) {
                    LongVector word = LongVector.fromArray(Species.LONGS, words, i);
                    DoubleVector high = word.lanewise(VectorOperators.LSHR, 32).or(HIGH_BITS).reinterpretAsDoubles();
                    DoubleVector low = word.and(LOW_MASK).or(LOW_BITS).reinterpretAsDoubles();
                    DoubleVector c = high.sub(CENTRE).add(low);
                    DoubleVector y = c.fma(c, minusMiddle);
                    DoubleVector t = y.mul(y);
                    DoubleVector even = DoubleVector.broadcast(d, P8).fma(t, DoubleVector.broadcast(d, P6));
                    DoubleVector odd = DoubleVector.broadcast(d, P7).fma(t, DoubleVector.broadcast(d, P5));
                    even = even.fma(t, DoubleVector.broadcast(d, P4));
                    odd = odd.fma(t, DoubleVector.broadcast(d, P3));
                    even = even.fma(t, DoubleVector.broadcast(d, P2));
                    odd = odd.fma(t, DoubleVector.broadcast(d, P1));
                    even = even.fma(t, DoubleVector.broadcast(d, P0));
                    sigma.fma(odd.fma(y, even).mul(c), mu).intoArray(x, offset + i);
                    LongVector isRare = word.and(RARE_BITS).sub(RARE).lanewise(VectorOperators.LSHR, 63);
                    found = isRare.add(found).add(found);
                }
                none.add(found).intoArray(rare, column);
                column += d.length();
            }
        }

        /** Lists the places of the bits, in no order. */
        static int places(long[] rare, int end, int[] places) {
            int lanes = Species.LONGS.length();
            int count = 0;
            for (int column = 0; column * Long.SIZE < end; column += lanes) {
                int last = Math.min((column + lanes) * Long.SIZE, end) - lanes;
                for (int lane = 0; lane < lanes; lane++) {
                    long found = rare[column + lane];
                    int next = count + Long.bitCount(found);
                    int k = count;
                    do {
                        for (int j = 0; j < SPARE; j++) {
                            places[k + j] = last - Long.numberOfTrailingZeros(found) * lanes;
                            found &= found - 1;
                        }
                        k += SPARE;
                    } while (k < next);
                    count = next;
                    last++;
                }
            }
            return count;
        }

        static void gather(long[] words, int[] places, int count, long[] rareWords) {
            for (int k = 0; k < count; k++) {
                rareWords[k] = words[places[k]];
            }
        }

        /**
         * Computes the flanks' polynomial, and sets a bit for each word that is not theirs. It works up to a whole vector after the
         * last word.
         */
        static void flanks(long[] words, int count, double mean, double standardDeviation, double[] draws, long[] rarer) {
            if (count == 0) {
                return;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            DoubleVector mu = DoubleVector.broadcast(d, mean);
            DoubleVector sigma = DoubleVector.broadcast(d, standardDeviation);
            for (int group = 0; group < count; group += Long.SIZE) {
                int groupEnd = Math.min(group + Long.SIZE, count);
                long found = 0;
                for (int i = group; i < groupEnd; i += d.length()) {
                    LongVector word = LongVector.fromArray(Species.LONGS, words, i);
                    DoubleVector high = word.lanewise(VectorOperators.LSHR, 32).or(HIGH_BITS).reinterpretAsDoubles();
                    DoubleVector low = word.and(LOW_MASK).or(LOW_BITS).reinterpretAsDoubles();
                    DoubleVector y = high.sub(CENTRE).add(low).abs().sub(FLANK_MIDDLE);
                    DoubleVector t = y.mul(y);
                    DoubleVector even = DoubleVector.broadcast(d, T12).fma(t, DoubleVector.broadcast(d, T10));
                    DoubleVector odd = DoubleVector.broadcast(d, T11).fma(t, DoubleVector.broadcast(d, T9));
                    even = even.fma(t, DoubleVector.broadcast(d, T8));
                    odd = odd.fma(t, DoubleVector.broadcast(d, T7));
                    even = even.fma(t, DoubleVector.broadcast(d, T6));
                    odd = odd.fma(t, DoubleVector.broadcast(d, T5));
                    even = even.fma(t, DoubleVector.broadcast(d, T4));
                    odd = odd.fma(t, DoubleVector.broadcast(d, T3));
                    even = even.fma(t, DoubleVector.broadcast(d, T2));
                    odd = odd.fma(t, DoubleVector.broadcast(d, T1));
                    even = even.fma(t, DoubleVector.broadcast(d, T0));
                    LongVector sign = word.not().and(Long.MIN_VALUE);
                    LongVector signed = odd.fma(y, even).reinterpretAsLongs().lanewise(VectorOperators.XOR, sign);
                    sigma.fma(signed.reinterpretAsDoubles(), mu).intoArray(draws, i);
                    found |= word.and(PARTS - 1).compare(VectorOperators.LE, REST).toLong() << (i - group);
                }
                rarer[group / Long.SIZE] = found;
            }
        }

        static void scatter(double[] draws, int[] places, int count, double[] x, int offset) {
            for (int k = 0; k < count; k++) {
                x[offset + places[k]] = draws[k];
            }
        }

        /**
         * Makes the draws that are left. This is a pass of its own, as a call in a vector loop would cost the loop its registers.
         */
        static void tailsAndRest(Stretch stretch, int count, double mean, double standardDeviation, SplitStream stream,
                long first, double[] x, int offset) {
            for (int group = 0; group < count; group += Long.SIZE) {
                long theirs = -1L >>> Math.max(0, Long.SIZE - (count - group));
                for (long found = stretch.rarer[group / Long.SIZE] & theirs; found != 0; found &= found - 1) {
                    int k = group + Long.numberOfTrailingZeros(found);
                    int i = stretch.places[k];
                    double z = tailOrRest(stretch.rareWords[k], stream, first + i);
                    x[offset + i] = Fma.fma(standardDeviation, z, mean);
                }
            }
        }

        /** Scratch in which a stretch of draws is worked: one a thread, so that drawing allocates nothing. */
        private static final class Stretch {
            static final int LENGTH = 1024;

            final long[] words;
            final long[] rare;
            final int[] places;
            final long[] rareWords;
            final double[] draws;
            final long[] rarer;

            Stretch(Object[] arrays) {
                words = (long[]) arrays[0];
                rare = (long[]) arrays[1];
                places = (int[]) arrays[2];
                rareWords = (long[]) arrays[3];
                draws = (double[]) arrays[4];
                rarer = (long[]) arrays[5];
            }

            static Object[] arrays() {
                return new Object[] {new long[LENGTH], new long[LENGTH / Long.SIZE], new int[LENGTH + SPARE], new long[LENGTH],
                    new double[LENGTH], new long[LENGTH / Long.SIZE]};
            }
        }
    }
}
