package io.github.scorelane.engine.run;

/** A symmetric matrix of the gradient's components and, last, the value. */
final class Covariance {
    private final double[][] matrix;

    Covariance(int parameters) {
        matrix = new double[parameters + 1][parameters + 1];
    }

    void set(int i, int j, double value) {
        matrix[i][j] = value;
        matrix[j][i] = value;
    }

    double[][] matrix() {
        return matrix;
    }
}
