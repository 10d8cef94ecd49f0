package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the logarithm of the gamma function, ln Γ(x), for x &gt; 0.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one, also next to the zeros 1 and 2, where it is exactly 0; it
 * overflows to +∞ from about 2.556·10^305 on. logGamma(±0) and logGamma(+∞) are +∞; for a negative number or NaN it is NaN.
 *
 * <p>Method: for 1 ≤ x &lt; 4, with u = x − 1, u·(u − 1)·(9/32 + N(u)/D(u)), so that rounding hurts only what exceeds 9/32; below,
 * the same with u = x, less ln x; from 4 on Stirling's series, (x − ½)·(ln x − 1) + (ln 2π − 1)/2 + S(1/x²)/x. The two share one
 * division. Coefficients: {@code kernel/src/reference/log_gamma.py}.
 */
public final class LogGamma {
    private static final Gate GATE = Gate.ofMasks((numbers, results, n) -> logGamma(numbers, 0, results, 0, n));

    /** The maximal error, in units in the last place of the exact result; the worst of 60,000 tried: 2.946. */
    public static final double MAX_ULPS = 3.3;

    // These are the coefficients of N and D.
    private static final double N0 = 0.29596566490153287;
    private static final double N1 = 0.7120029425287466;
    private static final double N2 = 0.5780169726353642;
    private static final double N3 = 0.1507713396323859;
    private static final double N4 = -0.023801365225005647;
    private static final double N5 = -0.016547628987892943;
    private static final double N6 = -0.0021477561161096005;
    private static final double N7 = -7.051216982410513e-5;
    private static final double D0 = 1.0;
    private static final double D1 = 3.234342440937523;
    private static final double D2 = 4.107941429918456;
    private static final double D3 = 2.603911832416698;
    private static final double D4 = 0.8665905759013247;
    private static final double D5 = 0.14612726231963052;
    private static final double D6 = 0.01099112234856842;
    private static final double D7 = 0.000262628470030185;
    private static final double D8 = -8.150412954471169e-8;
    private static final double BASE = 9.0 / 32;
    // These are the coefficients of S.
    private static final double S0 = 0.08333333333333331;
    private static final double S1 = -0.002777777777717605;
    private static final double S2 = 0.0007936507676291005;
    private static final double S3 = -0.0005952337085821524;
    private static final double S4 = 0.0008413741433918202;
    private static final double S5 = -0.0018988790628866141;
    private static final double S6 = 0.005842829968273114;
    private static final double S7 = -0.018529840062939174;
    private static final double S8 = 0.03686738258027665;
    /** The constant (ln 2π − 1)/2 of the series. */
    private static final double CONSTANT = 0.4189385332046727;
    private static final double SMALL = 1;
    private static final double LARGE = 4;

    private LogGamma() {}

    /**
     * Computes the logarithm of the gamma function of a number.
     *
     * @param x any value
     * @return ln Γ(x), or NaN for a negative x
     */
    public static double logGamma(double x) {
        if (x >= LARGE) {
            double t = 1 / x;
            return Fma.fma(x - 0.5, Log.log(x) - 1, Fma.fma(t, series(t * t), CONSTANT));
        }
        return x < SMALL ? quotient(x, -Log.log(x)) : quotient(x - 1, 0);
    }

    /**
     * Computes the logarithms of the gamma function of an array's numbers.
     *
     * @param x the numbers
     * @param xOffset index of the first element
     * @param y receives the results; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void logGamma(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        logGamma(x, xOffset, y, yOffset, head < 0 ? 0 : GATE.end(Simd.logGamma(x, xOffset, y, yOffset, head)), length);
    }

    private static void logGamma(double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = logGamma(x[xOffset + i]);
        }
    }

    private static double quotient(double u, double base) {
        double n = Fma.fma(N7, u, N6);
        double d = Fma.fma(D8, u, D7);
        n = Fma.fma(n, u, N5);
        d = Fma.fma(d, u, D6);
        n = Fma.fma(n, u, N4);
        d = Fma.fma(d, u, D5);
        n = Fma.fma(n, u, N3);
        d = Fma.fma(d, u, D4);
        n = Fma.fma(n, u, N2);
        d = Fma.fma(d, u, D3);
        n = Fma.fma(n, u, N1);
        d = Fma.fma(d, u, D2);
        n = Fma.fma(n, u, N0);
        d = Fma.fma(d, u, D1);
        d = Fma.fma(d, u, D0);
        return Fma.fma(u * (u - 1), Fma.fma(d, BASE, n) / d, base);
    }

    private static double series(double v) {
        double s = Fma.fma(S8, v, S7);
        s = Fma.fma(s, v, S6);
        s = Fma.fma(s, v, S5);
        s = Fma.fma(s, v, S4);
        s = Fma.fma(s, v, S3);
        s = Fma.fma(s, v, S2);
        s = Fma.fma(s, v, S1);
        s = Fma.fma(s, v, S0);
        return s;
    }

    private static final class Simd {
        private static final int STRETCH = 512;
        private static final ThreadLocal<double[]> LOGS = ThreadLocal.withInitial(() -> new double[STRETCH]);

        private Simd() {}

        static int logGamma(double[] x, int xOffset, double[] y, int yOffset, int length) {
            double[] logs = LOGS.get();
            int end = Species.DOUBLES.loopBound(length);
            int i = 0;
            // A pass is made for no elements, too: C2 counts the calls of the parts here, and compiles them.
            do {
                int n = Math.min(STRETCH, end - i);
                Log.log(x, xOffset + i, logs, 0, n);
                combine(x, xOffset + i, logs, y, yOffset + i, n);
                i += n;
            } while (i < end);
            return end;
        }

        static void combine(double[] x, int xOffset, double[] logs, double[] y, int yOffset, int end) {
            if (end == 0) {
                return;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            DoubleVector one = DoubleVector.broadcast(d, 1);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector log = DoubleVector.fromArray(d, logs, i);
                VectorMask<Double> small = v.compare(VectorOperators.LT, SMALL);
                VectorMask<Double> large = v.compare(VectorOperators.GE, LARGE);
                DoubleVector u = v.sub(1).blend(v, small);
                DoubleVector numerator = DoubleVector.broadcast(d, N7).fma(u, DoubleVector.broadcast(d, N6));
                DoubleVector denominator = DoubleVector.broadcast(d, D8).fma(u, DoubleVector.broadcast(d, D7));
                numerator = numerator.fma(u, DoubleVector.broadcast(d, N5));
                denominator = denominator.fma(u, DoubleVector.broadcast(d, D6));
                numerator = numerator.fma(u, DoubleVector.broadcast(d, N4));
                denominator = denominator.fma(u, DoubleVector.broadcast(d, D5));
                numerator = numerator.fma(u, DoubleVector.broadcast(d, N3));
                denominator = denominator.fma(u, DoubleVector.broadcast(d, D4));
                numerator = numerator.fma(u, DoubleVector.broadcast(d, N2));
                denominator = denominator.fma(u, DoubleVector.broadcast(d, D3));
                numerator = numerator.fma(u, DoubleVector.broadcast(d, N1));
                denominator = denominator.fma(u, DoubleVector.broadcast(d, D2));
                numerator = numerator.fma(u, DoubleVector.broadcast(d, N0));
                denominator = denominator.fma(u, DoubleVector.broadcast(d, D1));
                denominator = denominator.fma(u, DoubleVector.broadcast(d, D0));
                DoubleVector t = denominator.fma(DoubleVector.broadcast(d, BASE), numerator).blend(one, large)
                        .div(denominator.blend(v, large));
                DoubleVector base = DoubleVector.zero(d).blend(log.neg(), small);
                DoubleVector result = u.mul(u.sub(1)).fma(t, base);
                DoubleVector w = t.mul(t);
                DoubleVector s = DoubleVector.broadcast(d, S8).fma(w, DoubleVector.broadcast(d, S7));
                s = s.fma(w, DoubleVector.broadcast(d, S6));
                s = s.fma(w, DoubleVector.broadcast(d, S5));
                s = s.fma(w, DoubleVector.broadcast(d, S4));
                s = s.fma(w, DoubleVector.broadcast(d, S3));
                s = s.fma(w, DoubleVector.broadcast(d, S2));
                s = s.fma(w, DoubleVector.broadcast(d, S1));
                s = s.fma(w, DoubleVector.broadcast(d, S0));
                DoubleVector stirling = v.sub(0.5).fma(log.sub(1), t.fma(s, DoubleVector.broadcast(d, CONSTANT)));
                result.blend(stirling, large).intoArray(y, yOffset + i);
            }
        }
    }
}
