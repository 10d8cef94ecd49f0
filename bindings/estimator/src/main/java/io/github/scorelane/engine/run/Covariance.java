package io.github.scorelane.engine.run;

/** A symmetric matrix of the gradient's components and, last, the value. */
public final class Covariance {
    private final double[][] matrix;

    public Covariance(int parameters) {
        matrix = new double[parameters + 1][parameters + 1];
    }

    public void set(int i, int j, double value) {
        matrix[i][j] = value;
        matrix[j][i] = value;
    }

    public double[][] matrix() {
        return matrix;
    }
}
