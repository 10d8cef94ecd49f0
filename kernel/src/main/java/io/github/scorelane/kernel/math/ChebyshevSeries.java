package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums Σ c_k T_k(w), k = 0 … m, of Chebyshev polynomials of the first kind over −1 ≤ w ≤ 1.
 *
 * <p>The result is at most {@value #MAX_ERROR}·(m + 1)·2^-53·Σ|c_k| from the exact sum, if |w| ≤ 1; where w is NaN, so is the
 * result.
 *
 * <p>Method: C. W. Clenshaw, <i>A note on the summation of Chebyshev series</i>, 1955: b_k = 2w·b_{k+1} + (c_k − b_{k+2}) from the
 * highest degree down, and the sum is w·b_1 + (c_0 − b_2). Each step waits for the one before it, so four vectors go side by
 * side where there are so many.
 */
public final class ChebyshevSeries {
    private static final Gate GATE = Gate.ofVectors(ChebyshevSeries::rehearse);

    /** Bound of the error, in the unit that the class states. */
    public static final double MAX_ERROR = 2.0;

    private static final int ABREAST = 4;

    private ChebyshevSeries() {}

    /**
     * Works five times as many points as there are numbers: with two vectors of numbers, some vectors go four side by side and some
     * do not.
     */
    private static void rehearse(double[] numbers, double[] results, int n) {
        double[] w = new double[(ABREAST + 1) * n];
        for (int i = 0; i < w.length; i++) {
            w[i] = numbers[i % numbers.length] / (1 + i);
            results[i] = i;
        }
        subtract(new double[] {0.5, -3, 0.25, 1, -0.125}, w, 0, results, 0, w.length);
    }

    /**
     * Computes the sum at one point.
     *
     * @param coefficients c_0 to c_m, one number or more
     * @param w the point
     * @return Σ c_k T_k(w)
     */
    public static double value(double[] coefficients, double w) {
        double next = 0;
        double last = 0;
        for (int k = coefficients.length - 1; k >= 1; k--) {
            double b = Fma.fma(w + w, next, coefficients[k] - last);
            last = next;
            next = b;
        }
        return Fma.fma(w, next, coefficients[0] - last);
    }

    /**
     * Subtracts the sum at each of some points from a number.
     *
     * @param coefficients c_0 to c_m, one number or more
     * @param w the points
     * @param wOffset index of the first element
     * @param y the numbers; each is replaced by the difference
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if a range does not lie inside its array, or there is no coefficient
     */
    public static void subtract(double[] coefficients, double[] w, int wOffset, double[] y, int yOffset, int length) {
        if (coefficients.length == 0) {
            throw new IllegalArgumentException("number of coefficients is not positive: 0");
        }
        ArrayRange.check("w", w.length, wOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = GATE.head(length);
        int from = head < 0 ? 0 : GATE.end(Simd.subtract(coefficients, w, wOffset, y, yOffset, head));
        subtract(coefficients, w, wOffset, y, yOffset, from, length);
    }

    private static void subtract(double[] coefficients, double[] w, int wOffset, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] -= value(coefficients, w[wOffset + i]);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int subtract(double[] c, double[] w, int wOffset, double[] y, int yOffset, int length) {
            int done = abreast(c, w, wOffset, y, yOffset, length);
            return done + oneByOne(c, w, wOffset + done, y, yOffset + done, length - done);
        }

        /** Works four vectors a pass, and returns the number of elements that were done. */
        private static int abreast(double[] c, double[] w, int wOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int lanes = d.length();
            int end = length - length % (ABREAST * lanes);
            for (int i = 0; i < end; i += ABREAST * lanes) {
                DoubleVector x0 = DoubleVector.fromArray(d, w, wOffset + i);
                DoubleVector x1 = DoubleVector.fromArray(d, w, wOffset + i + lanes);
                DoubleVector x2 = DoubleVector.fromArray(d, w, wOffset + i + 2 * lanes);
                DoubleVector x3 = DoubleVector.fromArray(d, w, wOffset + i + 3 * lanes);
                DoubleVector twice0 = x0.add(x0);
                DoubleVector twice1 = x1.add(x1);
                DoubleVector twice2 = x2.add(x2);
                DoubleVector twice3 = x3.add(x3);
                DoubleVector zero = DoubleVector.zero(d);
                DoubleVector next0 = zero;
                DoubleVector next1 = zero;
                DoubleVector next2 = zero;
                DoubleVector next3 = zero;
                DoubleVector last0 = zero;
                DoubleVector last1 = zero;
                DoubleVector last2 = zero;
                DoubleVector last3 = zero;
                for (int k = c.length - 1; k >= 1; k--) {
                    DoubleVector coefficient = DoubleVector.broadcast(d, c[k]);
                    DoubleVector b0 = twice0.fma(next0, coefficient.sub(last0));
                    DoubleVector b1 = twice1.fma(next1, coefficient.sub(last1));
                    DoubleVector b2 = twice2.fma(next2, coefficient.sub(last2));
                    DoubleVector b3 = twice3.fma(next3, coefficient.sub(last3));
                    last0 = next0;
                    last1 = next1;
                    last2 = next2;
                    last3 = next3;
                    next0 = b0;
                    next1 = b1;
                    next2 = b2;
                    next3 = b3;
                }
                DoubleVector constant = DoubleVector.broadcast(d, c[0]);
                int at = yOffset + i;
                DoubleVector.fromArray(d, y, at).sub(x0.fma(next0, constant.sub(last0))).intoArray(y, at);
                at += lanes;
                DoubleVector.fromArray(d, y, at).sub(x1.fma(next1, constant.sub(last1))).intoArray(y, at);
                at += lanes;
                DoubleVector.fromArray(d, y, at).sub(x2.fma(next2, constant.sub(last2))).intoArray(y, at);
                at += lanes;
                DoubleVector.fromArray(d, y, at).sub(x3.fma(next3, constant.sub(last3))).intoArray(y, at);
            }
            return end;
        }

        /** Works one vector a pass, where fewer than four are left, and returns the number of elements that were done. */
        private static int oneByOne(double[] c, double[] w, int wOffset, double[] y, int yOffset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector x = DoubleVector.fromArray(d, w, wOffset + i);
                DoubleVector twice = x.add(x);
                DoubleVector next = DoubleVector.zero(d);
                DoubleVector last = next;
                for (int k = c.length - 1; k >= 1; k--) {
                    DoubleVector b = twice.fma(next, DoubleVector.broadcast(d, c[k]).sub(last));
                    last = next;
                    next = b;
                }
                DoubleVector sum = x.fma(next, DoubleVector.broadcast(d, c[0]).sub(last));
                DoubleVector.fromArray(d, y, yOffset + i).sub(sum).intoArray(y, yOffset + i);
            }
            return end;
        }
    }
}
