package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the quantile function Φ⁻¹ of the standard normal distribution, of a random word.
 *
 * <p>A word w, read as an unsigned number, stands for the probability (w + ½)·2^-64: its top bit is the sign, and the rest a tail
 * probability (m + ½)·2^-64 of 63 bits. The result is at most {@value #MAX_ULPS} ULP from Φ⁻¹ of that probability. It never falls
 * as w rises, {@code quantile(~w) == -quantile(w)} exactly, and it reaches from −9.155 to 9.155.
 *
 * <p>Method: for tail probabilities of 1/8 and more an odd polynomial in the distance from ½, in SIMD. Below, the octave of the
 * tail probability and its next three bits choose one of 496 polynomials whose coefficients are all positive, so that Horner's
 * rule, rounding and all, is monotone. Coefficients: {@code kernel/src/reference/normal_quantile.py}.
 */
public final class NormalQuantile {
    /** The nanoseconds of this gate allow for a block that lies in the tails. */
    private static final Gate GATE = Gate.of(true, 50, NormalQuantile::rehearse);

    /** The maximal error, in units in the last place of the exact result; the worst of 10,000 references: 1.543. */
    public static final double MAX_ULPS = 1.75;

    private static final double Q0 = 2.6249349909537365;
    private static final double Q1 = 5.7725335386124055;
    private static final double Q2 = 15.66760896251946;
    private static final double Q3 = 47.03578782681749;
    private static final double Q4 = 149.8297140091596;
    private static final double Q5 = 496.2857395192389;
    private static final double Q6 = 1688.678659157001;
    private static final double Q7 = 5955.813773594235;
    private static final double Q8 = 16607.990120640556;
    private static final double Q9 = 232123.9031559002;
    private static final double Q10 = -4367277.893947843;
    private static final double Q11 = 1.0707738763729657e8;
    private static final double Q12 = -1.9059414881896956e9;
    private static final double Q13 = 2.714308748307489e10;
    private static final double Q14 = -3.040716751254676e11;
    private static final double Q15 = 2.675402816840448e12;
    private static final double Q16 = -1.8253883607648082e13;
    private static final double Q17 = 9.471186214758627e13;
    private static final double Q18 = -3.6137135019959556e14;
    private static final double Q19 = 9.576909670329999e14;
    private static final double Q20 = -1.5782655032923105e15;
    private static final double Q21 = 1.2251961832314228e15;
    /** √(2π), the slope at the centre, in two parts. */
    private static final double SLOPE = 2.5066282746310007;
    private static final double SLOPE_LOW = -1.8328579980459167e-16;

    private static final int DEGREE = 10;
    private static final int PIECES = 496;
    private static final double[] TAIL = tailCoefficients();

    /** Bits of 2^20: the high half of a word in the low bits of its fraction, worth 2^-32 each, makes 2^20 + high·2^-32. */
    private static final long HIGH_BITS = 0x4130000000000000L;
    /** Bits of 2^-13 and the last bit: twice the low half of a word makes 2^-13 + (2·low + 1)·2^-65 of it. */
    private static final long LOW_BITS = 0x3f20000000000001L;
    private static final long LOW_MASK = 0x1fffffffeL;
    private static final double CENTRE = 0x1p20 + 0.5 + 0x1p-13;
    /** Odd factor that spreads bits: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private NormalQuantile() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        long[] words = new long[n];
        for (int i = 0; i < n; i++) {
            // An odd factor spreads the numbers' bits over the words. The word 0, which is in the tail, stays 0.
            words[i] = Double.doubleToRawLongBits(numbers[i]) * SPREAD;
        }
        quantile(words, 0, 0.5, 2, results, 0, n);
    }

    /**
     * Computes the quantile of a word.
     *
     * @param word any value
     * @return Φ⁻¹((word + ½)·2^-64), with the word read as unsigned
     */
    public static double quantile(long word) {
        return isTail(word) ? tail(word) : central(word);
    }

    /**
     * Computes the quantiles of an array of words.
     *
     * @param words the words
     * @param wordsOffset index of the first element
     * @param x receives the quantiles
     * @param xOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void quantile(long[] words, int wordsOffset, double[] x, int xOffset, int length) {
        quantile(words, wordsOffset, 0, 1, x, xOffset, length);
    }

    /**
     * Computes the quantiles of a normal distribution: {@code fma(standardDeviation, quantile(word), mean)}.
     *
     * @param words the words
     * @param wordsOffset index of the first element
     * @param mean the mean
     * @param standardDeviation the standard deviation
     * @param x receives the quantiles
     * @param xOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void quantile(long[] words, int wordsOffset, double mean, double standardDeviation,
            double[] x, int xOffset, int length) {
        ArrayRange.check("words", words.length, wordsOffset, length);
        ArrayRange.check("x", x.length, xOffset, length);
        int head = GATE.head(length);
        int from = head < 0 ? 0
                : GATE.end(Simd.quantile(words, wordsOffset, mean, standardDeviation, x, xOffset, head));
        quantile(words, wordsOffset, mean, standardDeviation, x, xOffset, from, length);
    }

    private static void quantile(long[] words, int wordsOffset, double mean, double standardDeviation,
            double[] x, int xOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            x[xOffset + i] = Fma.fma(standardDeviation, quantile(words[wordsOffset + i]), mean);
        }
    }

    /** Tells if the tail probability is below 1/8, which is so if the top three bits are equal. */
    private static boolean isTail(long word) {
        return (word ^ (word << 1)) >>> 62 == 0;
    }

    private static double central(long word) {
        double high = Double.longBitsToDouble((word >>> 32) | HIGH_BITS);
        double low = Double.longBitsToDouble(((word << 1) & LOW_MASK) | LOW_BITS);
        double c = (high - CENTRE) + low;
        double s = c * c;
        double t = s * s;
        double even = Fma.fma(Q20, t, Q18);
        double odd = Fma.fma(Q21, t, Q19);
        even = Fma.fma(even, t, Q16);
        odd = Fma.fma(odd, t, Q17);
        even = Fma.fma(even, t, Q14);
        odd = Fma.fma(odd, t, Q15);
        even = Fma.fma(even, t, Q12);
        odd = Fma.fma(odd, t, Q13);
        even = Fma.fma(even, t, Q10);
        odd = Fma.fma(odd, t, Q11);
        even = Fma.fma(even, t, Q8);
        odd = Fma.fma(odd, t, Q9);
        even = Fma.fma(even, t, Q6);
        odd = Fma.fma(odd, t, Q7);
        even = Fma.fma(even, t, Q4);
        odd = Fma.fma(odd, t, Q5);
        even = Fma.fma(even, t, Q2);
        odd = Fma.fma(odd, t, Q3);
        even = Fma.fma(even, t, Q0);
        odd = Fma.fma(odd, t, Q1);
        double rest = Fma.fma(Fma.fma(odd, s, even), s, SLOPE_LOW);
        return Fma.fma(c, SLOPE, c * rest);
    }

    private static double tail(long word) {
        long twice = ((word ^ (word >> 63)) << 1) | 1;
        int octave = Long.numberOfLeadingZeros(twice);
        long normalised = twice << octave;
        int piece = (octave - 2) * 8 + 7 - ((int) (normalised >>> 60) & 7);
        double f = ((~normalised << 4) >>> 11) * 0x1p-53;
        int k = piece * (DEGREE + 1) + DEGREE;
        double x = TAIL[k];
        for (int j = 1; j <= DEGREE; j++) {
            x = Fma.fma(x, f, TAIL[k - j]);
        }
        // The sign is set without a branch, which would be mispredicted half the time.
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) ^ (~word & Long.MIN_VALUE));
    }

    private static double[] tailCoefficients() {
        try (InputStream in = NormalQuantile.class.getResourceAsStream("normal-quantile-tail.bin")) {
            double[] coefficients = new double[PIECES * (DEGREE + 1)];
            ByteBuffer.wrap(in.readAllBytes()).asDoubleBuffer().get(coefficients);
            return coefficients;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Simd {
        private static final int GROUP = 64;

        private Simd() {}

        static int quantile(long[] words, int wordsOffset, double mean, double standardDeviation,
                double[] x, int xOffset, int length) {
            int end = central(words, wordsOffset, mean, standardDeviation, x, xOffset, length);
            tails(words, wordsOffset, mean, standardDeviation, x, xOffset, end);
            return end;
        }

        /** Computes the central polynomial for all words. It is right where {@link #isTail} is false. */
        static int central(long[] words, int wordsOffset, double mean, double standardDeviation,
                double[] x, int xOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            DoubleVector mu = DoubleVector.broadcast(d, mean);
            DoubleVector sigma = DoubleVector.broadcast(d, standardDeviation);
            for (int i = 0; i < end; i += d.length()) {
                LongVector word = LongVector.fromArray(Species.LONGS, words, wordsOffset + i);
                DoubleVector high = word.lanewise(VectorOperators.LSHR, 32).or(HIGH_BITS).reinterpretAsDoubles();
                DoubleVector low = word.lanewise(VectorOperators.LSHL, 1).and(LOW_MASK).or(LOW_BITS)
                        .reinterpretAsDoubles();
                DoubleVector c = high.sub(CENTRE).add(low);
                DoubleVector s = c.mul(c);
                DoubleVector t = s.mul(s);
                DoubleVector even = DoubleVector.broadcast(d, Q20).fma(t, DoubleVector.broadcast(d, Q18));
                DoubleVector odd = DoubleVector.broadcast(d, Q21).fma(t, DoubleVector.broadcast(d, Q19));
                even = even.fma(t, DoubleVector.broadcast(d, Q16));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q17));
                even = even.fma(t, DoubleVector.broadcast(d, Q14));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q15));
                even = even.fma(t, DoubleVector.broadcast(d, Q12));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q13));
                even = even.fma(t, DoubleVector.broadcast(d, Q10));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q11));
                even = even.fma(t, DoubleVector.broadcast(d, Q8));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q9));
                even = even.fma(t, DoubleVector.broadcast(d, Q6));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q7));
                even = even.fma(t, DoubleVector.broadcast(d, Q4));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q5));
                even = even.fma(t, DoubleVector.broadcast(d, Q2));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q3));
                even = even.fma(t, DoubleVector.broadcast(d, Q0));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q1));
                DoubleVector rest = odd.fma(s, even).fma(s, DoubleVector.broadcast(d, SLOPE_LOW));
                DoubleVector z = c.fma(DoubleVector.broadcast(d, SLOPE), c.mul(rest));
                sigma.fma(z, mu).intoArray(x, xOffset + i);
            }
            return end;
        }

        /** Finds the tails among the first {@code end} words in SIMD, 64 words at a time, and has the twin work them. */
        static void tails(long[] words, int wordsOffset, double mean, double standardDeviation,
                double[] x, int xOffset, int end) {
            if (end == 0) {
                return;
            }
            int lanes = Species.LONGS.length();
            for (int group = 0; group < end; group += GROUP) {
                int groupEnd = Math.min(group + GROUP, end);
                long found = 0;
                for (int i = group; i < groupEnd; i += lanes) {
                    LongVector word = LongVector.fromArray(Species.LONGS, words, wordsOffset + i);
                    LongVector top = word.lanewise(VectorOperators.XOR, word.lanewise(VectorOperators.LSHL, 1))
                            .lanewise(VectorOperators.LSHR, 62);
                    found |= top.compare(VectorOperators.EQ, 0).toLong() << (i - group);
                }
                for (; found != 0; found &= found - 1) {
                    int i = group + Long.numberOfTrailingZeros(found);
                    x[xOffset + i] = Fma.fma(standardDeviation, tail(words[wordsOffset + i]), mean);
                }
            }
        }
    }
}
