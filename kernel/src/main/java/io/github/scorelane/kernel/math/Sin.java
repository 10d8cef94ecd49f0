package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the sine of an angle in radians.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for |x| ≤ 2^20, also next to its zeros; beyond, and for NaN,
 * it is NaN; sin ±0 is ±0.
 *
 * <p>Method: with n the whole number nearest to x/½π, x − n·½π is found as a sum of two numbers, ½π being taken in three parts (W.
 * J. Cody and W. Waite, 1980), of which the first can be as long as a double as the multiplication is fused: the difference is
 * exact. There, polynomials give the sine and the cosine; n mod 4 says which is wanted, and its sign. Coefficients: {@code
 * kernel/src/reference/sin.py}.
 */
public final class Sin {
    private static final Gate GATE = Gate.ofMasks((numbers, results, n) -> {
        sin(numbers, 0, results, 0, n);
        // Vectors without special numbers take another branch, which C2 has to see as well.
        sin(1, new double[n], 0, results, n, n);
    });

    /** The maximal error, in units in the last place of the exact result; the worst of 5·10^8 tried: 0.836. */
    public static final double MAX_ULPS = 0.85;

    // These are the coefficients of the sine are stored with the other sign.
    private static final double S0 = 0.16666666666666666;
    private static final double S1 = -0.008333333333330948;
    private static final double S2 = 0.00019841269836758574;
    private static final double S3 = -2.755731610255244e-6;
    private static final double S4 = 2.5051131845003624e-8;
    private static final double S5 = -1.591812929486648e-10;
    private static final double C0 = 0.041666666666666664;
    private static final double C1 = -0.0013888888888887398;
    private static final double C2 = 2.480158729876569e-5;
    private static final double C3 = -2.7557317271729793e-7;
    private static final double C4 = 2.08761462684032e-9;
    private static final double C5 = -1.1382632425521717e-11;
    private static final double TWO_OVER_PI = 0.6366197723675814;
    /** ½π in three parts, of which n times the second is exact. */
    private static final double HALF_PI = 1.5707963267948966;
    private static final double HALF_PI_MIDDLE = 6.12323399538461e-17;
    private static final double HALF_PI_LOW = 3.5215598651832e-27;

    /** Number whose sum with another one is rounded to a whole number, which stands in the sum's lowest bits. */
    private static final double ROUNDER = 0x1.8p52;
    private static final double LARGEST = 0x1p20;

    private Sin() {}

    /**
     * Computes the sine of an angle.
     *
     * @param x any value
     * @return sin x
     */
    public static double sin(double x) {
        return sin(x, 0);
    }

    /**
     * Computes the sines of an array of angles.
     *
     * @param x the angles
     * @param xOffset index of the first element
     * @param y receives the sines; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void sin(double[] x, int xOffset, double[] y, int yOffset, int length) {
        sin(0, x, xOffset, y, yOffset, length);
    }

    /** Computes the sine of the angle and some quarter turns more. */
    static double sin(double x, long quarters) {
        if (!(Math.abs(x) <= LARGEST)) {
            return Double.NaN;
        }
        double rounded = Fma.fma(x, TWO_OVER_PI, ROUNDER);
        double n = rounded - ROUNDER;
        double left = Fma.fma(n, -HALF_PI, x);
        double middle = n * HALF_PI_MIDDLE;
        double r = left - middle;
        double minusLow = Fma.fma(n, HALF_PI_LOW, middle - (left - r));
        double t = r * r;
        double s = Fma.fma(S5, t, S4);
        double c = Fma.fma(C5, t, C4);
        s = Fma.fma(s, t, S3);
        c = Fma.fma(c, t, C3);
        s = Fma.fma(s, t, S2);
        c = Fma.fma(c, t, C2);
        s = Fma.fma(s, t, S1);
        c = Fma.fma(c, t, C1);
        s = Fma.fma(s, t, S0);
        c = Fma.fma(c, t, C0);
        double w = Fma.fma(t, -0.5, 1);
        s = r - Fma.fma(r * t, s, minusLow * w);
        c = w + Fma.fma(t * t, c, Fma.fma(r, minusLow, Fma.fma(t, -0.5, 1 - w)));
        long quadrant = Double.doubleToRawLongBits(rounded) + quarters;
        double wanted = (quadrant & 1) == 0 ? s : c;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(wanted) ^ (quadrant << 62 & Long.MIN_VALUE));
    }

    /** Computes the same of an array's angles. */
    static void sin(long quarters, double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        int from = head < 0 ? 0 : GATE.end(Simd.sin(quarters, x, xOffset, y, yOffset, head));
        sin(quarters, x, xOffset, y, yOffset, from, length);
    }

    private static void sin(long quarters, double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = sin(x[xOffset + i], quarters);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int sin(long quarters, double[] x, int xOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            LongVector more = LongVector.broadcast(Species.LONGS, quarters);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector rounded = v.fma(DoubleVector.broadcast(d, TWO_OVER_PI), DoubleVector.broadcast(d, ROUNDER));
                DoubleVector n = rounded.sub(ROUNDER);
                DoubleVector left = n.fma(DoubleVector.broadcast(d, -HALF_PI), v);
                DoubleVector middle = n.mul(HALF_PI_MIDDLE);
                DoubleVector r = left.sub(middle);
                DoubleVector minusLow = n.fma(DoubleVector.broadcast(d, HALF_PI_LOW), middle.sub(left.sub(r)));
                DoubleVector t = r.mul(r);
                DoubleVector s = DoubleVector.broadcast(d, S5).fma(t, DoubleVector.broadcast(d, S4));
                DoubleVector c = DoubleVector.broadcast(d, C5).fma(t, DoubleVector.broadcast(d, C4));
                s = s.fma(t, DoubleVector.broadcast(d, S3));
                c = c.fma(t, DoubleVector.broadcast(d, C3));
                s = s.fma(t, DoubleVector.broadcast(d, S2));
                c = c.fma(t, DoubleVector.broadcast(d, C2));
                s = s.fma(t, DoubleVector.broadcast(d, S1));
                c = c.fma(t, DoubleVector.broadcast(d, C1));
                s = s.fma(t, DoubleVector.broadcast(d, S0));
                c = c.fma(t, DoubleVector.broadcast(d, C0));
                DoubleVector minusHalf = DoubleVector.broadcast(d, -0.5);
                DoubleVector one = DoubleVector.broadcast(d, 1);
                DoubleVector w = t.fma(minusHalf, one);
                s = r.sub(r.mul(t).fma(s, minusLow.mul(w)));
                c = w.add(t.mul(t).fma(c, r.fma(minusLow, t.fma(minusHalf, one.sub(w)))));
                LongVector quadrant = rounded.reinterpretAsLongs().add(more);
                VectorMask<Double> odd = quadrant.lanewise(VectorOperators.LSHL, 63)
                        .compare(VectorOperators.LT, 0).cast(d);
                DoubleVector result = s.blend(c, odd).reinterpretAsLongs()
                        .lanewise(VectorOperators.XOR, quadrant.lanewise(VectorOperators.LSHL, 62).and(Long.MIN_VALUE))
                        .reinterpretAsDoubles();
                VectorMask<Double> inside = v.abs().compare(VectorOperators.LE, LARGEST);
                if (!inside.allTrue()) {
                    result = result.blend(Double.NaN, inside.not());
                }
                result.intoArray(y, yOffset + i);
            }
            return end;
        }
    }
}
