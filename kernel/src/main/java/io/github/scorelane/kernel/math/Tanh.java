package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the hyperbolic tangent.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for every x; tanh(±0) is ±0, tanh(±∞) is ±1, tanh(NaN) is NaN,
 * and tanh(−x) is −tanh(x).
 *
 * <p>Method: 2|x| = k·ln 2 + r, and with y = (e^2|x| − 1)/2^k as in {@link Expm1}, tanh |x| = y/(y + 2^(1−k)).
 */
public final class Tanh {
    private static final Gate GATE = Gate.ofMasks((numbers, results, n) -> {
        tanh(numbers, 0, results, 0, n);
        tanh(new double[n], 0, results, n, n); // Vectors without special numbers take another branch, which C2 has to see as well.
    });

    /** The maximal error, in units in the last place of the exact result; the worst of 6·10^8 tried: 2.478. */
    public static final double MAX_ULPS = 2.5;

    /** Absolute value from which on the result is ±1. */
    private static final double LARGE = 22;

    private Tanh() {}

    /**
     * Computes the hyperbolic tangent of a number.
     *
     * @param x any value
     * @return tanh x
     */
    public static double tanh(double x) {
        double magnitude = Math.abs(x);
        if (magnitude > LARGE) {
            return Math.copySign(1, x);
        }
        double twice = magnitude + magnitude;
        double rounded = Fma.fma(twice, Exp.LOG2_E, Exp.ROUNDER);
        double k = rounded - Exp.ROUNDER;
        double high = Fma.fma(k, -Expm1.LN_2_HIGH, twice);
        double low = k * -Expm1.LN_2_LOW;
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
        double rest = Fma.fma(t, Fma.fma(odd, r, even), low);
        long exponent = Double.doubleToRawLongBits(rounded) << 52;
        double power = Double.longBitsToDouble(Expm1.ONE_BITS - exponent);
        double offset = 1 - power;
        double sum = high + offset;
        double y = (offset - sum + high) + rest + sum;
        return Math.copySign(y / Fma.fma(power, 2, y), x);
    }

    /**
     * Computes the hyperbolic tangents of an array.
     *
     * @param x the numbers
     * @param xOffset index of the first element
     * @param y receives the tangents; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void tanh(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        tanh(x, xOffset, y, yOffset, head < 0 ? 0 : GATE.end(Simd.tanh(x, xOffset, y, yOffset, head)), length);
    }

    private static void tanh(double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = tanh(x[xOffset + i]);
        }
    }

    private static final class Simd {
        /** Absolute value up to which 2^-k is a normal number. */
        private static final double ORDINARY = 354;

        private Simd() {}

        static int tanh(double[] x, int xOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                LongVector sign = v.reinterpretAsLongs().and(Long.MIN_VALUE);
                DoubleVector magnitude = v.abs();
                DoubleVector twice = magnitude.add(magnitude);
                DoubleVector rounded = twice.fma(DoubleVector.broadcast(d, Exp.LOG2_E),
                        DoubleVector.broadcast(d, Exp.ROUNDER));
                DoubleVector k = rounded.sub(Exp.ROUNDER);
                DoubleVector high = k.fma(DoubleVector.broadcast(d, -Expm1.LN_2_HIGH), twice);
                DoubleVector low = k.mul(-Expm1.LN_2_LOW);
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
                DoubleVector rest = t.fma(odd.fma(r, even), low);
                DoubleVector power = LongVector.broadcast(Species.LONGS, Expm1.ONE_BITS)
                        .sub(rounded.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52)).reinterpretAsDoubles();
                DoubleVector offset = DoubleVector.broadcast(d, 1).sub(power);
                DoubleVector sum = high.add(offset);
                DoubleVector numerator = offset.sub(sum).add(high).add(rest).add(sum);
                DoubleVector result = numerator.div(power.fma(DoubleVector.broadcast(d, 2), numerator));
                if (!magnitude.compare(VectorOperators.LT, ORDINARY).allTrue()) {
                    result = result.blend(1, magnitude.compare(VectorOperators.GT, LARGE));
                }
                result.reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(y, yOffset + i);
            }
            return end;
        }
    }
}
