package io.github.scorelane.engine.surrogate;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.ProductSums;
import java.util.Arrays;

/**
 * Least squares of numbers y on rows of numbers b_1, …, b_K and a row of ones, over samples: a kernel makes the normal equations,
 * and Cholesky's method solves them. Normal equations are accurate enough because the b are of order 1 with expectations near 0.
 */
final class LinearLeastSquares {
    /** Number of samples that the kernel sums at once. */
    private static final int BLOCK = 1024;
    /** Relative increase of the diagonal, by which functions that are nearly dependent share what they explain. */
    private static final double RIDGE = 1e-9;

    private LinearLeastSquares() {}

    /**
     * Fits coefficients.
     *
     * @param b the rows, the last of which is 1 at all samples
     * @param y the numbers to be explained
     * @param n the number of samples, the first ones, that are fitted to
     * @return a coefficient for each row; null if the rows are too dependent
     */
    static double[] fit(double[][] b, double[] y, int n) {
        int size = b.length;
        double[][] gram = new double[size][size];
        double[] right = new double[size];
        double[] lanes = new double[ProductSums.LENGTH];
        for (int first = 0; first < n; first += BLOCK) {
            int length = Math.min(BLOCK, n - first);
            double[][] rows = new double[size][];
            for (int i = 0; i < size; i++) {
                rows[i] = Arrays.copyOfRange(b[i], first, first + length);
            }
            double[] values = Arrays.copyOfRange(y, first, first + length);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    ProductSums.sum(rows[i], rows[j], length, lanes, 0);
                    gram[i][j] += EightLanes.fold(lanes, 0);
                }
                ProductSums.sum(rows[i], values, length, lanes, 0);
                right[i] += EightLanes.fold(lanes, 0);
            }
        }
        return solve(gram, right);
    }

    /**
     * Solves equations of a symmetric matrix, given by its lower half, which is overwritten; returns null if a pivot is not above
     * 0.
     */
    private static double[] solve(double[][] a, double[] right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            a[i][i] *= 1 + RIDGE;
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum = Fma.fma(-a[i][k], a[j][k], sum);
                }
                if (i == j && !(sum > 0)) {
                    return null;
                }
                a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
            }
        }
        double[] c = right;
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                c[i] = Fma.fma(-a[i][k], c[k], c[i]);
            }
            c[i] /= a[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                c[i] = Fma.fma(-a[k][i], c[k], c[i]);
            }
            c[i] /= a[i][i];
        }
        return c;
    }
}
