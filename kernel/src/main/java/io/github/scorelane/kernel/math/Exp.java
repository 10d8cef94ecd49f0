package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the exponential function.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for every x, also where it is subnormal; exp(±0) is 1, exp(−∞)
 * is 0, exp(NaN) is NaN. As the exact result rounded does, it overflows to +∞ just for x &gt; 709.782712893384 and underflows to 0
 * just for x &lt; −745.1332191019411.
 *
 * <p>Method: x = k·ln 2 + r with |r| ≤ ½·ln 2, exp x = 2^k·(1 + r + r²·q(r)), where the error of r is kept; that of the sum r +
 * r²·q(r) is not, and is a quarter of an ULP at most. A result that may be subnormal is scaled by two powers of two, so that only
 * the second product rounds. Reduction as in fdlibm's {@code e_exp.c}; coefficients: {@code kernel/src/reference/exp.py}.
 */
public final class Exp {
    private static final Gate GATE = Gate.ofMasks(Exp::rehearse);

    /** The maximal error, in units in the last place of the exact result; the worst of 2·10^9 tried: 0.884. */
    public static final double MAX_ULPS = 0.9;

    // These are the coefficients of q but the first, which is ½.
    private static final double Q1 = 0.16666666666666433;
    private static final double Q2 = 0.041666666666604;
    private static final double Q3 = 0.00833333333349991;
    private static final double Q4 = 0.0013888888926778273;
    private static final double Q5 = 0.00019841269466439203;
    private static final double Q6 = 2.4801508707290595e-5;
    private static final double Q7 = 2.7557640732267668e-6;
    private static final double Q8 = 2.762517622138411e-7;
    private static final double Q9 = 2.497840003083263e-8;
    static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts, of which the first has so few digits that k times it is exact. */
    static final double LN_2_HIGH = 0.6931471805601177;
    static final double LN_2_LOW = -1.7239444525614835e-13;

    /** Number whose sum with another one is rounded to a whole number k, which stands in the sum's lowest bits. */
    static final double ROUNDER = 0x1.8p52;
    /** Twice the exponent bias: the sum of k and this is the sum of two biased exponents. */
    static final long TWO_BIASES = 2046;
    static final long EXPONENT_MASK = 0xfff0000000000000L;
    /** Bounds beyond which the result is infinite or zero. */
    private static final double HIGHEST = 710;
    static final double LOWEST = -746;

    private Exp() {}

    /** Makes two calls: the first may have a special number in every vector, so the second has ordinary ones alone. */
    private static void rehearse(double[] numbers, double[] results, int n) {
        exp(numbers, 0, results, 0, n);
        double[] ordinary = new double[n];
        Arrays.fill(ordinary, 0.5);
        exp(ordinary, 0, results, n, n);
    }

    /**
     * Computes the exponential of a number.
     *
     * @param x any value
     * @return e to the power x
     */
    public static double exp(double x) {
        if (x > HIGHEST || x < LOWEST) {
            return x > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        double rounded = Fma.fma(x, LOG2_E, ROUNDER);
        double k = rounded - ROUNDER;
        double high = Fma.fma(k, -LN_2_HIGH, x);
        double low = k * -LN_2_LOW;
        double r = high + low;
        double t = r * r;
        double odd = Fma.fma(Q9, t, Q7);
        double even = Fma.fma(Q8, t, Q6);
        odd = Fma.fma(odd, t, Q5);
        even = Fma.fma(even, t, Q4);
        odd = Fma.fma(odd, t, Q3);
        even = Fma.fma(even, t, Q2);
        odd = Fma.fma(odd, t, Q1);
        double q = Fma.fma(Fma.fma(even, r, odd), r, 0.5);
        double y = high + Fma.fma(t, q, low) + 1;
        long exponents = Double.doubleToRawLongBits(rounded) + TWO_BIASES;
        long half = (exponents << 51) & EXPONENT_MASK;
        return y * Double.longBitsToDouble(half) * Double.longBitsToDouble((exponents << 52) - half);
    }

    /**
     * Computes the exponentials of an array.
     *
     * @param x the numbers
     * @param xOffset index of the first element
     * @param y receives the exponentials; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void exp(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        exp(x, xOffset, y, yOffset, head < 0 ? 0 : GATE.end(Simd.exp(x, xOffset, y, yOffset, head)), length);
    }

    private static void exp(double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = exp(x[xOffset + i]);
        }
    }

    private static final class Simd {
        /** Absolute value below which the result is a normal number, and is scaled by adding to its exponent. */
        private static final double ORDINARY = 708;
        /** Number of vectors that are worked by the loop for any numbers when one of them is not ordinary. */
        private static final int OTHERS = 8;

        private Simd() {}

        static int exp(double[] x, int xOffset, double[] y, int yOffset, int length) {
            int end = Species.DOUBLES.loopBound(length);
            int i = 0;
            // A pass is made for no elements, too: C2 counts the calls of the parts here, and compiles them.
            do {
                i += ordinary(x, xOffset + i, y, yOffset + i, end - i);
                i += any(x, xOffset + i, y, yOffset + i, Math.min(end - i, OTHERS * Species.DOUBLES.length()));
            } while (i < end);
            return end;
        }

        /**
         * Works two vectors a pass, with one test, up to a pass where the sum of two absolute values is too great, and returns the
         * number of elements that were done. This is a loop of its own: with the other form in it, C2 would spill registers in each
         * pass.
         */
        private static int ordinary(double[] x, int xOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int lanes = d.length();
            int end = length - length % (2 * lanes);
            int i = 0;
            for (; i < end; i += 2 * lanes) {
                DoubleVector v1 = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector v2 = DoubleVector.fromArray(d, x, xOffset + i + lanes);
                if (!v1.abs().add(v2.abs()).compare(VectorOperators.LT, ORDINARY).allTrue()) {
                    break;
                }
                DoubleVector rounded1 = v1.fma(DoubleVector.broadcast(d, LOG2_E), DoubleVector.broadcast(d, ROUNDER));
                DoubleVector rounded2 = v2.fma(DoubleVector.broadcast(d, LOG2_E), DoubleVector.broadcast(d, ROUNDER));
                DoubleVector k1 = rounded1.sub(ROUNDER);
                DoubleVector k2 = rounded2.sub(ROUNDER);
                DoubleVector high1 = k1.fma(DoubleVector.broadcast(d, -LN_2_HIGH), v1);
                DoubleVector high2 = k2.fma(DoubleVector.broadcast(d, -LN_2_HIGH), v2);
                DoubleVector low1 = k1.mul(-LN_2_LOW);
                DoubleVector low2 = k2.mul(-LN_2_LOW);
                DoubleVector r1 = high1.add(low1);
                DoubleVector r2 = high2.add(low2);
                DoubleVector t1 = r1.mul(r1);
                DoubleVector t2 = r2.mul(r2);
                DoubleVector odd1 = DoubleVector.broadcast(d, Q9).fma(t1, DoubleVector.broadcast(d, Q7));
                DoubleVector odd2 = DoubleVector.broadcast(d, Q9).fma(t2, DoubleVector.broadcast(d, Q7));
                DoubleVector even1 = DoubleVector.broadcast(d, Q8).fma(t1, DoubleVector.broadcast(d, Q6));
                DoubleVector even2 = DoubleVector.broadcast(d, Q8).fma(t2, DoubleVector.broadcast(d, Q6));
                odd1 = odd1.fma(t1, DoubleVector.broadcast(d, Q5));
                odd2 = odd2.fma(t2, DoubleVector.broadcast(d, Q5));
                even1 = even1.fma(t1, DoubleVector.broadcast(d, Q4));
                even2 = even2.fma(t2, DoubleVector.broadcast(d, Q4));
                odd1 = odd1.fma(t1, DoubleVector.broadcast(d, Q3));
                odd2 = odd2.fma(t2, DoubleVector.broadcast(d, Q3));
                even1 = even1.fma(t1, DoubleVector.broadcast(d, Q2));
                even2 = even2.fma(t2, DoubleVector.broadcast(d, Q2));
                odd1 = odd1.fma(t1, DoubleVector.broadcast(d, Q1));
                odd2 = odd2.fma(t2, DoubleVector.broadcast(d, Q1));
                DoubleVector q1 = even1.fma(r1, odd1).fma(r1, DoubleVector.broadcast(d, 0.5));
                DoubleVector q2 = even2.fma(r2, odd2).fma(r2, DoubleVector.broadcast(d, 0.5));
                DoubleVector result1 = high1.add(t1.fma(q1, low1)).add(1);
                DoubleVector result2 = high2.add(t2.fma(q2, low2)).add(1);
                LongVector power1 = rounded1.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
                LongVector power2 = rounded2.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
                result1 = result1.reinterpretAsLongs().add(power1).reinterpretAsDoubles();
                result2 = result2.reinterpretAsLongs().add(power2).reinterpretAsDoubles();
                result1.intoArray(y, yOffset + i);
                result2.intoArray(y, yOffset + i + lanes);
            }
            return i;
        }

        /** Works vectors with any numbers in them, and returns the number of elements. */
        private static int any(double[] x, int xOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            for (int i = 0; i < length; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector rounded = v.fma(DoubleVector.broadcast(d, LOG2_E), DoubleVector.broadcast(d, ROUNDER));
                DoubleVector k = rounded.sub(ROUNDER);
                DoubleVector high = k.fma(DoubleVector.broadcast(d, -LN_2_HIGH), v);
                DoubleVector low = k.mul(-LN_2_LOW);
                DoubleVector r = high.add(low);
                DoubleVector t = r.mul(r);
                DoubleVector odd = DoubleVector.broadcast(d, Q9).fma(t, DoubleVector.broadcast(d, Q7));
                DoubleVector even = DoubleVector.broadcast(d, Q8).fma(t, DoubleVector.broadcast(d, Q6));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q5));
                even = even.fma(t, DoubleVector.broadcast(d, Q4));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q3));
                even = even.fma(t, DoubleVector.broadcast(d, Q2));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q1));
                DoubleVector q = even.fma(r, odd).fma(r, DoubleVector.broadcast(d, 0.5));
                DoubleVector result = high.add(t.fma(q, low)).add(1);
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
            return length;
        }
    }
}
