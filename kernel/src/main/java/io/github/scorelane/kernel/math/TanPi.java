package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the tangent of an angle in half turns: tan πu.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for |u| ≤ 2^49, also next to the zeros and the poles; beyond,
 * and for NaN, it is NaN. It is a zero where u is whole, with u's sign at ±0, and an infinity of either sign halfway between.
 *
 * <p>Method: u less the nearest number n of quarter turns is exact, r with |r| ≤ ¼. The tangent is r·P(r²)/Q(r²) for even n and
 * −Q(r²)/(r·P(r²)) for odd n, one division. P begins with π, in two parts, and takes up the rounding error of Q, as its quotient by
 * Q is known well enough beforehand. Coefficients: {@code kernel/src/reference/tan_pi.py}.
 */
public final class TanPi {
    private static final Gate GATE = Gate.ofMasks((numbers, results, n) -> {
        tanPi(numbers, 0, results, 0, n);
        tanPi(new double[n], 0, results, n, n); // Vectors without special numbers take another branch, which C2 has to see as well.
    });

    /** The maximal error, in units in the last place of the exact result; the worst of 2.5·10^8 tried: 1.901. */
    public static final double MAX_ULPS = 1.95;

    private static final double P1 = -4.135515007339379;
    private static final double P2 = 1.0478307229231163;
    private static final double P3 = -0.05390584281908927;
    private static final double Q1 = -4.606243444994009;
    private static final double Q2 = 2.4995895993538384;
    private static final double Q3 = -0.29964348637301574;
    private static final double Q4 = 0.004720838297257133;
    private static final double PI = 3.141592653589793;
    private static final double PI_LOW = 1.2246467991473532e-16;
    /** Quotient of the tangent and r for r = ¼, where the rounding error of Q matters most. */
    private static final double TAN_OVER_R = 4;

    /** Number whose sum with another one is rounded to a whole number, whose lowest bit is the sum's. */
    private static final double ROUNDER = 0x1.8p52;
    private static final double LARGEST = 0x1p49;

    private TanPi() {}

    /**
     * Computes the tangent of an angle in half turns.
     *
     * @param u any value
     * @return tan πu
     */
    public static double tanPi(double u) {
        if (!(Math.abs(u) <= LARGEST)) {
            return Double.NaN;
        }
        double rounded = Fma.fma(u, 2, ROUNDER);
        double r = Fma.fma(rounded - ROUNDER, -0.5, u);
        double t = r * r;
        double p = Fma.fma(P3, t, P2);
        double q = Fma.fma(Q4, t, Q3);
        p = Fma.fma(p, t, P1);
        q = Fma.fma(q, t, Q2);
        q = Fma.fma(q, t, Q1);
        double denominator = Fma.fma(q, t, 1);
        double error = Fma.fma(q, t, 1 - denominator);
        p = Fma.fma(p, t, Fma.fma(error, -TAN_OVER_R, PI_LOW));
        p = Fma.fma(r, PI, p * r);
        boolean odd = (Double.doubleToRawLongBits(rounded) & 1) != 0;
        return odd ? -denominator / p : p / denominator;
    }

    /**
     * Computes the tangents of an array of angles in half turns.
     *
     * @param x the angles
     * @param xOffset index of the first element
     * @param y receives the tangents; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void tanPi(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        tanPi(x, xOffset, y, yOffset, head < 0 ? 0 : GATE.end(Simd.tanPi(x, xOffset, y, yOffset, head)), length);
    }

    private static void tanPi(double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = tanPi(x[xOffset + i]);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int tanPi(double[] x, int xOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector u = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector rounded = u.fma(DoubleVector.broadcast(d, 2), DoubleVector.broadcast(d, ROUNDER));
                DoubleVector r = rounded.sub(ROUNDER).fma(DoubleVector.broadcast(d, -0.5), u);
                DoubleVector t = r.mul(r);
                DoubleVector p = DoubleVector.broadcast(d, P3).fma(t, DoubleVector.broadcast(d, P2));
                DoubleVector q = DoubleVector.broadcast(d, Q4).fma(t, DoubleVector.broadcast(d, Q3));
                p = p.fma(t, DoubleVector.broadcast(d, P1));
                q = q.fma(t, DoubleVector.broadcast(d, Q2));
                q = q.fma(t, DoubleVector.broadcast(d, Q1));
                DoubleVector one = DoubleVector.broadcast(d, 1);
                DoubleVector denominator = q.fma(t, one);
                DoubleVector error = q.fma(t, one.sub(denominator));
                p = p.fma(t, error.fma(DoubleVector.broadcast(d, -TAN_OVER_R), DoubleVector.broadcast(d, PI_LOW)));
                p = r.fma(DoubleVector.broadcast(d, PI), p.mul(r));
                VectorMask<Double> odd = rounded.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 63)
                        .compare(VectorOperators.LT, 0).cast(d);
                DoubleVector result = p.blend(denominator.neg(), odd).div(denominator.blend(p, odd));
                VectorMask<Double> inside = u.abs().compare(VectorOperators.LE, LARGEST);
                if (!inside.allTrue()) {
                    result = result.blend(Double.NaN, inside.not());
                }
                result.intoArray(y, yOffset + i);
            }
            return end;
        }
    }
}
