package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Fma;

/**
 * Multiplies a lower triangular matrix L by vectors that are kept in columns, column i holding component i of each. Multivariate
 * normal distributions are made of that. Vectors are replaced by their results. L is packed by rows: L_ij, j ≤ i, stands at {@code
 * row(i) + j}. A method that divides by the diagonal multiplies by its reciprocals.
 *
 * <p>These are plain loops with one index for all arrays, which C2 makes vectors of, over two rows and four columns at a time: 0.1
 * ns a multiply-add (AMD Zen 4), of which a vector of D components takes D(D + 1)/2. It makes none of loops over four rows and four
 * columns. They go over so few vectors at a time that all columns stay in the inner caches; the bits do not depend on how many.
 */
public final class TriangularKernel {
    private static final int ROWS = 2;
    private static final int COLUMNS = 4;
    /** Number of numbers that are worked at a time: half a megabyte. */
    private static final int AT_A_TIME = 1 << 16;
    private static final int LEAST_VECTORS = 64;

    private TriangularKernel() {}

    /**
     * Returns the index at which a row begins.
     *
     * @param row the row
     * @return the place of its first element in the packed triangle
     */
    public static int row(int row) {
        return row * (row + 1) / 2;
    }

    /**
     * Packs the same triangle by columns, so that a column is read in one go.
     *
     * @param triangle L, packed by rows
     * @param rows its number of rows
     * @return L_ij, i ≥ j, in the order of j and then of i
     */
    public static double[] byColumns(double[] triangle, int rows) {
        double[] columns = new double[triangle.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j <= i; j++) {
                columns[column(j, rows) + i] = triangle[row(i) + j];
            }
        }
        return columns;
    }

    /** Returns the index at which a column would begin if it had elements above the diagonal. */
    private static int column(int column, int rows) {
        return column * rows - column * (column + 1) / 2;
    }

    /**
     * Replaces vectors v by L·v.
     *
     * @param triangle L
     * @param columns the columns of v
     * @param offset index of the first element in each column
     * @param length their number
     */
    public static void multiply(double[] triangle, double[][] columns, int offset, int length) {
        int stretch = stretch(columns.length);
        for (int from = offset; from < offset + length; from += stretch) {
            int to = Math.min(from + stretch, offset + length);
            // Rows are worked from below, as a row's result takes the place of a component that the rows under it need.
            for (int i = lastRows(columns.length); i >= 0; i -= ROWS) {
                if (i + 1 < columns.length) {
                    scale(triangle[row(i + 1) + i + 1], columns[i + 1], from, to);
                    add(triangle[row(i + 1) + i], columns[i], columns[i + 1], from, to);
                }
                scale(triangle[row(i) + i], columns[i], from, to);
                addColumnsBefore(triangle, 1, i, columns, from, to);
            }
        }
    }

    /**
     * Replaces vectors v by L⁻¹·v.
     *
     * @param triangle L
     * @param columns the columns of v
     * @param offset index of the first element in each column
     * @param length their number
     */
    public static void solve(double[] triangle, double[][] columns, int offset, int length) {
        int stretch = stretch(columns.length);
        for (int from = offset; from < offset + length; from += stretch) {
            int to = Math.min(from + stretch, offset + length);
            for (int i = 0; i < columns.length; i += ROWS) {
                addColumnsBefore(triangle, -1, i, columns, from, to);
                scale(1 / triangle[row(i) + i], columns[i], from, to);
                if (i + 1 < columns.length) {
                    add(-triangle[row(i + 1) + i], columns[i], columns[i + 1], from, to);
                    scale(1 / triangle[row(i + 1) + i + 1], columns[i + 1], from, to);
                }
            }
        }
    }

    /**
     * Replaces vectors v by L⁻ᵀ·v.
     *
     * @param byColumns L, as {@link #byColumns} has it
     * @param columns the columns of v
     * @param offset index of the first element in each column
     * @param length their number
     */
    public static void solveTransposed(double[] byColumns, double[][] columns, int offset, int length) {
        int stretch = stretch(columns.length);
        for (int from = offset; from < offset + length; from += stretch) {
            int to = Math.min(from + stretch, offset + length);
            for (int i = lastRows(columns.length); i >= 0; i -= ROWS) {
                subtractColumnsAfter(byColumns, i, columns, from, to);
                int first = column(i, columns.length);
                if (i + 1 < columns.length) {
                    scale(1 / byColumns[column(i + 1, columns.length) + i + 1], columns[i + 1], from, to);
                    add(-byColumns[first + i + 1], columns[i + 1], columns[i], from, to);
                }
                scale(1 / byColumns[first + i], columns[i], from, to);
            }
        }
    }

    private static int stretch(int columns) {
        return Math.max(LEAST_VECTORS, AT_A_TIME / columns / LEAST_VECTORS * LEAST_VECTORS);
    }

    private static int lastRows(int rows) {
        return (rows - 1) / ROWS * ROWS;
    }

    /** Adds to rows i and i + 1 the product of L or −L with the columns before i. */
    private static void addColumnsBefore(double[] triangle, double sign, int i, double[][] columns, int from, int to) {
        int first = row(i);
        int second = row(i + 1);
        int j = 0;
        if (i + 1 < columns.length) {
            for (; j + COLUMNS <= i; j += COLUMNS) {
                addFour(sign * triangle[first + j], sign * triangle[first + j + 1],
                        sign * triangle[first + j + 2], sign * triangle[first + j + 3],
                        sign * triangle[second + j], sign * triangle[second + j + 1],
                        sign * triangle[second + j + 2], sign * triangle[second + j + 3],
                        columns, j, i, from, to);
            }
        }
        for (; j < i; j++) {
            add(sign * triangle[first + j], columns[j], columns[i], from, to);
            if (i + 1 < columns.length) {
                add(sign * triangle[second + j], columns[j], columns[i + 1], from, to);
            }
        }
    }

    /** Subtracts from rows i and i + 1 the product of Lᵀ with the columns after i + 1. */
    private static void subtractColumnsAfter(double[] byColumns, int i, double[][] columns, int from, int to) {
        int first = column(i, columns.length);
        int second = column(i + 1, columns.length);
        int k = i + ROWS;
        for (; k + COLUMNS <= columns.length; k += COLUMNS) {
            addFour(-byColumns[first + k], -byColumns[first + k + 1], -byColumns[first + k + 2], -byColumns[first + k + 3],
                    -byColumns[second + k], -byColumns[second + k + 1], -byColumns[second + k + 2], -byColumns[second + k + 3],
                    columns, k, i, from, to);
        }
        for (; k < columns.length; k++) {
            add(-byColumns[first + k], columns[k], columns[i], from, to);
            add(-byColumns[second + k], columns[k], columns[i + 1], from, to);
        }
    }

    /** Adds to two columns from i on the sums of four columns from j on, times a and b. */
    private static void addFour(double a0, double a1, double a2, double a3, double b0, double b1, double b2, double b3,
            double[][] columns, int j, int i, int from, int to) {
        double[] c0 = columns[j];
        double[] c1 = columns[j + 1];
        double[] c2 = columns[j + 2];
        double[] c3 = columns[j + 3];
        double[] y = columns[i];
        double[] z = columns[i + 1];
        for (int s = from; s < to; s++) {
            double v0 = c0[s];
            double v1 = c1[s];
            double v2 = c2[s];
            double v3 = c3[s];
            y[s] = Fma.fma(a3, v3, Fma.fma(a2, v2, Fma.fma(a1, v1, Fma.fma(a0, v0, y[s]))));
            z[s] = Fma.fma(b3, v3, Fma.fma(b2, v2, Fma.fma(b1, v1, Fma.fma(b0, v0, z[s]))));
        }
    }

    private static void add(double factor, double[] column, double[] sum, int from, int to) {
        for (int s = from; s < to; s++) {
            sum[s] = Fma.fma(factor, column[s], sum[s]);
        }
    }

    private static void scale(double factor, double[] column, int from, int to) {
        for (int s = from; s < to; s++) {
            column[s] *= factor;
        }
    }
}
