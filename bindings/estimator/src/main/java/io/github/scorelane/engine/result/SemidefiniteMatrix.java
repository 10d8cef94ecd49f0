package io.github.scorelane.engine.result;

import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * Symmetric positive semidefinite matrix A, factored for solving by Cholesky's method with pivoting. A is first scaled to a
 * diagonal of ones, so that the units of the parameters do not decide which pivot counts as 0. Where the largest pivot left is no
 * more than rounding, A is taken to be singular, and is solved by its pseudo-inverse.
 */
final class SemidefiniteMatrix {
    /** Error that rounding may leave in a pivot of the scaled matrix, for each row. */
    private static final double ROUNDING = 0x1p-48;

    private final int size;
    private final int rank;
    /** Roots of the diagonal of A, in the order of pivots. */
    private final double[] scales;
    /** Index in A of each row of the factor. */
    private final int[] order;
    /**
     * Lower triangular factor L of the scaled matrix, its rows in the order of pivots; only the first columns, up to the rank,
     * count.
     */
    private final double[][] factor;
    /** Basis of the null space, and the factored matrix of its vectors' products; both null where A is not singular. */
    private double[][] nullSpace;
    private SemidefiniteMatrix nullProducts;

    /** Factors a matrix, which is neither changed nor kept. */
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

    /**
     * Divides an element by the roots of its row's and its column's diagonal. Their exponents are taken apart, because the product
     * of the roots, or one over it, may overflow although the quotient does not.
     */
    private static double ofUnitDiagonal(double element, double root, double otherRoot) {
        int unit = Math.getExponent(root);
        int other = Math.getExponent(otherRoot);
        double scale = 1 / Math.scalb(root, -unit) / Math.scalb(otherRoot, -other);
        return Math.scalb(element, -unit - other) * scale;
    }

    /** Returns the number of independent rows. */
    int rank() {
        return rank;
    }

    /**
     * Returns A⁻¹b; where A is singular, A⁺b with the pseudo-inverse, in which the part of b outside the range of A has no share.
     */
    double[] solve(double[] b) {
        return nullSpace == null ? basic(b) : projected(basic(projected(b)));
    }

    /** Returns x without its part in the null space: the orthogonal projection to the range of A. */
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

    /** Factors in place, leaving L on and below the diagonal; returns the rank. */
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

    /** Swaps two rows and columns of the part that is not yet factored, and the two rows of L. */
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
            // The columns of L before k stay where they are, because they belong to pivots that are chosen: the loop above swaps
            // only
            // columns k and pivot, both of which are in the part that is not yet factored.
            double scale = scales[k];
            scales[k] = scales[pivot];
            scales[pivot] = scale;
            int place = order[k];
            order[k] = order[pivot];
            order[pivot] = place;
        }
    }

    /** Returns the solution that is 0 at the rows past the rank. */
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

    /** Solves by the transposed factor, in place. */
    private void back(double[] y) {
        for (int i = rank - 1; i >= 0; i--) {
            y[i] /= factor[i][i];
            for (int j = 0; j < i; j++) {
                y[j] = Fma.fma(-y[i], factor[i][j], y[j]);
            }
        }
    }

    /** Returns, for each row past the rank, the vector v with Av = 0 that is 1 there and 0 at the other rows past the rank. */
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

    /** Subtracts a·x from y, from an index on. */
    private static void subtract(double a, double[] x, double[] y, int from) {
        for (int i = from; i < y.length; i++) {
            y[i] = Fma.fma(-a, x[i], y[i]);
        }
    }
}
