package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the error of Stirling's formula for the factorial, δ(x) = ln Γ(x + 1) − (x + ½)·ln x + x − ½·ln 2π, for x ≥ 0. With it
 * and {@link Deviance}, Poisson and binomial probabilities come without cancellation: the Poisson probability of x with the mean m
 * is exp(−δ(x) − D(x, m))/√(2πx).
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for x ≥ ½, and at most {@value #MAX_ULPS_BELOW_HALF} ULP for 0
 * &lt; x &lt; ½, which is below 6·10^-16 where δ(x) is below 1; δ(±0) is +∞, δ(+∞) is 0, and it is NaN for a negative number or
 * NaN.
 *
 * <p>Method: for x ≥ ½, δ(x) = (1/12 − N(w)/D(w))/x with w = x², all coefficients positive, in one division. Below, δ(x) = δ(x + 1)
 * + (x + ½)·(ln(x + 1) − ln x) − 1, not in SIMD. Coefficients: {@code kernel/src/reference/stirling_error.py}. Source of the use:
 * C. Loader, <i>Fast and accurate computation of binomial probabilities</i>, 2000.
 */
public final class StirlingError {
    /** The nanoseconds of this gate allow for a block of which all numbers are left to the twin. */
    private static final Gate GATE = Gate.of(true, 100, StirlingError::rehearse);

    /** The maximal error for x ≥ ½, in units in the last place of the exact result; the worst of 60,000 tried: 2.344. */
    public static final double MAX_ULPS = 2.7;
    /** The maximal error for 0 &lt; x &lt; ½, in the same units; the worst of 1,500 tried: 9.808. */
    public static final double MAX_ULPS_BELOW_HALF = 12;

    // These are the coefficients of N and D, both scaled so that D is about ¼ for the largest w: x·D overflows for no x.
    private static final double N0 = 2.556447949408401e-177;
    private static final double N1 = 2.1011368979483517e-175;
    private static final double N2 = 4.040558754793622e-174;
    private static final double N3 = 2.878427030439954e-173;
    private static final double N4 = 9.191229947994608e-173;
    private static final double N5 = 1.4498041665898142e-172;
    private static final double N6 = 1.1864835399732416e-172;
    private static final double N7 = 5.1096793378770665e-173;
    private static final double N8 = 1.131460525179852e-173;
    private static final double N9 = 1.1827066505061881e-174;
    private static final double N10 = 4.4924162355024165e-176;
    private static final double D0 = 5.1754410171236316e-176;
    private static final double D1 = 7.898226904467954e-174;
    private static final double D2 = 2.614046521301136e-172;
    private static final double D3 = 3.1329105687031777e-171;
    private static final double D4 = 1.676828497954454e-170;
    private static final double D5 = 4.463115572712291e-170;
    private static final double D6 = 6.259743844874668e-170;
    private static final double D7 = 4.750720317884354e-170;
    private static final double D8 = 1.9505450997898458e-170;
    private static final double D9 = 4.1927623596322595e-171;
    private static final double D10 = 4.3039516516719076e-172;
    private static final double D11 = 1.617269844780878e-173;
    private static final double TWELFTH = 1.0 / 12;
    /** Least x from which on N(w)/D(w) is lost in the rounding of 1/12. */
    private static final double FAR = 0x1p26;
    private static final double NEAR = 0.5;

    private StirlingError() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        stirlingError(numbers, 0, results, 0, n);
        // The zeros are all worked by vectors, and the numbers after them are all left to the twin.
        stirlingError(new double[n], 0, results, n, n);
        Arrays.fill(results, 2 * n, 3 * n, NEAR / 2);
        stirlingError(results, 2 * n, results, 2 * n, n);
    }

    /**
     * Computes the error of Stirling's formula at a number.
     *
     * @param x any value
     * @return δ(x), or NaN for a negative x
     */
    public static double stirlingError(double x) {
        return x > 0 && x < NEAR ? near(x) : x < 0 ? Double.NaN : quotient(x);
    }

    /**
     * Computes the errors of Stirling's formula at an array's numbers.
     *
     * @param x the numbers
     * @param xOffset index of the first element
     * @param y receives the results; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void stirlingError(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        stirlingError(x, xOffset, y, yOffset, head < 0 ? 0 : GATE.end(Simd.stirlingError(x, xOffset, y, yOffset, head)), length);
    }

    private static void stirlingError(double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = stirlingError(x[xOffset + i]);
        }
    }

    private static double near(double x) {
        return Fma.fma(x + 0.5, Log.log(x + 1) - Log.log(x), -1) + quotient(x + 1);
    }

    private static double quotient(double x) {
        double capped = Math.min(x, FAR);
        double w = capped * capped;
        double n = Fma.fma(N10, w, N9);
        double d = Fma.fma(D11, w, D10);
        n = Fma.fma(n, w, N8);
        d = Fma.fma(d, w, D9);
        n = Fma.fma(n, w, N7);
        d = Fma.fma(d, w, D8);
        n = Fma.fma(n, w, N6);
        d = Fma.fma(d, w, D7);
        n = Fma.fma(n, w, N5);
        d = Fma.fma(d, w, D6);
        n = Fma.fma(n, w, N4);
        d = Fma.fma(d, w, D5);
        n = Fma.fma(n, w, N3);
        d = Fma.fma(d, w, D4);
        n = Fma.fma(n, w, N2);
        d = Fma.fma(d, w, D3);
        n = Fma.fma(n, w, N1);
        d = Fma.fma(d, w, D2);
        n = Fma.fma(n, w, N0);
        d = Fma.fma(d, w, D1);
        d = Fma.fma(d, w, D0);
        return Fma.fma(d, TWELFTH, -n) / (d * Math.abs(x));
    }

    private static final class Simd {
        private static final int GROUP = 64;

        private Simd() {}

        static int stirlingError(double[] x, int xOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int group = 0; group < end; group += GROUP) {
                int groupEnd = Math.min(group + GROUP, end);
                long found = 0;
                for (int i = group; i < groupEnd; i += d.length()) {
                    DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                    VectorMask<Double> isNear = v.compare(VectorOperators.LT, NEAR)
                            .and(v.compare(VectorOperators.NE, 0));
                    DoubleVector capped = v.min(FAR);
                    DoubleVector w = capped.mul(capped);
                    DoubleVector numerator = DoubleVector.broadcast(d, N10).fma(w, DoubleVector.broadcast(d, N9));
                    DoubleVector denominator = DoubleVector.broadcast(d, D11).fma(w, DoubleVector.broadcast(d, D10));
                    numerator = numerator.fma(w, DoubleVector.broadcast(d, N8));
                    denominator = denominator.fma(w, DoubleVector.broadcast(d, D9));
                    numerator = numerator.fma(w, DoubleVector.broadcast(d, N7));
                    denominator = denominator.fma(w, DoubleVector.broadcast(d, D8));
                    numerator = numerator.fma(w, DoubleVector.broadcast(d, N6));
                    denominator = denominator.fma(w, DoubleVector.broadcast(d, D7));
                    numerator = numerator.fma(w, DoubleVector.broadcast(d, N5));
                    denominator = denominator.fma(w, DoubleVector.broadcast(d, D6));
                    numerator = numerator.fma(w, DoubleVector.broadcast(d, N4));
                    denominator = denominator.fma(w, DoubleVector.broadcast(d, D5));
                    numerator = numerator.fma(w, DoubleVector.broadcast(d, N3));
                    denominator = denominator.fma(w, DoubleVector.broadcast(d, D4));
                    numerator = numerator.fma(w, DoubleVector.broadcast(d, N2));
                    denominator = denominator.fma(w, DoubleVector.broadcast(d, D3));
                    numerator = numerator.fma(w, DoubleVector.broadcast(d, N1));
                    denominator = denominator.fma(w, DoubleVector.broadcast(d, D2));
                    numerator = numerator.fma(w, DoubleVector.broadcast(d, N0));
                    denominator = denominator.fma(w, DoubleVector.broadcast(d, D1));
                    denominator = denominator.fma(w, DoubleVector.broadcast(d, D0));
                    denominator.fma(DoubleVector.broadcast(d, TWELFTH), numerator.neg())
                            .div(denominator.mul(v.abs())).blend(v, isNear).intoArray(y, yOffset + i);
                    found |= isNear.toLong() << (i - group);
                }
                if (found != 0) {
                    near(y, yOffset + group, found);
                }
            }
            return end;
        }

        /** Has the twin work the numbers that are left to it, at places where x was copied. */
        static void near(double[] y, int yOffset, long left) {
            for (long found = left; found != 0; found &= found - 1) {
                int i = yOffset + Long.numberOfTrailingZeros(found);
                y[i] = StirlingError.stirlingError(y[i]);
            }
        }
    }
}
