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
 * Computes the inverse tangent.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for every x; atan(±0) is ±0, atan(±∞) is ±π/2, atan(NaN) is
 * NaN.
 *
 * <p>Method: with a = |x|, y is a up to tan(π/8), (a − 1)/(a + 1) up to tan(3π/8), −1/a beyond, one division; the result is 0, π/4
 * or π/2, in two parts, plus y − y³·p(y²). Source of p: fdlibm's {@code s_atan.c}, Sun Microsystems 1993.
 */
public final class Atan {
    private static final Gate GATE = Gate.ofMasks((numbers, results, n) -> atan(numbers, 0, results, 0, n));

    /** The maximal error, in units in the last place of the exact result; the worst of 7,281 references: 1.728. */
    public static final double MAX_ULPS = 1.9;

    private static final double P0 = 0.3333333333333293;
    private static final double P1 = -0.19999999999876483;
    private static final double P2 = 0.14285714272503466;
    private static final double P3 = -0.11111110405462356;
    private static final double P4 = 0.09090887133436507;
    private static final double P5 = -0.0769187620504483;
    private static final double P6 = 0.06661073137387531;
    private static final double P7 = -0.058335701337905735;
    private static final double P8 = 0.049768779946159324;
    private static final double P9 = -0.036531572744216916;
    private static final double P10 = 0.016285820115365782;
    private static final double TAN_PI_8 = 0.41421356237309503;
    private static final double TAN_3_PI_8 = 2.414213562373095;
    private static final double PI_4 = 0.7853981633974483;
    private static final double PI_4_LOW = 3.061616997868383e-17;

    private Atan() {}

    /**
     * Computes the inverse tangent of a number.
     *
     * @param x any value
     * @return atan x, between −π/2 and π/2
     */
    public static double atan(double x) {
        double a = Math.abs(x);
        boolean middle = a > TAN_PI_8;
        boolean far = a > TAN_3_PI_8;
        double quarters = far ? 2 : middle ? 1 : 0;
        double y = (far ? -1 : middle ? a - 1 : a) / (far ? a : middle ? a + 1 : 1);
        double t = y * y;
        double w = t * t;
        double even = Fma.fma(P10, w, P8);
        double odd = Fma.fma(P9, w, P7);
        even = Fma.fma(even, w, P6);
        odd = Fma.fma(odd, w, P5);
        even = Fma.fma(even, w, P4);
        odd = Fma.fma(odd, w, P3);
        even = Fma.fma(even, w, P2);
        odd = Fma.fma(odd, w, P1);
        even = Fma.fma(even, w, P0);
        double p = Fma.fma(odd, t, even);
        double low = Fma.fma(-t * y, p, quarters * PI_4_LOW);
        return Math.copySign(Fma.fma(quarters, PI_4, y + low), x);
    }

    /**
     * Computes the inverse tangents of an array's numbers.
     *
     * @param x the numbers
     * @param xOffset index of the first element
     * @param y receives the results; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void atan(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        atan(x, xOffset, y, yOffset, head < 0 ? 0 : GATE.end(Simd.atan(x, xOffset, y, yOffset, head)), length);
    }

    private static void atan(double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = atan(x[xOffset + i]);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int atan(double[] x, int xOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector a = v.abs();
                VectorMask<Double> middle = a.compare(VectorOperators.GT, TAN_PI_8);
                VectorMask<Double> far = a.compare(VectorOperators.GT, TAN_3_PI_8);
                DoubleVector quarters = DoubleVector.zero(d).blend(1, middle).blend(2, far);
                DoubleVector q = a.blend(a.sub(1), middle).blend(-1, far)
                        .div(DoubleVector.broadcast(d, 1).blend(a.add(1), middle).blend(a, far));
                DoubleVector t = q.mul(q);
                DoubleVector w = t.mul(t);
                DoubleVector even = DoubleVector.broadcast(d, P10).fma(w, DoubleVector.broadcast(d, P8));
                DoubleVector odd = DoubleVector.broadcast(d, P9).fma(w, DoubleVector.broadcast(d, P7));
                even = even.fma(w, DoubleVector.broadcast(d, P6));
                odd = odd.fma(w, DoubleVector.broadcast(d, P5));
                even = even.fma(w, DoubleVector.broadcast(d, P4));
                odd = odd.fma(w, DoubleVector.broadcast(d, P3));
                even = even.fma(w, DoubleVector.broadcast(d, P2));
                odd = odd.fma(w, DoubleVector.broadcast(d, P1));
                even = even.fma(w, DoubleVector.broadcast(d, P0));
                DoubleVector p = odd.fma(t, even);
                DoubleVector low = t.neg().mul(q).fma(p, quarters.mul(PI_4_LOW));
                DoubleVector result = quarters.fma(DoubleVector.broadcast(d, PI_4), q.add(low));
                LongVector sign = v.reinterpretAsLongs().and(Long.MIN_VALUE);
                result.reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(y, yOffset + i);
            }
            return end;
        }
    }
}
