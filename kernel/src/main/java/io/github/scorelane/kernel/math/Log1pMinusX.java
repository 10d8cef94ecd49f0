package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes log(1 + x) − x, without the cancellation of its two terms near 0, where it is about −x²/2. Log densities and scores are
 * made of it where a parameter is large.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for every x &gt; −1; for ±0 it is 0, for −1 and +∞ it is −∞,
 * and below −1 and for NaN it is NaN.
 *
 * <p>Method: 1 + x = 2^k·(1 + f) with √½ ≤ 1 + f &lt; √2, where the rounding error of 1 + x is added to f, so that f is x if k is
 * 0. With s = f/(2 + f) and z = s², log(1 + x) − x = k·ln 2 + (f − x) − s·(f − z·q(z)), and f − x is the difference of 1 + f and 1
 * + x, which is exact for k of −1, 0 and 1. Source of q and of the reduction: fdlibm's {@code e_log.c} and {@code s_log1p.c}, K. C.
 * Ng, Sun Microsystems 1993.
 */
public final class Log1pMinusX {
    private static final Gate GATE = Gate.ofMasks((numbers, results, n) -> {
        log1pMinusX(numbers, 0, results, 0, n);
        // Vectors without special numbers take another branch, which C2 has to see as well.
        log1pMinusX(new double[n], 0, results, n, n);
    });

    /** The maximal error, in units in the last place of the exact result; the worst of 8,000 references: 2.429. */
    public static final double MAX_ULPS = 2.8;

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
    /**
     * Number from which k's biased exponent is taken to give that of 1 − k. That of −k would overflow where x is nearly the largest
     * double.
     */
    private static final long TWO_BIASES_AND_ONE = 2047;

    private Log1pMinusX() {}

    /**
     * Computes the function of a number.
     *
     * @param x any value
     * @return log(1 + x) − x
     */
    public static double log1pMinusX(double x) {
        if (!(x > -1 && x < Double.POSITIVE_INFINITY)) {
            return x < -1 ? Double.NaN : Double.isNaN(x) ? x : Double.NEGATIVE_INFINITY;
        }
        double u = 1 + x;
        double back = u - 1;
        double lost = (1 - (u - back)) + (x - back);
        long bits = Double.doubleToRawLongBits(u) + (ONE_BITS - SQRT_HALF_BITS);
        long exponent = bits >>> 52;
        double k = Double.longBitsToDouble(exponent | WHOLE_BITS) - BIAS;
        double scale = Double.longBitsToDouble((TWO_BIASES_AND_ONE - exponent) << 52);
        double m = Double.longBitsToDouble((bits & FRACTION_MASK) + SQRT_HALF_BITS);
        double halfLost = 0.5 * lost;
        double f = Fma.fma(halfLost, scale, m - 1);
        double s = f / (-2 - f);
        double z = s * s;
        double t = z * z;
        double even = Fma.fma(Q6, t, Q4);
        double odd = Fma.fma(Q5, t, Q3);
        even = Fma.fma(even, t, Q2);
        odd = Fma.fma(odd, t, Q1);
        even = Fma.fma(even, t, Q0);
        double g = Fma.fma(Fma.fma(odd, z, even), z, f);
        double low = Fma.fma(k, LN_2_LOW, Fma.fma(halfLost, scale, -lost));
        return Fma.fma(k, LN_2_HIGH, m - u) + Fma.fma(s, g, low);
    }

    /**
     * Computes the function of the numbers of an array.
     *
     * @param x the numbers
     * @param xOffset index of the first element
     * @param y receives the results; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void log1pMinusX(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        log1pMinusX(x, xOffset, y, yOffset, head < 0 ? 0 : GATE.end(Simd.log1pMinusX(x, xOffset, y, yOffset, head)), length);
    }

    private static void log1pMinusX(double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = log1pMinusX(x[xOffset + i]);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int log1pMinusX(double[] x, int xOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector u = v.add(1);
                DoubleVector back = u.sub(1);
                DoubleVector lost = DoubleVector.broadcast(d, 1).sub(u.sub(back)).add(v.sub(back));
                LongVector bits = u.reinterpretAsLongs().add(ONE_BITS - SQRT_HALF_BITS);
                LongVector exponent = bits.lanewise(VectorOperators.LSHR, 52);
                DoubleVector k = exponent.or(WHOLE_BITS).reinterpretAsDoubles().sub(BIAS);
                DoubleVector scale = LongVector.broadcast(Species.LONGS, TWO_BIASES_AND_ONE).sub(exponent)
                        .lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
                DoubleVector m = bits.and(FRACTION_MASK).add(SQRT_HALF_BITS).reinterpretAsDoubles();
                DoubleVector halfLost = lost.mul(0.5);
                DoubleVector f = halfLost.fma(scale, m.sub(1));
                DoubleVector s = f.div(DoubleVector.broadcast(d, -2).sub(f));
                DoubleVector z = s.mul(s);
                DoubleVector t = z.mul(z);
                DoubleVector even = DoubleVector.broadcast(d, Q6).fma(t, DoubleVector.broadcast(d, Q4));
                DoubleVector odd = DoubleVector.broadcast(d, Q5).fma(t, DoubleVector.broadcast(d, Q3));
                even = even.fma(t, DoubleVector.broadcast(d, Q2));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q1));
                even = even.fma(t, DoubleVector.broadcast(d, Q0));
                DoubleVector g = odd.fma(z, even).fma(z, f);
                DoubleVector low = k.fma(DoubleVector.broadcast(d, LN_2_LOW), halfLost.fma(scale, lost.neg()));
                DoubleVector result = k.fma(DoubleVector.broadcast(d, LN_2_HIGH), m.sub(u)).add(s.fma(g, low));
                if (!v.compare(VectorOperators.GT, -1).and(v.compare(VectorOperators.LT, Double.POSITIVE_INFINITY)).allTrue()) {
                    result = result.blend(Double.NEGATIVE_INFINITY, v.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY))
                            .blend(Double.NEGATIVE_INFINITY, v.compare(VectorOperators.EQ, -1))
                            .blend(Double.NaN, v.compare(VectorOperators.GE, -1).not());
                }
                result.intoArray(y, yOffset + i);
            }
            return end;
        }
    }
}
