package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the logistic function 1/(1 + e^−x).
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for every x, also where it is subnormal; logistic(−∞) is 0,
 * logistic(+∞) is 1, logistic(NaN) is NaN. As the exact result rounded does, it underflows to 0 just for x &lt; −745.1332191019411.
 *
 * <p>Method: −|x| = k·ln 2 + r and y = e^r as in {@link Exp}, but with the polynomial of {@link Expm1}, and the error of 1 + r
 * kept; the result is y/(2^-k + y) for negative x, 2^-k/(2^-k + y) otherwise. The quotient is mended by what it leaves of the
 * numerator, the rounding error of the denominator included.
 */
public final class Logistic {
    private static final Gate GATE = Gate.ofMasks((numbers, results, n) -> {
        logistic(numbers, 0, results, 0, n);
        // Vectors without special numbers take another branch, which C2 has to see as well.
        logistic(new double[n], 0, results, n, n);
    });

    /** The maximal error, in units in the last place of the exact result; the worst of 3·10^8 tried: 1.496. */
    public static final double MAX_ULPS = 1.55;

    private static final long ONE_BITS = 0x3ff0000000000000L;
    /** Absolute value beyond which 2^-k may be no normal number. There the function is the exponential, or 1. */
    private static final double LARGE = 708;

    private Logistic() {}

    /**
     * Computes the logistic function of a number.
     *
     * @param x any value
     * @return 1/(1 + e^−x)
     */
    public static double logistic(double x) {
        double minus = -Math.abs(x);
        if (x > LARGE || x < Exp.LOWEST) {
            return x > 0 ? 1 : 0;
        }
        double rounded = Fma.fma(minus, Exp.LOG2_E, Exp.ROUNDER);
        double k = rounded - Exp.ROUNDER;
        double high = Fma.fma(k, -Exp.LN_2_HIGH, minus);
        double low = k * -Exp.LN_2_LOW;
        double r = high + low;
        double t = r * r;
        double even = Fma.fma(Expm1.Q10, t, Expm1.Q8);
        double odd = Fma.fma(Expm1.Q9, t, Expm1.Q7);
        even = Fma.fma(even, t, Expm1.Q6);
        odd = Fma.fma(odd, t, Expm1.Q5);
        even = Fma.fma(even, t, Expm1.Q4);
        odd = Fma.fma(odd, t, Expm1.Q3);
        even = Fma.fma(even, t, Expm1.Q2);
        odd = Fma.fma(odd, t, Expm1.Q1);
        even = Fma.fma(even, t, Expm1.Q0);
        double q = Fma.fma(odd, r, even);
        double sum = high + 1;
        double y = (1 - sum + high) + Fma.fma(t, q, low) + sum;
        if (x < -LARGE) {
            long exponents = Double.doubleToRawLongBits(rounded) + Exp.TWO_BIASES;
            long half = (exponents << 51) & Exp.EXPONENT_MASK;
            return y * Double.longBitsToDouble(half) * Double.longBitsToDouble((exponents << 52) - half);
        }
        double power = Double.longBitsToDouble(ONE_BITS - (Double.doubleToRawLongBits(rounded) << 52));
        double numerator = x < 0 ? y : power;
        double denominator = power + y;
        double denominatorLow = power - denominator + y;
        double reciprocal = 1 / denominator;
        double quotient = numerator * reciprocal;
        double left = Fma.fma(-quotient, denominator, numerator);
        return Fma.fma(Fma.fma(-quotient, denominatorLow, left), reciprocal, quotient);
    }

    /**
     * Computes the logistic function of an array.
     *
     * @param x the numbers
     * @param xOffset index of the first element
     * @param y receives the results; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void logistic(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        logistic(x, xOffset, y, yOffset, head < 0 ? 0 : GATE.end(Simd.logistic(x, xOffset, y, yOffset, head)), length);
    }

    private static void logistic(double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = logistic(x[xOffset + i]);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int logistic(double[] x, int xOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector minus = v.reinterpretAsLongs().or(Long.MIN_VALUE).reinterpretAsDoubles();
                DoubleVector rounded = minus.fma(DoubleVector.broadcast(d, Exp.LOG2_E),
                        DoubleVector.broadcast(d, Exp.ROUNDER));
                DoubleVector k = rounded.sub(Exp.ROUNDER);
                DoubleVector high = k.fma(DoubleVector.broadcast(d, -Exp.LN_2_HIGH), minus);
                DoubleVector low = k.mul(-Exp.LN_2_LOW);
                DoubleVector r = high.add(low);
                DoubleVector t = r.mul(r);
                DoubleVector even = DoubleVector.broadcast(d, Expm1.Q10).fma(t, DoubleVector.broadcast(d, Expm1.Q8));
                DoubleVector odd = DoubleVector.broadcast(d, Expm1.Q9).fma(t, DoubleVector.broadcast(d, Expm1.Q7));
                even = even.fma(t, DoubleVector.broadcast(d, Expm1.Q6));
                odd = odd.fma(t, DoubleVector.broadcast(d, Expm1.Q5));
                even = even.fma(t, DoubleVector.broadcast(d, Expm1.Q4));
                odd = odd.fma(t, DoubleVector.broadcast(d, Expm1.Q3));
                even = even.fma(t, DoubleVector.broadcast(d, Expm1.Q2));
                odd = odd.fma(t, DoubleVector.broadcast(d, Expm1.Q1));
                even = even.fma(t, DoubleVector.broadcast(d, Expm1.Q0));
                DoubleVector q = odd.fma(r, even);
                DoubleVector sum = high.add(1);
                DoubleVector exp = DoubleVector.broadcast(d, 1).sub(sum).add(high).add(t.fma(q, low)).add(sum);
                LongVector exponents = rounded.reinterpretAsLongs();
                DoubleVector power = LongVector.broadcast(Species.LONGS, ONE_BITS)
                        .sub(exponents.lanewise(VectorOperators.LSHL, 52)).reinterpretAsDoubles();
                DoubleVector numerator = power.blend(exp, v.compare(VectorOperators.LT, 0));
                DoubleVector denominator = power.add(exp);
                DoubleVector denominatorLow = power.sub(denominator).add(exp);
                DoubleVector reciprocal = DoubleVector.broadcast(d, 1).div(denominator);
                DoubleVector quotient = numerator.mul(reciprocal);
                DoubleVector minusQuotient = quotient.neg();
                DoubleVector left = minusQuotient.fma(denominator, numerator);
                DoubleVector result = minusQuotient.fma(denominatorLow, left).fma(reciprocal, quotient);
                if (!minus.compare(VectorOperators.GE, -LARGE).allTrue()) {
                    exponents = exponents.add(Exp.TWO_BIASES);
                    LongVector half = exponents.lanewise(VectorOperators.LSHL, 51).and(Exp.EXPONENT_MASK);
                    LongVector otherHalf = exponents.lanewise(VectorOperators.LSHL, 52).sub(half);
                    DoubleVector scaled = exp.mul(half.reinterpretAsDoubles()).mul(otherHalf.reinterpretAsDoubles());
                    result = result.blend(1, v.compare(VectorOperators.GT, LARGE))
                            .blend(scaled, v.compare(VectorOperators.LT, -LARGE))
                            .blend(0, v.compare(VectorOperators.LT, Exp.LOWEST));
                }
                result.intoArray(y, yOffset + i);
            }
            return end;
        }
    }
}
