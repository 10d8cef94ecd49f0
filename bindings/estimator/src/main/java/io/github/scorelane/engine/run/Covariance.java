package io.github.scorelane.engine.run;

/** Symmetric matrix of covariances of the gradient's components and, in the last row and column, the value. */
final class Covariance {
    private final double[][] matrix;

    /** Creates a matrix of zeros for the given number of components. */
    Covariance(int parameters) {
        matrix = new double[parameters + 1][parameters + 1];
    }

    /** Sets an element, and the one that mirrors it. */
    void set(int i, int j, double value) {
        matrix[i][j] = value;
        matrix[j][i] = value;
    }

    /** Returns the matrix, not a copy. */
    double[][] matrix() {
        return matrix;
    }
}
