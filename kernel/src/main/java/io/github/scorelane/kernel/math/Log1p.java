package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the natural logarithm of 1 + x, exact to the last bits also where x is small.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one for every x &gt; −1; log1p(±0) is ±0, log1p(−1) is −∞,
 * log1p(+∞) is +∞, and below −1 and for NaN it is NaN.
 *
 * <p>Method: 1 + x = 2^k·(1 + f) with ¾ ≤ 1 + f &lt; 3/2, where the rounding error of the sum 1 + x, scaled by 2^-k, is put back
 * into f: in this range f is then exact, and for k = 0 it is x. The rest is as in {@link Log}, with a longer polynomial: {@code
 * kernel/src/reference/log1p.py}.
 */
public final class Log1p {
    private static final Gate GATE = Gate.ofMasks((numbers, results, n) -> {
        log1p(numbers, 0, results, 0, n);
        log1p(new double[n], 0, results, n, n); // Vectors without special numbers take another branch, which C2 has to see as well.
    });

    /** The maximal error, in units in the last place of the exact result; the worst of 4·10^8 tried: 0.966. */
    public static final double MAX_ULPS = 0.98;

    // These are the coefficients of q, all with the other sign.
    private static final double Q0 = -0.6666666666666666;
    private static final double Q1 = -0.400000000000078;
    private static final double Q2 = -0.2857142856733919;
    private static final double Q3 = -0.22222223037807243;
    private static final double Q4 = -0.18181738454723026;
    private static final double Q5 = -0.15388834677801927;
    private static final double Q6 = -0.13210360485132383;
    private static final double Q7 = -0.13604015707125902;
    /** ln 2 in two parts, of which k times the first is exact. Both are positive, so that the sum of k = 0 of them and −0 is −0. */
    private static final double LN_2_HIGH = 0.693147180559663;
    private static final double LN_2_LOW = 2.8235290563031577e-13;

    private static final long THREE_QUARTERS_BITS = 0x3fe8000000000000L;
    private static final long ONE_BITS = 0x3ff0000000000000L;
    private static final long FRACTION_MASK = 0x000fffffffffffffL;
    private static final long EXPONENT_MASK = 0xfff0000000000000L;
    /** Number from which a biased exponent is taken to give that of the reciprocal power of two. */
    private static final long TWO_BIASES_BITS = 0x7fe0000000000000L;
    /** Bits of 2^52: a whole number that is put in the low bits of its fraction makes the double 2^52 and that number. */
    private static final long WHOLE_BITS = 0x4330000000000000L;
    private static final double BIAS = 0x1p52 + 1023;
    /** Least x for which 2^-k is not a normal number. The error of 1 + x does not matter there. */
    private static final double HUGE = 0x1.8p1023;

    private Log1p() {}

    /**
     * Computes the natural logarithm of 1 + x.
     *
     * @param x any value
     * @return log(1 + x)
     */
    public static double log1p(double x) {
        if (!(x > -1 && x < Double.POSITIVE_INFINITY)) {
            return x == -1 ? Double.NEGATIVE_INFINITY : x < -1 ? Double.NaN : x;
        }
        double sum = x + 1;
        double added = sum - 1;
        double error = (x - added) - ((sum - added) - 1);
        long bits = Double.doubleToRawLongBits(sum) + (ONE_BITS - THREE_QUARTERS_BITS);
        double minusK = BIAS - Double.longBitsToDouble((bits >>> 52) | WHOLE_BITS);
        double scale = sum < HUGE ? Double.longBitsToDouble(TWO_BIASES_BITS - (bits & EXPONENT_MASK)) : 0;
        double f = error * scale - (1 - Double.longBitsToDouble((bits & FRACTION_MASK) + THREE_QUARTERS_BITS));
        double s = f / (-2 - f);
        double z = s * s;
        double t = z * z;
        double even = Fma.fma(Q6, t, Q4);
        double odd = Fma.fma(Q7, t, Q5);
        even = Fma.fma(even, t, Q2);
        odd = Fma.fma(odd, t, Q3);
        even = Fma.fma(even, t, Q0);
        odd = Fma.fma(odd, t, Q1);
        double g = Fma.fma(Fma.fma(odd, z, even), z, f);
        double high = Fma.fma(minusK, -LN_2_HIGH, f);
        double low = f - Fma.fma(minusK, LN_2_HIGH, high);
        return high + Fma.fma(s, g, Fma.fma(minusK, -LN_2_LOW, low));
    }

    /**
     * Computes the natural logarithms of 1 and the numbers of an array.
     *
     * @param x the numbers
     * @param xOffset index of the first element
     * @param y receives the logarithms; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array
     */
    public static void log1p(double[] x, int xOffset, double[] y, int yOffset, int length) {
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        log1p(x, xOffset, y, yOffset, head < 0 ? 0 : GATE.end(Simd.log1p(x, xOffset, y, yOffset, head)), length);
    }

    private static void log1p(double[] x, int xOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = log1p(x[xOffset + i]);
        }
    }

    private static final class Simd {
        /** Number whose sum with a double's bits is larger than itself if the double is positive and less than {@link #HUGE}. */
        private static final long BELOW_HUGE = Long.MAX_VALUE - Double.doubleToRawLongBits(HUGE) + 1;

        private Simd() {}

        static int log1p(double[] x, int xOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector sum = v.add(1);
                DoubleVector added = sum.sub(1);
                DoubleVector error = v.sub(added).sub(sum.sub(added).sub(1));
                LongVector bits = sum.reinterpretAsLongs();
                // The sum overflows for a number that is HUGE, infinite or NaN.
                boolean special = bits.add(BELOW_HUGE).compare(VectorOperators.LE, BELOW_HUGE).anyTrue();
                bits = bits.add(ONE_BITS - THREE_QUARTERS_BITS);
                DoubleVector minusK = DoubleVector.broadcast(d, BIAS)
                        .sub(bits.lanewise(VectorOperators.LSHR, 52).or(WHOLE_BITS).reinterpretAsDoubles());
                DoubleVector scale = LongVector.broadcast(Species.LONGS, TWO_BIASES_BITS).sub(bits.and(EXPONENT_MASK))
                        .reinterpretAsDoubles();
                if (special) {
                    scale = scale.blend(0, sum.compare(VectorOperators.LT, HUGE).not());
                }
                DoubleVector m = bits.and(FRACTION_MASK).add(THREE_QUARTERS_BITS).reinterpretAsDoubles();
                DoubleVector f = error.mul(scale).sub(DoubleVector.broadcast(d, 1).sub(m));
                DoubleVector s = f.div(DoubleVector.broadcast(d, -2).sub(f));
                DoubleVector z = s.mul(s);
                DoubleVector t = z.mul(z);
                DoubleVector even = DoubleVector.broadcast(d, Q6).fma(t, DoubleVector.broadcast(d, Q4));
                DoubleVector odd = DoubleVector.broadcast(d, Q7).fma(t, DoubleVector.broadcast(d, Q5));
                even = even.fma(t, DoubleVector.broadcast(d, Q2));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q3));
                even = even.fma(t, DoubleVector.broadcast(d, Q0));
                odd = odd.fma(t, DoubleVector.broadcast(d, Q1));
                DoubleVector g = odd.fma(z, even).fma(z, f);
                DoubleVector high = minusK.fma(DoubleVector.broadcast(d, -LN_2_HIGH), f);
                DoubleVector low = f.sub(minusK.fma(DoubleVector.broadcast(d, LN_2_HIGH), high));
                DoubleVector result = high.add(s.fma(g, minusK.fma(DoubleVector.broadcast(d, -LN_2_LOW), low)));
                if (special) {
                    result = result.blend(v, v.compare(VectorOperators.LT, Double.POSITIVE_INFINITY).not())
                            .blend(Double.NaN, v.compare(VectorOperators.LT, -1))
                            .blend(Double.NEGATIVE_INFINITY, v.compare(VectorOperators.EQ, -1));
                }
                result.intoArray(y, yOffset + i);
            }
            return end;
        }
    }
}
