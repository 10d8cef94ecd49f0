package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the exponential function less 1, exact to the last bits also where x is small.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for every x; expm1(±0) is ±0, expm1(−∞) is −1, expm1(NaN) is
 * NaN. As the exact result rounded does, it overflows to +∞ just for x &gt; 709.782712893384.
 *
 * <p>Method: x = k·ln 2 + r as in {@link Exp}, and e^x − 1 = 2^k·((1 − 2^-k) + r + r²·q(r)), where the errors of r and of the sum
 * (1 − 2^-k) + r are kept; the worst results are those for k = 54, where 1 − 2^-k is first rounded. The signs are such that −0
 * gives −0. Coefficients: {@code kernel/src/reference/expm1.py}.
 */
public final class Expm1 {
    private static final Gate GATE = Gate.ofMasks((numbers, results, n) -> {
        expm1(numbers, 0, results, 0, n);
        expm1(new double[n], 0, results, n, n); // Vectors without special numbers take another branch, which C2 has to see as well.
    });

    /** The maximal error, in units in the last place of the exact result; the worst of 3.5·10^8 tried: 1.062. */
    public static final double MAX_ULPS = 1.08;

    // These are the coefficients of q.
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

    /** ln 2 in two parts, of which k times the first is exact. Both are positive, so that −0 stays −0. */
    static final double LN_2_HIGH = 0.693147180559663;
    static final double LN_2_LOW = 2.8235290563031577e-13;
    static final long ONE_BITS = 0x3ff0000000000000L;

    /** Bounds beyond which the result is infinite or −1. */
    private static final double HIGHEST = 710;
    private static final double LOWEST = -50;

    private Expm1() {}

    /**
     * Computes the exponential of a number, less 1.
     *
     * @param x any value
     * @return e to the power x, less 1
     */
    public static double expm1(double x) {
        if (x > HIGHEST || x < LOWEST) {
            return x > 0 ? Double.POSITIVE_INFINITY : -1;
        }
        double rounded = Fma.fma(x, Exp.LOG2_E, Exp.ROUNDER);
        double k = rounded - Exp.ROUNDER;
        double high = Fma.fma(k, -LN_2_HIGH, x);
        double minusLow = k * LN_2_LOW;
        double r = high - minusLow;
        double rError = minusLow - (high - r);
        double t = r * r;
        double even = Fma.fma(-Q10, t, -Q8);
        double odd = Fma.fma(-Q9, t, -Q7);
        even = Fma.fma(even, t, -Q6);
        odd = Fma.fma(odd, t, -Q5);
        even = Fma.fma(even, t, -Q4);
        odd = Fma.fma(odd, t, -Q3);
        even = Fma.fma(even, t, -Q2);
        odd = Fma.fma(odd, t, -Q1);
        double cubic = Fma.fma(t * r, Fma.fma(even, r, odd), Fma.fma(rError, r, minusLow));
        // Half the power of two is taken, as 2^1024 is no double; 2^-1023 comes out as 0, which does as well.
        long exponent = (Double.doubleToRawLongBits(rounded) << 52) - (1L << 52);
        double minusOffset = Fma.fma(Double.longBitsToDouble(ONE_BITS - exponent), 0.5, -1);
        double sum = high - minusOffset;
        double minusRest = (sum + minusOffset - high) + Fma.fma(t, -Q0, cubic);
        return (sum - minusRest) * 2 * Double.longBitsToDouble(ONE_BITS + exponent);
    }

    /**
     * Computes the exponentials of an array's numbers, less 1.
     *
     * @param x the numbers
     * @param xOffset index of the first element
     * @param y receives the results; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void expm1(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        expm1(x, xOffset, y, yOffset, head < 0 ? 0 : GATE.end(Simd.expm1(x, xOffset, y, yOffset, head)), length);
    }

    private static void expm1(double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = expm1(x[xOffset + i]);
        }
    }

    private static final class Simd {
        /** Absolute value below which 2^k and 2^-k are normal numbers. */
        private static final double ORDINARY = 708;

        private Simd() {}

        static int expm1(double[] x, int xOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector rounded = v.fma(DoubleVector.broadcast(d, Exp.LOG2_E),
                        DoubleVector.broadcast(d, Exp.ROUNDER));
                DoubleVector k = rounded.sub(Exp.ROUNDER);
                DoubleVector high = k.fma(DoubleVector.broadcast(d, -LN_2_HIGH), v);
                DoubleVector minusLow = k.mul(LN_2_LOW);
                DoubleVector r = high.sub(minusLow);
                DoubleVector rError = minusLow.sub(high.sub(r));
                DoubleVector t = r.mul(r);
                DoubleVector even = DoubleVector.broadcast(d, -Q10).fma(t, DoubleVector.broadcast(d, -Q8));
                DoubleVector odd = DoubleVector.broadcast(d, -Q9).fma(t, DoubleVector.broadcast(d, -Q7));
                even = even.fma(t, DoubleVector.broadcast(d, -Q6));
                odd = odd.fma(t, DoubleVector.broadcast(d, -Q5));
                even = even.fma(t, DoubleVector.broadcast(d, -Q4));
                odd = odd.fma(t, DoubleVector.broadcast(d, -Q3));
                even = even.fma(t, DoubleVector.broadcast(d, -Q2));
                odd = odd.fma(t, DoubleVector.broadcast(d, -Q1));
                DoubleVector cubic = t.mul(r).fma(even.fma(r, odd), rError.fma(r, minusLow));
                DoubleVector minusRest = t.fma(DoubleVector.broadcast(d, -Q0), cubic);
                LongVector exponent = rounded.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
                LongVector one = LongVector.broadcast(Species.LONGS, ONE_BITS);
                if (v.abs().compare(VectorOperators.LT, ORDINARY).allTrue()) {
                    DoubleVector minusOffset = one.sub(exponent).reinterpretAsDoubles().sub(1);
                    DoubleVector sum = high.sub(minusOffset);
                    sum.sub(sum.add(minusOffset).sub(high).add(minusRest))
                            .mul(one.add(exponent).reinterpretAsDoubles()).intoArray(y, yOffset + i);
                } else {
                    exponent = exponent.sub(1L << 52);
                    DoubleVector minusOffset = one.sub(exponent).reinterpretAsDoubles()
                            .fma(DoubleVector.broadcast(d, 0.5), DoubleVector.broadcast(d, -1));
                    DoubleVector sum = high.sub(minusOffset);
                    sum.sub(sum.add(minusOffset).sub(high).add(minusRest))
                            .mul(2).mul(one.add(exponent).reinterpretAsDoubles())
                            .blend(Double.POSITIVE_INFINITY, v.compare(VectorOperators.GT, HIGHEST))
                            .blend(-1, v.compare(VectorOperators.LT, LOWEST)).intoArray(y, yOffset + i);
                }
            }
            return end;
        }
    }
}
