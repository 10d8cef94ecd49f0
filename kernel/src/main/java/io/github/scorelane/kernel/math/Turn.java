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
 * Computes the cosine and the sine of an angle in turns: cos 2πu and sin 2πu.
 *
 * <p>The results are at most {@value #MAX_ULPS} ULP from the exact ones for |u| ≤ 2^49; beyond, and for NaN, they are NaN. At
 * quarter turns they are exact (0, with either sign, 1 or −1), and sin ±0 is ±0.
 *
 * <p>Method: u less the nearest number n of quarter turns is exact, and at most ⅛. There, r turns have the sine r·(2π + r²·S(r²))
 * and the cosine 1 + r²·C(r²), with 2π in two parts; n mod 4 says which of the two is wanted, and its sign. Coefficients: {@code
 * kernel/src/reference/turn.py}.
 */
public final class Turn {
    private static final Gate GATE = Gate.ofMasks((numbers, results, n) -> {
        sin(numbers, 0, results, 0, n);
        cos(new double[n], 0, results, n, n); // Vectors without special numbers take another branch, which C2 has to see as well.
    });

    /** The maximal error, in units in the last place of the exact result; the worst of 3.5·10^8 tried: 1.044. */
    public static final double MAX_ULPS = 1.06;

    private static final double S0 = -41.34170224039976;
    private static final double S1 = 81.60524927607504;
    private static final double S2 = -76.70585975304292;
    private static final double S3 = 42.0586939378057;
    private static final double S4 = -15.094641279579799;
    private static final double S5 = 3.819830743980016;
    private static final double S6 = -0.7124440626783142;
    private static final double C0 = -19.739208802178716;
    private static final double C1 = 64.93939402266251;
    private static final double C2 = -85.45681720237323;
    private static final double C3 = 60.24464018774356;
    private static final double C4 = -26.426109601354415;
    private static final double C5 = 7.89503864642638;
    private static final double C6 = -1.5248691324628463;
    private static final double TWO_PI = 6.283185307179586;
    private static final double TWO_PI_LOW = 2.4492935982947064e-16;

    /** Number whose sum with another one is rounded to a whole number, which stands in the sum's lowest bits. */
    private static final double ROUNDER = 0x1.8p52;
    private static final double LARGEST = 0x1p49;
    /** Number of quarter turns by which the cosine is ahead: cos 2πu = sin 2π(u + ¼). */
    private static final long COSINE = 1;
    private static final long SINE = 0;

    private Turn() {}

    /**
     * Computes the cosine of an angle in turns.
     *
     * @param u any value
     * @return cos 2πu
     */
    public static double cos(double u) {
        return sin(u, COSINE);
    }

    /**
     * Computes the sine of an angle in turns.
     *
     * @param u any value
     * @return sin 2πu
     */
    public static double sin(double u) {
        return sin(u, SINE);
    }

    /**
     * Computes the cosines of an array of angles in turns.
     *
     * @param x the angles
     * @param xOffset index of the first element
     * @param y receives the cosines; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void cos(double[] x, int xOffset, double[] y, int yOffset, int length) {
        sin(COSINE, x, xOffset, y, yOffset, length);
    }

    /**
     * Computes the sines of an array of angles in turns.
     *
     * @param x the angles
     * @param xOffset index of the first element
     * @param y receives the sines; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void sin(double[] x, int xOffset, double[] y, int yOffset, int length) {
        sin(SINE, x, xOffset, y, yOffset, length);
    }

    /** Computes the sine of the angle and some quarter turns more. */
    private static double sin(double u, long quarters) {
        if (!(Math.abs(u) <= LARGEST)) {
            return Double.NaN;
        }
        double rounded = Fma.fma(u, 4, ROUNDER);
        double r = Fma.fma(rounded - ROUNDER, -0.25, u);
        double t = r * r;
        double s = Fma.fma(S6, t, S5);
        double c = Fma.fma(C6, t, C5);
        s = Fma.fma(s, t, S4);
        c = Fma.fma(c, t, C4);
        s = Fma.fma(s, t, S3);
        c = Fma.fma(c, t, C3);
        s = Fma.fma(s, t, S2);
        c = Fma.fma(c, t, C2);
        s = Fma.fma(s, t, S1);
        c = Fma.fma(c, t, C1);
        s = Fma.fma(s, t, S0);
        c = Fma.fma(c, t, C0);
        s = Fma.fma(r, TWO_PI, Fma.fma(s, t, TWO_PI_LOW) * r);
        c = Fma.fma(c, t, 1);
        long n = Double.doubleToRawLongBits(rounded) + quarters;
        double wanted = (n & 1) == 0 ? s : c;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(wanted) ^ (n << 62 & Long.MIN_VALUE));
    }

    private static void sin(long quarters, double[] x, int xOffset, double[] y, int yOffset, int length) {
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
                DoubleVector u = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector rounded = u.fma(DoubleVector.broadcast(d, 4), DoubleVector.broadcast(d, ROUNDER));
                DoubleVector r = rounded.sub(ROUNDER).fma(DoubleVector.broadcast(d, -0.25), u);
                DoubleVector t = r.mul(r);
                DoubleVector s = DoubleVector.broadcast(d, S6).fma(t, DoubleVector.broadcast(d, S5));
                DoubleVector c = DoubleVector.broadcast(d, C6).fma(t, DoubleVector.broadcast(d, C5));
                s = s.fma(t, DoubleVector.broadcast(d, S4));
                c = c.fma(t, DoubleVector.broadcast(d, C4));
                s = s.fma(t, DoubleVector.broadcast(d, S3));
                c = c.fma(t, DoubleVector.broadcast(d, C3));
                s = s.fma(t, DoubleVector.broadcast(d, S2));
                c = c.fma(t, DoubleVector.broadcast(d, C2));
                s = s.fma(t, DoubleVector.broadcast(d, S1));
                c = c.fma(t, DoubleVector.broadcast(d, C1));
                s = s.fma(t, DoubleVector.broadcast(d, S0));
                c = c.fma(t, DoubleVector.broadcast(d, C0));
                s = r.fma(DoubleVector.broadcast(d, TWO_PI), s.fma(t, DoubleVector.broadcast(d, TWO_PI_LOW)).mul(r));
                c = c.fma(t, DoubleVector.broadcast(d, 1));
                LongVector n = rounded.reinterpretAsLongs().add(more);
                VectorMask<Double> odd = n.lanewise(VectorOperators.LSHL, 63).compare(VectorOperators.LT, 0).cast(d);
                DoubleVector result = s.blend(c, odd).reinterpretAsLongs()
                        .lanewise(VectorOperators.XOR, n.lanewise(VectorOperators.LSHL, 62).and(Long.MIN_VALUE))
                        .reinterpretAsDoubles();
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
