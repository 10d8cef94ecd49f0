package io.github.scorelane.kernel.moment;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Lanes;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Normal equations of {@link LeaveTwoOut#COUNT} problems of least squares, side by side: coefficients κ that make Σ(y − Σκᵢuᵢ)²
 * least. Of each problem there are the sums Σuᵢuⱼ for j ≤ i, row by row, and then a row of Σyuⱼ; a sum of all problems stands
 * together.
 *
 * <p>By the factors LDL′ of the matrix, in the order of the u. A u of whose squares those before it leave no more than
 * {@value #ROUNDING} is taken for a combination of them but for rounding, and has the coefficient 0.
 */
public final class LeastSquares {
    /** What is left of a sum of squares that is taken for rounding. */
    public static final double ROUNDING = 1e-10;

    private static final int COUNT = LeaveTwoOut.COUNT;

    private LeastSquares() {}

    /**
     * Where a sum stands.
     *
     * @param i the number u, or how many u there are, for y
     * @param j another u at or before it
     * @return its place among the sums of a problem
     */
    public static int place(int i, int j) {
        return i * (i + 1) / 2 + j;
    }

    /**
     * How many sums a problem has.
     *
     * @param size how many u it has
     * @return their number
     */
    public static int sums(int size) {
        return place(size, size);
    }

    /**
     * Doubles to work in.
     *
     * @param size how many u a problem has
     * @return how many
     */
    public static int scratch(int size) {
        return 2 * sums(size) * COUNT;
    }

    /**
     * Solves them all.
     *
     * @param sums the sums: place k of problem p is at k·{@value LeaveTwoOut#COUNT} + p
     * @param size how many u each problem has
     * @param kappa where the coefficients go: that of uᵢ of problem p to i·{@value LeaveTwoOut#COUNT} + p
     * @param scratch to work in
     * @throws IllegalArgumentException if an array is too short
     */
    public static void solve(double[] sums, int size, double[] kappa, double[] scratch) {
        ArrayRange.check("sums", sums.length, 0, sums(size) * COUNT);
        ArrayRange.check("kappa", kappa.length, 0, size * COUNT);
        ArrayRange.check("scratch", scratch.length, 0, scratch(size));
        if (Lanes.masks(COUNT) == COUNT) {
            Simd.solve(sums, size, kappa, scratch);
            return;
        }
        for (int p = 0; p < COUNT; p++) {
            solve(sums, size, p, kappa, scratch);
        }
    }

    /** A row of the factors has what is left of its sums, and those over the diagonal's with the sign changed. */
    private static void solve(double[] sums, int size, int p, double[] kappa, double[] left) {
        int factors = sums(size);
        for (int k = 0; k < size; k++) {
            int diagonal = place(k, k);
            for (int i = k; i <= size; i++) {
                int row = place(i, 0);
                double value = sums[(row + k) * COUNT + p];
                for (int j = 0; j < k; j++) {
                    value = Math.fma(left[factors + row + j], left[diagonal - k + j], value);
                }
                left[row + k] = value;
            }
            double pivot = left[diagonal];
            double inverse = pivot > ROUNDING * sums[diagonal * COUNT + p] ? -1 / pivot : 0;
            for (int i = k + 1; i <= size; i++) {
                int at = place(i, k);
                left[factors + at] = left[at] * inverse;
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            double value = -left[factors + place(size, k)];
            for (int i = k + 1; i < size; i++) {
                value = Math.fma(left[factors + place(i, k)], kappa[i * COUNT + p], value);
            }
            kappa[k * COUNT + p] = value;
        }
    }

    /** Five vectors of problems at a time: loops over a few u take longer than what is done in them. */
    private static final class Simd {
        private Simd() {}

        static void solve(double[] sums, int size, double[] kappa, double[] left) {
            int step = 5 * Species.DOUBLES.length();
            for (int p = 0; p < COUNT; p += step) {
                factor(sums, size, p, left);
                substitute(size, p, left, kappa);
            }
        }

        private static void factor(double[] sums, int size, int p, double[] left) {
            VectorSpecies<Double> d = Species.DOUBLES;
            int w = d.length();
            int factors = sums(size) * COUNT;
            for (int k = 0; k < size; k++) {
                int diagonal = place(k, k) * COUNT + p;
                for (int i = k; i <= size; i++) {
                    int at = place(i, k) * COUNT + p;
                    DoubleVector v0 = DoubleVector.fromArray(d, sums, at);
                    DoubleVector v1 = DoubleVector.fromArray(d, sums, at + w);
                    DoubleVector v2 = DoubleVector.fromArray(d, sums, at + 2 * w);
                    DoubleVector v3 = DoubleVector.fromArray(d, sums, at + 3 * w);
                    DoubleVector v4 = DoubleVector.fromArray(d, sums, at + 4 * w);
                    int a = factors + at - k * COUNT;
                    int b = diagonal - k * COUNT;
                    for (int j = 0; j < k; j++, a += COUNT, b += COUNT) {
                        v0 = DoubleVector.fromArray(d, left, a).fma(DoubleVector.fromArray(d, left, b), v0);
                        v1 = DoubleVector.fromArray(d, left, a + w).fma(DoubleVector.fromArray(d, left, b + w), v1);
                        v2 = DoubleVector.fromArray(d, left, a + 2 * w).fma(DoubleVector.fromArray(d, left, b + 2 * w), v2);
                        v3 = DoubleVector.fromArray(d, left, a + 3 * w).fma(DoubleVector.fromArray(d, left, b + 3 * w), v3);
                        v4 = DoubleVector.fromArray(d, left, a + 4 * w).fma(DoubleVector.fromArray(d, left, b + 4 * w), v4);
                    }
                    v0.intoArray(left, at);
                    v1.intoArray(left, at + w);
                    v2.intoArray(left, at + 2 * w);
                    v3.intoArray(left, at + 3 * w);
                    v4.intoArray(left, at + 4 * w);
                }
                for (int g = diagonal; g < diagonal + 5 * w; g += w) {
                    DoubleVector pivot = DoubleVector.fromArray(d, left, g);
                    VectorMask<Double> isUsed = pivot.compare(VectorOperators.GT,
                            DoubleVector.fromArray(d, sums, g).mul(ROUNDING));
                    DoubleVector inverse = DoubleVector.zero(d).blend(DoubleVector.broadcast(d, -1).div(pivot), isUsed);
                    for (int i = k + 1; i <= size; i++) {
                        int at = place(i, k) * COUNT + g - place(k, k) * COUNT;
                        DoubleVector.fromArray(d, left, at).mul(inverse).intoArray(left, factors + at);
                    }
                }
            }
        }

        private static void substitute(int size, int p, double[] left, double[] kappa) {
            VectorSpecies<Double> d = Species.DOUBLES;
            int w = d.length();
            int factors = sums(size) * COUNT + p;
            for (int k = size - 1; k >= 0; k--) {
                int at = factors + place(size, k) * COUNT;
                DoubleVector v0 = DoubleVector.fromArray(d, left, at).neg();
                DoubleVector v1 = DoubleVector.fromArray(d, left, at + w).neg();
                DoubleVector v2 = DoubleVector.fromArray(d, left, at + 2 * w).neg();
                DoubleVector v3 = DoubleVector.fromArray(d, left, at + 3 * w).neg();
                DoubleVector v4 = DoubleVector.fromArray(d, left, at + 4 * w).neg();
                for (int i = k + 1; i < size; i++) {
                    int a = factors + place(i, k) * COUNT;
                    int b = i * COUNT + p;
                    v0 = DoubleVector.fromArray(d, left, a).fma(DoubleVector.fromArray(d, kappa, b), v0);
                    v1 = DoubleVector.fromArray(d, left, a + w).fma(DoubleVector.fromArray(d, kappa, b + w), v1);
                    v2 = DoubleVector.fromArray(d, left, a + 2 * w).fma(DoubleVector.fromArray(d, kappa, b + 2 * w), v2);
                    v3 = DoubleVector.fromArray(d, left, a + 3 * w).fma(DoubleVector.fromArray(d, kappa, b + 3 * w), v3);
                    v4 = DoubleVector.fromArray(d, left, a + 4 * w).fma(DoubleVector.fromArray(d, kappa, b + 4 * w), v4);
                }
                int to = k * COUNT + p;
                v0.intoArray(kappa, to);
                v1.intoArray(kappa, to + w);
                v2.intoArray(kappa, to + 2 * w);
                v3.intoArray(kappa, to + 3 * w);
                v4.intoArray(kappa, to + 4 * w);
            }
        }
    }
}
