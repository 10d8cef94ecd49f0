package io.github.scorelane.engine.result;

import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * A symmetric positive semidefinite matrix A, factored by Cholesky's method with its rows in the order of their pivots, and scaled
 * to a diagonal of ones, so that it does not matter in which units the parameters are. Where a pivot is nothing but rounding, A
 * is taken to be singular.
 */
final class SemidefiniteMatrix {
    /** Rounding may leave so much of a pivot of 1, times the number of rows. */
    private static final double ROUNDING = 0x1p-48;

    private final int size;
    private final int rank;
    /** The roots of the diagonal, in the order of pivots. */
    private final double[] scales;
    private final int[] order;
    /** L, row by row in the order of pivots; in those past the rank, what is left is 0. */
    private final double[][] factor;
    /** A basis of the null space, and the factor of its vectors' products; or null where A has none. */
    private double[][] nullSpace;
    private SemidefiniteMatrix nullProducts;

    /** A matrix, which is not kept. */
    SemidefiniteMatrix(double[][] matrix) {
        size = matrix.length;
        scales = new double[size];
        order = new int[size];
        factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
            scales[i] = matrix[i][i] > 0 ? Math.sqrt(matrix[i][i]) : 0;
            for (int j = 0; j < size; j++) {
                factor[i][j] = scales[i] == 0 || matrix[j][j] <= 0 ? 0
                        : ofUnitDiagonal(matrix[i][j], scales[i], Math.sqrt(matrix[j][j]));
            }
        }
        rank = factored();
        if (rank < size) {
            nullSpace = nullSpace();
            nullProducts = new SemidefiniteMatrix(products(nullSpace));
        }
    }

    /** An element over the roots of its row's and its column's diagonal; 1 over both may be no number where they are not near 1. */
    private static double ofUnitDiagonal(double element, double root, double otherRoot) {
        int unit = Math.getExponent(root);
        int other = Math.getExponent(otherRoot);
        double scale = 1 / Math.scalb(root, -unit) / Math.scalb(otherRoot, -other);
        return Math.scalb(element, -unit - other) * scale;
    }

    /** How many rows are independent. */
    int rank() {
        return rank;
    }

    /** A⁻¹b; where A is singular, A⁺b with the pseudo-inverse: what of b is not in the range of A is left out. */
    double[] solve(double[] b) {
        return nullSpace == null ? basic(b) : projected(basic(projected(b)));
    }

    /** Less what lies in the null space. */
    private double[] projected(double[] x) {
        double[] along = new double[nullSpace.length];
        for (int k = 0; k < along.length; k++) {
            along[k] = dot(nullSpace[k], x, size);
        }
        along = nullProducts.solve(along);
        double[] rest = x.clone();
        for (int k = 0; k < along.length; k++) {
            subtract(along[k], nullSpace[k], rest, 0);
        }
        return rest;
    }

    /** Leaves L below the diagonal, and on it; returns the rank. */
    private int factored() {
        double[] column = new double[size];
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) {
                if (factor[i][i] > factor[pivot][pivot]) {
                    pivot = i;
                }
            }
            if (!(factor[pivot][pivot] > ROUNDING * size)) {
                return k;
            }
            swap(k, pivot);
            double root = Math.sqrt(factor[k][k]);
            for (int i = k; i < size; i++) {
                column[i] = factor[i][k] / root;
                factor[i][k] = column[i];
            }
            for (int i = k + 1; i < size; i++) {
                subtract(column[i], column, factor[i], k + 1);
            }
        }
        return size;
    }

    /** Rows and columns, of what is left and of L. */
    private void swap(int k, int pivot) {
        if (k != pivot) {
            double[] row = factor[k];
            factor[k] = factor[pivot];
            factor[pivot] = row;
            for (double[] each : factor) {
                double element = each[k];
                each[k] = each[pivot];
                each[pivot] = element;
            }
            // L's own columns, before k, stay where they are: only those from k on are swapped above.
            double scale = scales[k];
            scales[k] = scales[pivot];
            scales[pivot] = scale;
            int place = order[k];
            order[k] = order[pivot];
            order[pivot] = place;
        }
    }

    /** A solution that is 0 past the rank. */
    private double[] basic(double[] b) {
        double[] y = new double[rank];
        for (int i = 0; i < rank; i++) {
            y[i] = (b[order[i]] / scales[i] - dot(factor[i], y, i)) / factor[i][i];
        }
        double[] x = new double[size];
        back(y);
        for (int i = 0; i < rank; i++) {
            x[order[i]] = y[i] / scales[i];
        }
        return x;
    }

    /** Solves by the transposed factor. */
    private void back(double[] y) {
        for (int i = rank - 1; i >= 0; i--) {
            y[i] /= factor[i][i];
            for (int j = 0; j < i; j++) {
                y[j] = Fma.fma(-y[i], factor[i][j], y[j]);
            }
        }
    }

    /** For each row past the rank, the vector that is 1 there, and of which A makes 0. */
    private double[][] nullSpace() {
        double[][] basis = new double[size - rank][size];
        for (int k = rank; k < size; k++) {
            double[] vector = basis[k - rank];
            vector[order[k]] = 1;
            double[] y = Arrays.copyOf(factor[k], rank);
            back(y);
            for (int i = 0; i < rank; i++) {
                vector[order[i]] = -y[i] * scales[k] / scales[i];
            }
        }
        return basis;
    }

    private double[][] products(double[][] vectors) {
        double[][] products = new double[vectors.length][vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < vectors.length; j++) {
                products[i][j] = dot(vectors[i], vectors[j], size);
            }
        }
        return products;
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum = Fma.fma(a[i], b[i], sum);
        }
        return sum;
    }

    /** y − a·x, from a place on. */
    private static void subtract(double a, double[] x, double[] y, int from) {
        for (int i = from; i < y.length; i++) {
            y[i] = Fma.fma(-a, x[i], y[i]);
        }
    }
}
