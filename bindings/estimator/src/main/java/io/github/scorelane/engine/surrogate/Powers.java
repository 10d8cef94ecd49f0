package io.github.scorelane.engine.surrogate;

import java.util.Arrays;

/**
 * Polynomials in t = (x − m)/d, with m and d about the law's mean and standard deviation, which are orthonormal over the points at
 * which f is asked: by the recurrence of Stieltjes. They follow an f that grows without bound into the tails, where a series of
 * bounded functions cannot.
 */
final class Powers {
    /** The highest degree, and what a law needs of moments for each. */
    static final int MAX_DEGREE = 4;

    private final Grid grid;
    private final double mean;
    private final double inverse;
    private final double[] t;
    /** q_0, q_1, … at the points at which f is asked, and their coefficients by powers of t. */
    private final double[][] values;
    private final double[][] coefficients;

    private Powers(Grid grid, int degree, double mean, double inverse) {
        this.grid = grid;
        this.mean = mean;
        this.inverse = inverse;
        t = new double[grid.x.length];
        for (int j = 0; j < t.length; j++) {
            double z = (grid.x[j] - mean) * inverse;
            t[j] = Math.abs(z) < Double.POSITIVE_INFINITY ? z : 0;
        }
        values = new double[degree + 1][grid.probes()];
        coefficients = new double[degree + 1][degree + 1];
        for (int i = 0; i <= degree; i++) {
            orthonormalise(i);
        }
    }

    /** The polynomials of a law; null where there are none of this degree, or the law has no finite deviation. */
    static Powers of(Grid grid, int degree) {
        if (degree < 2) {
            return null;
        }
        double mean = 0;
        for (int j = 0; j < grid.expectations; j++) {
            mean += grid.weights[j] > 0 ? grid.weights[j] * grid.x[j] : 0;
        }
        double largest = 0;
        for (int j = 0; j < grid.expectations; j++) {
            double deviation = grid.weights[j] > 0 ? Math.abs(grid.x[j] - mean) * Math.sqrt(grid.weights[j]) : 0;
            largest = Math.max(largest, deviation);
        }
        // Squares are taken in a unit, as those of numbers near an end of the range of doubles are none.
        int unit = largest < Double.POSITIVE_INFINITY ? Math.getExponent(largest) : 0;
        double squares = 0;
        for (int j = 0; j < grid.expectations; j++) {
            double deviation = grid.weights[j] > 0 ? Math.scalb(grid.x[j] - mean, -unit) : 0;
            squares += grid.weights[j] * deviation * deviation;
        }
        double inverse = Math.scalb(1 / Math.sqrt(squares), -unit);
        return inverse > 0 && inverse < Double.POSITIVE_INFINITY ? new Powers(grid, degree, mean, inverse) : null;
    }

    int degree() {
        return values.length - 1;
    }

    double mean() {
        return mean;
    }

    double inverse() {
        return inverse;
    }

    private void orthonormalise(int i) {
        double[] q = values[i];
        if (i == 0) {
            Arrays.fill(q, 1);
            coefficients[0][0] = 1;
        } else {
            for (int j = 0; j < q.length; j++) {
                q[j] = t[grid.expectations + j] * values[i - 1][j];
            }
            System.arraycopy(coefficients[i - 1], 0, coefficients[i], 1, i);
        }
        // Once more, since rounding leaves some of what is subtracted.
        for (int time = 0; time < 2; time++) {
            for (int k = 0; k < i; k++) {
                add(i, k, -product(q, values[k]));
            }
        }
        double scale = 1 / Math.sqrt(product(q, q));
        for (int j = 0; j < q.length; j++) {
            q[j] *= scale;
        }
        for (int k = 0; k <= i; k++) {
            coefficients[i][k] *= scale;
        }
    }

    private void add(int i, int k, double factor) {
        for (int j = 0; j < values[i].length; j++) {
            values[i][j] = Math.fma(factor, values[k][j], values[i][j]);
        }
        for (int power = 0; power <= k; power++) {
            coefficients[i][power] = Math.fma(factor, coefficients[k][power], coefficients[i][power]);
        }
    }

    private double product(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum = Math.fma(grid.weights[grid.expectations + j] * a[j], b[j], sum);
        }
        return sum;
    }

    /** Fits a polynomial of a degree to f by least squares, subtracts it from f, and returns its coefficients by powers of t. */
    double[] subtract(int degree, double[] f) {
        double[] sum = new double[degree + 1];
        for (int i = 0; i <= degree; i++) {
            double c = product(f, values[i]);
            for (int j = 0; j < f.length; j++) {
                f[j] = Math.fma(-c, values[i][j], f[j]);
            }
            for (int power = 0; power <= i; power++) {
                sum[power] = Math.fma(c, coefficients[i][power], sum[power]);
            }
        }
        return sum;
    }

    /** Values of a polynomial, by powers of t, at all points. */
    double[] values(double[] byPowers) {
        double[] sum = new double[t.length];
        for (int j = 0; j < t.length; j++) {
            double value = 0;
            for (int power = byPowers.length - 1; power >= 0; power--) {
                value = Math.fma(value, t[j], byPowers[power]);
            }
            sum[j] = value;
        }
        return sum;
    }
}
