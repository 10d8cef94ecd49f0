package io.github.scorelane.kernel.fit;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.EightLanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Solves the normal equations of {@link LeaveTwoOut#COUNT} problems of least squares, side by side: it finds coefficients κ that
 * make Σ(y − Σκᵢuᵢ)² least. Each problem is given by the sums Σuᵢuⱼ for j ≤ i, row by row, and then a row of Σyuⱼ; a sum of all
 * problems stands together.
 *
 * <p>The method is the factors LDL′ of the matrix, in the order of the u. If the u before it leave no more than {@value #ROUNDING}
 * of a u's sum of squares, that u is taken to be a combination of them but for rounding, and has the coefficient 0.
 */
public final class LeastSquares {
    /** Part of a sum of squares that is taken for rounding if no more is left. */
    public static final double ROUNDING = 1e-10;

    private static final int COUNT = LeaveTwoOut.COUNT;

    /** Number of problems that are one element for the gate: as many as vectors of one lane would solve at a time. */
    private static final int SHARE = COUNT / EightLanes.COUNT;
    /** Each sum of a problem counts as an element for the time that a trial may take, as problems are of all sizes. */
    private static final Gate GATE = Gate.of(true, 10, LeastSquares::rehearse);

    private LeastSquares() {}

    /** Rehearses with some pivots that are negative, infinite or not numbers, so that their u are not used. */
    private static void rehearse(double[] numbers, double[] results, int n) {
        int size = 3;
        double[] sums = new double[sums(size) * COUNT];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = numbers[7 * i % numbers.length];
        }
        for (int k = 0; k < size; k++) {
            for (int p = 0; p < COUNT / 2; p++) {
                sums[place(k, k) * COUNT + p] = 1e9 + p;
            }
        }
        solve(sums, size, results, new double[scratch(size)]);
    }

    /**
     * Returns the index of a sum.
     *
     * @param i the number u, or how many u there are, for y
     * @param j another u at or before it
     * @return its place among the sums of a problem
     */
    public static int place(int i, int j) {
        return i * (i + 1) / 2 + j;
    }

    /**
     * Returns the number of sums of a problem.
     *
     * @param size number of u
     * @return their number
     */
    public static int sums(int size) {
        return place(size, size);
    }

    /**
     * Returns the number of doubles that a caller lends as scratch.
     *
     * @param size number of u of a problem
     * @return their number
     */
    public static int scratch(int size) {
        return 2 * sums(size) * COUNT;
    }

    /**
     * Solves all problems.
     *
     * @param sums the sums: place k of problem p is at k·{@value LeaveTwoOut#COUNT} + p
     * @param size number of u of each problem
     * @param kappa receives the coefficients: that of uᵢ of problem p to i·{@value LeaveTwoOut#COUNT} + p
     * @param scratch scratch, whose content is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void solve(double[] sums, int size, double[] kappa, double[] scratch) {
        ArrayRange.check("sums", sums.length, 0, sums(size) * COUNT);
        ArrayRange.check("kappa", kappa.length, 0, size * COUNT);
        ArrayRange.check("scratch", scratch.length, 0, scratch(size));
        int head = GATE.head(EightLanes.COUNT);
        int from = 0;
        if (head >= 0) {
            from = Simd.solve(sums, size, kappa, scratch, head * SHARE);
            GATE.end(from * sums(size));
        }
        solve(sums, size, kappa, scratch, from);
    }

    private static void solve(double[] sums, int size, double[] kappa, double[] scratch, int from) {
        for (int p = from; p < COUNT; p++) {
            solve(sums, size, p, kappa, scratch);
        }
    }

    /**
     * Solves one problem. A row holds what is left of its sums, and the factors are these over the diagonal's with the sign
     * changed. They begin at place 1: before a loop over rows, C2 checks the last place that the loop in it would read, and for k =
     * 0 that is one before the first. The last of them stands at the place of a first factor, which does not exist.
     */
    private static void solve(double[] sums, int size, int p, double[] kappa, double[] left) {
        int factors = sums(size);
        int rows = size + 1;
        for (int k = 0; k < size; k++) {
            int diagonal = 1 + place(k, k);
            for (int i = k; i < rows; i++) {
                int row = place(i, 0);
                double value = sums[(row + k) * COUNT + p];
                for (int j = 0; j < k; j++) {
                    value = Fma.fma(left[factors + row + j], left[diagonal - k + j], value);
                }
                left[1 + row + k] = value;
            }
            double pivot = left[diagonal];
            double inverse = pivot > ROUNDING * sums[place(k, k) * COUNT + p] ? -1 / pivot : 0;
            for (int i = k + 1; i < rows; i++) {
                int at = place(i, k);
                left[factors + at] = left[1 + at] * inverse;
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            double value = -left[factors + place(size, k)];
            for (int i = k + 1; i < size; i++) {
                value = Fma.fma(left[factors + place(i, k)], kappa[i * COUNT + p], value);
            }
            kappa[k * COUNT + p] = value;
        }
    }

    /** Works five vectors of problems at a time, since loops over a few u take longer than the work in them. */
    private static final class Simd {
        private Simd() {}

        static int solve(double[] sums, int size, double[] kappa, double[] left, int length) {
            int step = SHARE * Species.DOUBLES.length();
            int end = length - length % step;
            int used = end == 0 ? 0 : size;
            int p = 0;
            // A pass is made for no problems, too: C2 counts the calls of the parts here, and compiles them.
            do {
                factor(sums, used, p, left);
                substitute(used, p, left, kappa);
                p += step;
            } while (p < end);
            return end;
        }

        private static void factor(double[] sums, int size, int p, double[] left) {
            if (size == 0) {
                return;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int w = d.length();
            int factors = sums(size) * COUNT;
            int rows = size + 1;
            for (int k = 0; k < size; k++) {
                int diagonal = place(k, k) * COUNT + p;
                for (int i = k; i < rows; i++) {
                    int at = place(i, k) * COUNT + p;
                    DoubleVector v0 = DoubleVector.fromArray(d, sums, at);
                    DoubleVector v1 = DoubleVector.fromArray(d, sums, at + w);
                    DoubleVector v2 = DoubleVector.fromArray(d, sums, at + 2 * w);
                    DoubleVector v3 = DoubleVector.fromArray(d, sums, at + 3 * w);
                    DoubleVector v4 = DoubleVector.fromArray(d, sums, at + 4 * w);
                    int to = COUNT + at;
                    int a = factors + at - k * COUNT;
                    int b = COUNT + diagonal - k * COUNT;
                    for (int j = 0; j < k; j++, a += COUNT, b += COUNT) {
                        v0 = DoubleVector.fromArray(d, left, a).fma(DoubleVector.fromArray(d, left, b), v0);
                        v1 = DoubleVector.fromArray(d, left, a + w).fma(DoubleVector.fromArray(d, left, b + w), v1);
                        v2 = DoubleVector.fromArray(d, left, a + 2 * w).fma(DoubleVector.fromArray(d, left, b + 2 * w), v2);
                        v3 = DoubleVector.fromArray(d, left, a + 3 * w).fma(DoubleVector.fromArray(d, left, b + 3 * w), v3);
                        v4 = DoubleVector.fromArray(d, left, a + 4 * w).fma(DoubleVector.fromArray(d, left, b + 4 * w), v4);
                    }
                    v0.intoArray(left, to);
                    v1.intoArray(left, to + w);
                    v2.intoArray(left, to + 2 * w);
                    v3.intoArray(left, to + 3 * w);
                    v4.intoArray(left, to + 4 * w);
                }
                for (int v = 0; v < SHARE; v++) {
                    int g = diagonal + v * w;
                    DoubleVector pivot = DoubleVector.fromArray(d, left, COUNT + g);
                    VectorMask<Double> isUsed = pivot.compare(VectorOperators.GT,
                            DoubleVector.fromArray(d, sums, g).mul(ROUNDING));
                    DoubleVector inverse = DoubleVector.zero(d).blend(DoubleVector.broadcast(d, -1).div(pivot), isUsed);
                    for (int i = k + 1; i < rows; i++) {
                        int at = place(i, k) * COUNT + p + v * w;
                        DoubleVector.fromArray(d, left, COUNT + at).mul(inverse).intoArray(left, factors + at);
                    }
                }
            }
        }

        private static void substitute(int size, int p, double[] left, double[] kappa) {
            if (size == 0) {
                return;
            }
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
