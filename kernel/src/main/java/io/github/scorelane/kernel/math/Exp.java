package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Lanes;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The exponential function.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for every x, also where it is subnormal;
 * exp(±0) is 1, exp(−∞) is 0, exp(NaN) is NaN. As the exact result rounded does, it overflows to +∞ just for
 * x &gt; 709.782712893384 and underflows to 0 just for x &lt; −745.1332191019411.
 *
 * <p>Method: x = k·ln 2 + r with |r| ≤ ½·ln 2, exp x = 2^k·(1 + r + r²·q(r)), where the errors of r and of the sum
 * 1 + r are kept. A result that may be subnormal is scaled by two powers of two, so that only the second product
 * rounds. Reduction as in fdlibm's {@code e_exp.c}; coefficients: {@code kernel/src/reference/exp.py}.
 */
public final class Exp {
    /** The maximal error, in units in the last place of the exact result; the worst of 2·10^9 tried: 0.796. */
    public static final double MAX_ULPS = 0.82;

    static final double Q0 = 0.5;
    static final double Q1 = 0.1666666666666667;
    static final double Q2 = 0.04166666666666667;
    static final double Q3 = 0.008333333333326141;
    static final double Q4 = 0.0013888888888883752;
    static final double Q5 = 0.00019841269874800493;
    static final double Q6 = 2.4801587325533343e-5;
    static final double Q7 = 2.75572554257461e-6;
    static final double Q8 = 2.755727366137066e-7;
    static final double Q9 = 2.5105206374096305e-8;
    static final double Q10 = 2.0914679368444742e-9;
    static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts; k times the first is exact. */
    static final double LN_2_HIGH = 0.6931471805601177;
    static final double LN_2_LOW = -1.7239444525614835e-13;

    /** A sum with this is rounded to a whole number k, and its lowest bits are k's. */
    static final double ROUNDER = 0x1.8p52;
    /** Twice the exponent bias: k and this are the sum of two biased exponents. */
    static final long TWO_BIASES = 2046;
    static final long EXPONENT_MASK = 0xfff0000000000000L;
    /** Beyond these the result is infinite or zero. */
    private static final double HIGHEST = 710;
    static final double LOWEST = -746;

    private Exp() {}

    /**
     * The exponential of a number.
     *
     * @param x any value
     * @return e to the power x
     */
    public static double exp(double x) {
        if (x > HIGHEST || x < LOWEST) {
            return x > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        double rounded = Math.fma(x, LOG2_E, ROUNDER);
        double k = rounded - ROUNDER;
        double high = Math.fma(k, -LN_2_HIGH, x);
        double low = k * -LN_2_LOW;
        double r = high + low;
        double t = r * r;
        double even = Math.fma(Q10, t, Q8);
        double odd = Math.fma(Q9, t, Q7);
        even = Math.fma(even, t, Q6);
        odd = Math.fma(odd, t, Q5);
        even = Math.fma(even, t, Q4);
        odd = Math.fma(odd, t, Q3);
        even = Math.fma(even, t, Q2);
        odd = Math.fma(odd, t, Q1);
        even = Math.fma(even, t, Q0);
        double q = Math.fma(odd, r, even);
        double sum = high + 1;
        double y = (1 - sum + high) + Math.fma(t, q, low) + sum;
        long exponents = Double.doubleToRawLongBits(rounded) + TWO_BIASES;
        long half = (exponents << 51) & EXPONENT_MASK;
        return y * Double.longBitsToDouble(half) * Double.longBitsToDouble((exponents << 52) - half);
    }

    /**
     * The exponentials of an array.
     *
     * @param x the numbers
     * @param xOffset where they begin
     * @param y where the exponentials go; may be x itself, at the same offset
     * @param yOffset where they begin
     * @param length how many
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void exp(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = Lanes.masks(length);
        for (int i = head == 0 ? 0 : Simd.exp(x, xOffset, y, yOffset, head); i < length; i++) {
            y[yOffset + i] = exp(x[xOffset + i]);
        }
    }

    private static final class Simd {
        /** Below this absolute value the result is a normal number, and is scaled by adding to its exponent. */
        private static final double ORDINARY = 708;

        private Simd() {}

        static int exp(double[] x, int xOffset, double[] y, int yOffset, int length) {
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector rounded = v.fma(DoubleVector.broadcast(d, LOG2_E), DoubleVector.broadcast(d, ROUNDER));
                DoubleVector k = rounded.sub(ROUNDER);
                DoubleVector high = k.fma(DoubleVector.broadcast(d, -LN_2_HIGH), v);
                DoubleVector low = k.mul(-LN_2_LOW);
                DoubleVector r = high.add(low);
                DoubleVector t = r.mul(r);
                DoubleVector even = DoubleVector.broadcast(d, Q10).fma(t, DoubleVector.broadcast(d, Q8));
                DoubleVector odd = DoubleVector.broadcast(d, Q9).fma(t, DoubleVector.broadcast(d, Q7));
                even = even.fma(t, DoubleVector.broadcast(d, Q6));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q5));
                even = even.fma(t, DoubleVector.broadcast(d, Q4));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q3));
                even = even.fma(t, DoubleVector.broadcast(d, Q2));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q1));
                even = even.fma(t, DoubleVector.broadcast(d, Q0));
                DoubleVector q = odd.fma(r, even);
                DoubleVector sum = high.add(1);
                DoubleVector result = DoubleVector.broadcast(d, 1).sub(sum).add(high).add(t.fma(q, low)).add(sum);
                LongVector exponents = rounded.reinterpretAsLongs();
                if (v.abs().compare(VectorOperators.LT, ORDINARY).allTrue()) {
                    result = result.reinterpretAsLongs().add(exponents.lanewise(VectorOperators.LSHL, 52))
                            .reinterpretAsDoubles();
                } else {
                    exponents = exponents.add(TWO_BIASES);
                    LongVector half = exponents.lanewise(VectorOperators.LSHL, 51).and(EXPONENT_MASK);
                    LongVector otherHalf = exponents.lanewise(VectorOperators.LSHL, 52).sub(half);
                    result = result.mul(half.reinterpretAsDoubles()).mul(otherHalf.reinterpretAsDoubles())
                            .blend(Double.POSITIVE_INFINITY, v.compare(VectorOperators.GT, HIGHEST))
                            .blend(0, v.compare(VectorOperators.LT, LOWEST));
                }
                result.intoArray(y, yOffset + i);
            }
            return end;
        }
    }
}
