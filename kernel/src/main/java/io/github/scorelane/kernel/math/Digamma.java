package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the digamma function ψ(x), the derivative of ln Γ(x), for x &gt; 0.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one, also next to the zero 1.4616…; digamma(±0) is ∓∞, digamma(+∞)
 * is +∞, and it is NaN for a negative number or NaN.
 *
 * <p>Method: for 1 ≤ x &lt; 3, with u = x − 1 and u₀ the zero less 1, (u − u₀)·(9/16 + N(u)/D(u)), so that rounding hurts only what
 * exceeds 9/16; below, the same with u = x, less 1/x; from 3 on the asymptotic series, ln x − (½ + P(1/x²)/x)/x. They share one
 * division. Coefficients: {@code kernel/src/reference/digamma.py}.
 */
public final class Digamma {
    private static final Gate GATE = Gate.ofMasks((numbers, results, n) -> digamma(numbers, 0, results, 0, n));

    /** The maximal error, in units in the last place of the exact result; the worst of 60,000 tried: 2.874. */
    public static final double MAX_ULPS = 3.3;

    // These are the coefficients of N and D. D(0) is 16, so that x·D(x) is a normal number for every x whose digamma is finite.
    private static final double N0 = 11.006082200054486;
    private static final double N1 = 10.057537464121653;
    private static final double N2 = 0.39608746295406355;
    private static final double N3 = -1.6617612973925409;
    private static final double N4 = -0.469629644039155;
    private static final double N5 = -0.04025326607824305;
    private static final double N6 = -0.0008670408278944509;
    private static final double D0 = 16.0;
    private static final double D1 = 34.501114278260026;
    private static final double D2 = 25.941246796390246;
    private static final double D3 = 8.695857481020086;
    private static final double D4 = 1.3393779695079495;
    private static final double D5 = 0.08521684176494251;
    private static final double D6 = 0.0015641205831036914;
    private static final double BASE = 9.0 / 16;
    // These are the coefficients of P.
    private static final double P0 = 0.08333333333333326;
    private static final double P1 = -0.008333333333142597;
    private static final double P2 = 0.003968253884919726;
    private static final double P3 = -0.004166652178617216;
    private static final double P4 = 0.00757443060686844;
    private static final double P5 = -0.021019164826577372;
    private static final double P6 = 0.08064047234543782;
    private static final double P7 = -0.37430042587956214;
    private static final double P8 = 1.74586310759598;
    private static final double P9 = -6.706332543765989;
    private static final double P10 = 17.261878213050952;
    private static final double P11 = -21.298604716824823;
    /** The zero of the function less 1, in two parts. */
    private static final double ZERO = 0.46163214496836236;
    private static final double ZERO_LOW = -1.5522348162858677e-17;
    private static final double SMALL = 1;
    private static final double LARGE = 3;

    private Digamma() {}

    /**
     * Computes the digamma function of a number.
     *
     * @param x any value
     * @return ψ(x), or NaN for a negative x
     */
    public static double digamma(double x) {
        if (x >= LARGE) {
            double t = 1 / x;
            return Fma.fma(-t, Fma.fma(t, series(t * t), 0.5), Log.log(x));
        }
        if (x < SMALL) {
            double d = denominator(x);
            return x < 0 ? Double.NaN : Fma.fma(numerator(x, d), x, -d) / (d * x);
        }
        double u = x - 1;
        double d = denominator(u);
        return numerator(u, d) / d;
    }

    /**
     * Computes the digamma function of an array.
     *
     * @param x the numbers
     * @param xOffset index of the first element
     * @param y receives the results; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void digamma(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        digamma(x, xOffset, y, yOffset, head < 0 ? 0 : GATE.end(Simd.digamma(x, xOffset, y, yOffset, head)), length);
    }

    private static void digamma(double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = digamma(x[xOffset + i]);
        }
    }

    private static double numerator(double u, double d) {
        double n = Fma.fma(N6, u, N5);
        n = Fma.fma(n, u, N4);
        n = Fma.fma(n, u, N3);
        n = Fma.fma(n, u, N2);
        n = Fma.fma(n, u, N1);
        n = Fma.fma(n, u, N0);
        return (u - ZERO - ZERO_LOW) * Fma.fma(d, BASE, n);
    }

    private static double denominator(double u) {
        double d = Fma.fma(D6, u, D5);
        d = Fma.fma(d, u, D4);
        d = Fma.fma(d, u, D3);
        d = Fma.fma(d, u, D2);
        d = Fma.fma(d, u, D1);
        d = Fma.fma(d, u, D0);
        return d;
    }

    private static double series(double v) {
        double s = Fma.fma(P11, v, P10);
        s = Fma.fma(s, v, P9);
        s = Fma.fma(s, v, P8);
        s = Fma.fma(s, v, P7);
        s = Fma.fma(s, v, P6);
        s = Fma.fma(s, v, P5);
        s = Fma.fma(s, v, P4);
        s = Fma.fma(s, v, P3);
        s = Fma.fma(s, v, P2);
        s = Fma.fma(s, v, P1);
        s = Fma.fma(s, v, P0);
        return s;
    }

    private static final class Simd {
        private static final int STRETCH = 512;
        private static final ThreadLocal<double[]> LOGS = ThreadLocal.withInitial(() -> new double[STRETCH]);

        private Simd() {}

        static int digamma(double[] x, int xOffset, double[] y, int yOffset, int length) {
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
            DoubleVector zero = DoubleVector.zero(d);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector log = DoubleVector.fromArray(d, logs, i);
                VectorMask<Double> small = v.compare(VectorOperators.LT, SMALL);
                VectorMask<Double> large = v.compare(VectorOperators.GE, LARGE);
                DoubleVector u = v.sub(1).blend(v, small);
                DoubleVector numerator = DoubleVector.broadcast(d, N6).fma(u, DoubleVector.broadcast(d, N5));
                DoubleVector denominator = DoubleVector.broadcast(d, D6).fma(u, DoubleVector.broadcast(d, D5));
                numerator = numerator.fma(u, DoubleVector.broadcast(d, N4));
                denominator = denominator.fma(u, DoubleVector.broadcast(d, D4));
                numerator = numerator.fma(u, DoubleVector.broadcast(d, N3));
                denominator = denominator.fma(u, DoubleVector.broadcast(d, D3));
                numerator = numerator.fma(u, DoubleVector.broadcast(d, N2));
                denominator = denominator.fma(u, DoubleVector.broadcast(d, D2));
                numerator = numerator.fma(u, DoubleVector.broadcast(d, N1));
                denominator = denominator.fma(u, DoubleVector.broadcast(d, D1));
                numerator = numerator.fma(u, DoubleVector.broadcast(d, N0));
                denominator = denominator.fma(u, DoubleVector.broadcast(d, D0));
                numerator = denominator.fma(DoubleVector.broadcast(d, BASE), numerator);
                numerator = u.sub(ZERO).sub(ZERO_LOW).mul(numerator);
                numerator = numerator.blend(numerator.fma(v, zero.sub(denominator)), small).blend(one, large);
                denominator = denominator.blend(denominator.mul(v), small).blend(v, large);
                DoubleVector t = numerator.div(denominator);
                DoubleVector w = t.mul(t);
                DoubleVector s = DoubleVector.broadcast(d, P11).fma(w, DoubleVector.broadcast(d, P10));
                s = s.fma(w, DoubleVector.broadcast(d, P9));
                s = s.fma(w, DoubleVector.broadcast(d, P8));
                s = s.fma(w, DoubleVector.broadcast(d, P7));
                s = s.fma(w, DoubleVector.broadcast(d, P6));
                s = s.fma(w, DoubleVector.broadcast(d, P5));
                s = s.fma(w, DoubleVector.broadcast(d, P4));
                s = s.fma(w, DoubleVector.broadcast(d, P3));
                s = s.fma(w, DoubleVector.broadcast(d, P2));
                s = s.fma(w, DoubleVector.broadcast(d, P1));
                s = s.fma(w, DoubleVector.broadcast(d, P0));
                DoubleVector asymptotic = t.neg().fma(t.fma(s, DoubleVector.broadcast(d, 0.5)), log);
                t.blend(asymptotic, large).blend(Double.NaN, v.compare(VectorOperators.LT, 0))
                        .intoArray(y, yOffset + i);
            }
        }
    }
}
