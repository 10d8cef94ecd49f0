package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.ThreadArrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the probit function: the quantile Φ⁻¹(p) of the standard normal distribution, of a probability. ({@link NormalQuantile}
 * computes that of a random word.)
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for every p in (0, 1), also where p is subnormal; probit(½) is
 * 0, probit(±0) is −∞, probit(1) is +∞, and it is NaN for any other p. If 1 − p is a double, {@code probit(1 - p) == -probit(p)}
 * exactly.
 *
 * <p>Method: for 1/64 ≤ p ≤ 63/64, x = c·(√(2π) + c²·N(r)/D(r)) with c = p − ½ and r = p·(1 − p), in SIMD. Beyond, with the tail
 * probability q = min(p, 1 − p) and s = √(−2·ln q), |x| = s − T(s)/U(s), in SIMD on the list of such p. The coefficients are
 * positive, but for the last of N, which is small, so that no digits cancel. Coefficients: {@code kernel/src/reference/probit.py}.
 */
public final class Probit {
    /** The nanoseconds of this gate allow for a block that lies in the tails. */
    private static final Gate GATE = Gate.of(true, 80, Probit::rehearse);

    /** The maximal error, in units in the last place of the exact result; the worst of 60,000 tried: 2.622. */
    public static final double MAX_ULPS = 2.9;

    // These are the coefficients of N.
    private static final double C0 = 19.319317212328478;
    private static final double C1 = 31103.041110052378;
    private static final double C2 = 10822543.884747477;
    private static final double C3 = 1319031975.882081;
    private static final double C4 = 67721761179.044785;
    private static final double C5 = 1585066353559.945;
    private static final double C6 = 17245998105841.143;
    private static final double C7 = 84461412923288.84;
    private static final double C8 = 167658091775519.97;
    private static final double C9 = 102132976803268.64;
    private static final double C10 = 3389939469193.83;
    private static final double C11 = -358196274627.0033;
    private static final double D0 = 1.0;
    private static final double D1 = 2146.0864796526553;
    private static final double D2 = 938731.2868664489;
    private static final double D3 = 142921360.9738826;
    private static final double D4 = 9295518721.713459;
    private static final double D5 = 283914585343.0718;
    private static final double D6 = 4230668278951.9595;
    private static final double D7 = 30658813563551.035;
    private static final double D8 = 103012283024177.61;
    private static final double D9 = 142259011983139.25;
    private static final double D10 = 58939842571118.17;
    // These are the coefficients of T and U.
    private static final double T0 = 3.400963968678272;
    private static final double T1 = 19.110692637404735;
    private static final double T2 = 24.50638263995231;
    private static final double T3 = 13.548007833878023;
    private static final double T4 = 3.8481360254280297;
    private static final double T5 = 0.5204010762324206;
    private static final double T6 = 0.03127785135895276;
    private static final double T7 = 0.0007840770597417184;
    private static final double T8 = 7.216904559207548e-6;
    private static final double T9 = 1.7570228463336006e-8;
    private static final double T10 = 1.5932001363455382e-12;
    private static final double U0 = 1.0;
    private static final double U1 = 9.16068039961253;
    private static final double U2 = 18.36863601655077;
    private static final double U3 = 14.870772422964713;
    private static final double U4 = 6.2192559226784185;
    private static final double U5 = 1.3697513656101323;
    private static final double U6 = 0.1468670930829199;
    private static final double U7 = 0.007186907675607553;
    private static final double U8 = 0.000148955241437399;
    private static final double U9 = 1.1288864320309944e-6;
    private static final double U10 = 2.153333071257397e-9;
    /** √(2π), the slope at the centre, in two parts. */
    private static final double SLOPE = 2.5066282746310007;
    private static final double SLOPE_LOW = -1.8328579980459167e-16;
    /** Least r = p·(1 − p) of the central part, at p = 1/64. */
    private static final double EDGE = 63.0 / 4096;
    /** Number above √(−2·ln q) of the least double, which keeps infinity from the tail's quotient. */
    private static final double FARTHEST = 40;

    private Probit() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        probit(numbers, 0, results, 0, n);
        for (int i = 0; i < n; i++) {
            results[n + i] = (i + 0.5) / n; // Most of these numbers are not in the tails.
        }
        probit(results, n, results, n, n);
    }

    /**
     * Computes the quantile of a probability.
     *
     * @param p the probability
     * @return Φ⁻¹(p)
     */
    public static double probit(double p) {
        double r = p * (1 - p);
        return r >= EDGE ? central(p, r) : tail(p);
    }

    /**
     * Computes the quantiles of an array of probabilities.
     *
     * @param p the probabilities
     * @param pOffset index of the first element
     * @param x receives the quantiles; may be p itself, at the same offset
     * @param xOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void probit(double[] p, int pOffset, double[] x, int xOffset, int length) {
        ArrayRange.check("p", p.length, pOffset, length);
        ArrayRange.check("x", x.length, xOffset, length);
        int head = GATE.head(length);
        probit(p, pOffset, x, xOffset, head < 0 ? 0 : GATE.end(Simd.probit(p, pOffset, x, xOffset, head)), length);
    }

    private static void probit(double[] p, int pOffset, double[] x, int xOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            x[xOffset + i] = probit(p[pOffset + i]);
        }
    }

    private static double central(double p, double r) {
        double n = Fma.fma(C11, r, C10);
        double d = Fma.fma(D10, r, D9);
        n = Fma.fma(n, r, C9);
        d = Fma.fma(d, r, D8);
        n = Fma.fma(n, r, C8);
        d = Fma.fma(d, r, D7);
        n = Fma.fma(n, r, C7);
        d = Fma.fma(d, r, D6);
        n = Fma.fma(n, r, C6);
        d = Fma.fma(d, r, D5);
        n = Fma.fma(n, r, C5);
        d = Fma.fma(d, r, D4);
        n = Fma.fma(n, r, C4);
        d = Fma.fma(d, r, D3);
        n = Fma.fma(n, r, C3);
        d = Fma.fma(d, r, D2);
        n = Fma.fma(n, r, C2);
        d = Fma.fma(d, r, D1);
        n = Fma.fma(n, r, C1);
        d = Fma.fma(d, r, D0);
        n = Fma.fma(n, r, C0);
        double c = p - 0.5;
        double rest = Fma.fma(c * c, n / d, SLOPE_LOW);
        return Fma.fma(c, SLOPE, c * rest);
    }

    private static double tail(double p) {
        return Math.copySign(magnitude(Log.log(Math.min(p, 1 - p))), p - 0.5);
    }

    /** Computes |x| from ln q. C2 vectorises a loop of it, but not one with copySign as well. */
    private static double magnitude(double logOfTail) {
        double root = Math.sqrt(-2 * logOfTail);
        double s = Math.min(root, FARTHEST);
        double n = Fma.fma(T10, s, T9);
        double d = Fma.fma(U10, s, U9);
        n = Fma.fma(n, s, T8);
        d = Fma.fma(d, s, U8);
        n = Fma.fma(n, s, T7);
        d = Fma.fma(d, s, U7);
        n = Fma.fma(n, s, T6);
        d = Fma.fma(d, s, U6);
        n = Fma.fma(n, s, T5);
        d = Fma.fma(d, s, U5);
        n = Fma.fma(n, s, T4);
        d = Fma.fma(d, s, U4);
        n = Fma.fma(n, s, T3);
        d = Fma.fma(d, s, U3);
        n = Fma.fma(n, s, T2);
        d = Fma.fma(d, s, U2);
        n = Fma.fma(n, s, T1);
        d = Fma.fma(d, s, U1);
        n = Fma.fma(n, s, T0);
        d = Fma.fma(d, s, U0);
        return root - n / d;
    }

    private static final class Simd {
        private static final int GROUP = 64;
        private static final ThreadArrays<Stretch> STRETCH = new ThreadArrays<>(
                () -> new Object[] {new int[Stretch.LENGTH], new double[Stretch.LENGTH], new double[Stretch.LENGTH]}, Stretch::new);

        private Simd() {}

        static int probit(double[] p, int pOffset, double[] x, int xOffset, int length) {
            Stretch stretch = STRETCH.get();
            int end = Species.DOUBLES.loopBound(length);
            int i = 0;
            // A pass is made for no elements, too: C2 counts the calls of the parts here, and compiles them.
            do {
                int n = Math.min(Stretch.LENGTH, end - i);
                tails(stretch, x, xOffset + i, central(p, pOffset + i, x, xOffset + i, n, stretch.places));
                i += n;
            } while (i < end);
            return end;
        }

        /** Works the central part. The other p are copied, and their places listed. */
        static int central(double[] p, int pOffset, double[] x, int xOffset, int end, int[] places) {
            if (end == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int count = 0;
            for (int group = 0; group < end; group += GROUP) {
                int groupEnd = Math.min(group + GROUP, end);
                long found = 0;
                for (int i = group; i < groupEnd; i += d.length()) {
                    DoubleVector v = DoubleVector.fromArray(d, p, pOffset + i);
                    DoubleVector r = v.mul(DoubleVector.broadcast(d, 1).sub(v));
                    VectorMask<Double> isTail = r.compare(VectorOperators.GE, EDGE).not();
                    DoubleVector numerator = DoubleVector.broadcast(d, C11).fma(r, DoubleVector.broadcast(d, C10));
                    DoubleVector denominator = DoubleVector.broadcast(d, D10).fma(r, DoubleVector.broadcast(d, D9));
                    numerator = numerator.fma(r, DoubleVector.broadcast(d, C9));
                    denominator = denominator.fma(r, DoubleVector.broadcast(d, D8));
                    numerator = numerator.fma(r, DoubleVector.broadcast(d, C8));
                    denominator = denominator.fma(r, DoubleVector.broadcast(d, D7));
                    numerator = numerator.fma(r, DoubleVector.broadcast(d, C7));
                    denominator = denominator.fma(r, DoubleVector.broadcast(d, D6));
                    numerator = numerator.fma(r, DoubleVector.broadcast(d, C6));
                    denominator = denominator.fma(r, DoubleVector.broadcast(d, D5));
                    numerator = numerator.fma(r, DoubleVector.broadcast(d, C5));
                    denominator = denominator.fma(r, DoubleVector.broadcast(d, D4));
                    numerator = numerator.fma(r, DoubleVector.broadcast(d, C4));
                    denominator = denominator.fma(r, DoubleVector.broadcast(d, D3));
                    numerator = numerator.fma(r, DoubleVector.broadcast(d, C3));
                    denominator = denominator.fma(r, DoubleVector.broadcast(d, D2));
                    numerator = numerator.fma(r, DoubleVector.broadcast(d, C2));
                    denominator = denominator.fma(r, DoubleVector.broadcast(d, D1));
                    numerator = numerator.fma(r, DoubleVector.broadcast(d, C1));
                    denominator = denominator.fma(r, DoubleVector.broadcast(d, D0));
                    numerator = numerator.fma(r, DoubleVector.broadcast(d, C0));
                    DoubleVector c = v.sub(0.5);
                    DoubleVector rest = c.mul(c)
                            .fma(numerator.div(denominator), DoubleVector.broadcast(d, SLOPE_LOW));
                    c.fma(DoubleVector.broadcast(d, SLOPE), c.mul(rest)).blend(v, isTail).intoArray(x, xOffset + i);
                    found |= isTail.toLong() << (i - group);
                }
                for (; found != 0; found &= found - 1) {
                    places[count++] = group + Long.numberOfTrailingZeros(found);
                }
            }
            return count;
        }

        /** Works the listed places, which hold their p. */
        static void tails(Stretch stretch, double[] x, int xOffset, int count) {
            int[] places = stretch.places;
            double[] p = stretch.p;
            double[] y = stretch.y;
            for (int k = 0; k < count; k++) {
                p[k] = x[xOffset + places[k]];
            }
            for (int k = 0; k < count; k++) {
                y[k] = Math.min(p[k], 1 - p[k]);
            }
            Log.log(y, 0, y, 0, count);
            for (int k = 0; k < count; k++) {
                y[k] = magnitude(y[k]);
            }
            for (int k = 0; k < count; k++) {
                x[xOffset + places[k]] = Math.copySign(y[k], p[k] - 0.5);
            }
        }

        /** Scratch in which a stretch of probabilities is worked: one a thread, so that nothing is allocated. */
        private static final class Stretch {
            static final int LENGTH = 1024;

            final int[] places;
            final double[] p;
            final double[] y;

            Stretch(Object[] arrays) {
                places = (int[]) arrays[0];
                p = (double[]) arrays[1];
                y = (double[]) arrays[2];
            }
        }
    }
}
