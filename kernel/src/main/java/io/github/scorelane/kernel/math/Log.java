package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the natural logarithm.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for every x &gt; 0, also where x is subnormal; log(1) is +0,
 * log(±0) is −∞, log(+∞) is +∞, and the logarithm of a negative number or of NaN is NaN.
 *
 * <p>Method: x = 2^k·(1 + f) with √½ ≤ 1 + f &lt; √2. With s = f/(2 + f) and z = s², log x = k·ln 2 + f − s·(f − z·q(z)), where the
 * error of the sum k·ln 2 + f is kept. Source of q and of the reduction: fdlibm's {@code e_log.c}, K. C. Ng, Sun Microsystems 1993.
 */
public final class Log {
    private static final Gate GATE = Gate.ofMasks(Log::rehearse);

    /** The maximal error, in units in the last place of the exact result; the worst of 3·10^9 tried: 0.936. */
    public static final double MAX_ULPS = 0.95;

    // These are the coefficients of q, all with the other sign.
    private static final double Q0 = -0.6666666666666735;
    private static final double Q1 = -0.3999999999940942;
    private static final double Q2 = -0.2857142874366239;
    private static final double Q3 = -0.22222198432149784;
    private static final double Q4 = -0.1818357216161805;
    private static final double Q5 = -0.15313837699209373;
    private static final double Q6 = -0.14798198605116586;
    /** ln 2 in two parts, of which the first has so few digits that k times it is exact. */
    private static final double LN_2_HIGH = 0.6931471805601177;
    private static final double LN_2_LOW = -1.7239444525614835e-13;

    /** Bits of √½: the bits of a double less these count in the exponent field from √½ on, not from 1. */
    private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;
    private static final long ONE_BITS = 0x3ff0000000000000L;
    private static final long FRACTION_MASK = 0x000fffffffffffffL;
    /** Bits of 2^52: a whole number that is put in the low bits of its fraction makes the double 2^52 and that number. */
    private static final long WHOLE_BITS = 0x4330000000000000L;
    private static final double BIAS = 0x1p52 + 1023;
    /** Factor 2^54, by which subnormal numbers are scaled. */
    private static final double SCALE = 0x1p54;
    private static final double SCALED_BIAS = BIAS + 54;

    private Log() {}

    /** Makes two calls: the first may have a special number in every vector, so the second has ordinary ones alone. */
    private static void rehearse(double[] numbers, double[] results, int n) {
        log(numbers, 0, results, 0, n);
        double[] ordinary = new double[n];
        Arrays.fill(ordinary, 2);
        log(ordinary, 0, results, n, n);
    }

    /**
     * Computes the natural logarithm of a number.
     *
     * @param x any value
     * @return log x
     */
    public static double log(double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x < 0 ? Double.NaN : x;
        }
        boolean small = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(small ? x * SCALE : x) + (ONE_BITS - SQRT_HALF_BITS);
        double k = Double.longBitsToDouble((bits >>> 52) | WHOLE_BITS) - (small ? SCALED_BIAS : BIAS);
        double f = Double.longBitsToDouble((bits & FRACTION_MASK) + SQRT_HALF_BITS) - 1;
        double s = f / (-2 - f);
        double z = s * s;
        double t = z * z;
        double even = Fma.fma(Q6, t, Q4);
        double odd = Fma.fma(Q5, t, Q3);
        even = Fma.fma(even, t, Q2);
        odd = Fma.fma(odd, t, Q1);
        even = Fma.fma(even, t, Q0);
        double g = Fma.fma(Fma.fma(odd, z, even), z, f);
        double high = Fma.fma(k, LN_2_HIGH, f);
        double low = f - Fma.fma(k, -LN_2_HIGH, high);
        return high + Fma.fma(s, g, Fma.fma(k, LN_2_LOW, low));
    }

    /**
     * Computes the natural logarithms of an array.
     *
     * @param x the numbers
     * @param xOffset index of the first element
     * @param y receives the logarithms; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void log(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        log(x, xOffset, y, yOffset, head < 0 ? 0 : GATE.end(Simd.log(x, xOffset, y, yOffset, head)), length);
    }

    private static void log(double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = log(x[xOffset + i]);
        }
    }

    private static final class Simd {
        /** Bits of the least normal number. Next, the least sum of these and the bits of a normal positive number. */
        private static final long LEAST_BITS = 0x0010000000000000L;
        private static final long LEAST_SUM = 0x0020000000000000L;
        /**
         * Number of vectors that are worked by the loop for any numbers when one of them has a number that is not normal and
         * positive.
         */
        private static final int OTHERS = 8;

        private Simd() {}

        static int log(double[] x, int xOffset, double[] y, int yOffset, int length) {
            int end = Species.DOUBLES.loopBound(length);
            int i = 0;
            // A pass is made for no elements, too: C2 counts the calls of the parts here, and compiles them.
            do {
                i += normal(x, xOffset + i, y, yOffset + i, end - i);
                i += any(x, xOffset + i, y, yOffset + i, Math.min(end - i, OTHERS * Species.DOUBLES.length()));
            } while (i < end);
            return end;
        }

        /**
         * Works vectors of normal positive numbers, up to the first that has another one, and returns the number of elements that
         * were done. This is a loop of its own: where vectors of two branches meet in one loop, C2 makes objects of them if it has
         * seen little of the Vector API.
         */
        private static int normal(double[] x, int xOffset, double[] y, int yOffset, int length) {
            VectorSpecies<Double> d = Species.DOUBLES;
            int i = 0;
            for (; i < length; i += d.length()) {
                LongVector bits = DoubleVector.fromArray(d, x, xOffset + i).reinterpretAsLongs();
                // The sum overflows for infinities and NaNs.
                if (bits.add(LEAST_BITS).compare(VectorOperators.LT, LEAST_SUM).anyTrue()) {
                    break;
                }
                bits = bits.add(ONE_BITS - SQRT_HALF_BITS);
                DoubleVector k = bits.lanewise(VectorOperators.LSHR, 52).or(WHOLE_BITS).reinterpretAsDoubles().sub(BIAS);
                DoubleVector f = bits.and(FRACTION_MASK).add(SQRT_HALF_BITS).reinterpretAsDoubles().sub(1);
                DoubleVector s = f.div(DoubleVector.broadcast(d, -2).sub(f));
                DoubleVector z = s.mul(s);
                DoubleVector t = z.mul(z);
                DoubleVector even = DoubleVector.broadcast(d, Q6).fma(t, DoubleVector.broadcast(d, Q4));
                DoubleVector odd = DoubleVector.broadcast(d, Q5).fma(t, DoubleVector.broadcast(d, Q3));
                even = even.fma(t, DoubleVector.broadcast(d, Q2));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q1));
                even = even.fma(t, DoubleVector.broadcast(d, Q0));
                DoubleVector g = odd.fma(z, even).fma(z, f);
                DoubleVector high = k.fma(DoubleVector.broadcast(d, LN_2_HIGH), f);
                DoubleVector low = f.sub(k.fma(DoubleVector.broadcast(d, -LN_2_HIGH), high));
                high.add(s.fma(g, k.fma(DoubleVector.broadcast(d, LN_2_LOW), low))).intoArray(y, yOffset + i);
            }
            return i;
        }

        /** Works vectors with any numbers in them, and returns the number of elements. */
        private static int any(double[] x, int xOffset, double[] y, int yOffset, int length) {
            VectorSpecies<Double> d = Species.DOUBLES;
            for (int i = 0; i < length; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                VectorMask<Double> small = v.compare(VectorOperators.LT, Double.MIN_NORMAL);
                DoubleVector bias = DoubleVector.broadcast(d, BIAS).blend(SCALED_BIAS, small);
                LongVector bits = v.blend(v.mul(SCALE), small).reinterpretAsLongs().add(ONE_BITS - SQRT_HALF_BITS);
                DoubleVector k = bits.lanewise(VectorOperators.LSHR, 52).or(WHOLE_BITS).reinterpretAsDoubles().sub(bias);
                DoubleVector f = bits.and(FRACTION_MASK).add(SQRT_HALF_BITS).reinterpretAsDoubles().sub(1);
                DoubleVector s = f.div(DoubleVector.broadcast(d, -2).sub(f));
                DoubleVector z = s.mul(s);
                DoubleVector t = z.mul(z);
                DoubleVector even = DoubleVector.broadcast(d, Q6).fma(t, DoubleVector.broadcast(d, Q4));
                DoubleVector odd = DoubleVector.broadcast(d, Q5).fma(t, DoubleVector.broadcast(d, Q3));
                even = even.fma(t, DoubleVector.broadcast(d, Q2));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q1));
                even = even.fma(t, DoubleVector.broadcast(d, Q0));
                DoubleVector g = odd.fma(z, even).fma(z, f);
                DoubleVector high = k.fma(DoubleVector.broadcast(d, LN_2_HIGH), f);
                DoubleVector low = f.sub(k.fma(DoubleVector.broadcast(d, -LN_2_HIGH), high));
                high.add(s.fma(g, k.fma(DoubleVector.broadcast(d, LN_2_LOW), low)))
                        .blend(v, v.compare(VectorOperators.LT, Double.POSITIVE_INFINITY).not())
                        .blend(Double.NaN, v.compare(VectorOperators.LT, 0))
                        .blend(Double.NEGATIVE_INFINITY, v.compare(VectorOperators.EQ, 0)).intoArray(y, yOffset + i);
            }
            return length;
        }
    }
}
