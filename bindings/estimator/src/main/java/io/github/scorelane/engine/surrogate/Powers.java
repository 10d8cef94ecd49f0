package io.github.scorelane.engine.surrogate;

import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * Polynomials q_0, q_1, … in t = (x − m)/d, with m and d about the mean and the standard deviation of the law, which are
 * orthonormal over the probes of a {@link Grid}. They follow an f that grows without bound into the tails, which a series of
 * bounded functions cannot. Each is made of the one before by the procedure of Stieltjes: multiply by t, and orthogonalise.
 */
final class Powers {
    /** Highest degree. */
    static final int MAX_DEGREE = 4;

    private final Grid grid;
    /** Numbers m and 1/d. */
    private final double mean;
    private final double inverse;
    /** Coordinate t of all points; 0 where it would overflow, at points of no probability. */
    private final double[] t;
    /** Values of the polynomials at the probes, and their coefficients by powers of t. */
    private final double[][] values;
    private final double[][] coefficients;

    private Powers(Grid grid, int degree, double mean, double inverse) {
        this.grid = grid;
        this.mean = mean;
        this.inverse = inverse;
        t = standardised(grid.x, mean, inverse);
        values = new double[degree + 1][grid.probes()];
        coefficients = new double[degree + 1][degree + 1];
        for (int i = 0; i <= degree; i++) {
            orthonormalise(i);
        }
    }

    /**
     * Creates the polynomials of a law up to a degree; null if the degree is below 2, or the law has no finite standard deviation.
     */
    static Powers of(Grid grid, int degree) {
        if (degree < 2) {
            return null;
        }
        double mean = mean(grid);
        double[] deviations = deviations(grid, mean);
        double largest = largest(grid.weights, deviations);
        // Deviations are brought into a unit before they are squared, because squares near an end of the range of doubles overflow
        // or underflow.
        int unit = Grid.unit(largest);
        Grid.scale(deviations, -unit);
        double squares = squares(grid.weights, deviations);
        double inverse = Math.scalb(1 / Math.sqrt(squares), -unit);
        return inverse > 0 && inverse < Double.POSITIVE_INFINITY ? new Powers(grid, degree, mean, inverse) : null;
    }

    /** Returns the mean of the law. */
    private static double mean(Grid grid) {
        double mean = 0;
        for (int j = 0; j < grid.expectations; j++) {
            mean += grid.weights[j] > 0 ? grid.weights[j] * grid.x[j] : 0;
        }
        return mean;
    }

    /** Returns x − mean at the points for expectations, and 0 at points of no probability. */
    private static double[] deviations(Grid grid, double mean) {
        double[] deviations = new double[grid.expectations];
        for (int j = 0; j < deviations.length; j++) {
            deviations[j] = grid.weights[j] > 0 ? grid.x[j] - mean : 0;
        }
        return deviations;
    }

    /** Returns the largest deviation, each times the root of its probability. */
    private static double largest(double[] weights, double[] deviations) {
        double largest = 0;
        for (int j = 0; j < deviations.length; j++) {
            double part = weights[j] > 0 ? Math.abs(deviations[j]) * Math.sqrt(weights[j]) : 0;
            largest = Math.max(largest, part);
        }
        return largest;
    }

    /** Returns the mean of the squared deviations. */
    private static double squares(double[] weights, double[] deviations) {
        double squares = 0;
        for (int j = 0; j < deviations.length; j++) {
            squares += weights[j] * deviations[j] * deviations[j];
        }
        return squares;
    }

    /** Returns t of all points. */
    private static double[] standardised(double[] x, double mean, double inverse) {
        double[] t = new double[x.length];
        for (int j = 0; j < t.length; j++) {
            double z = (x[j] - mean) * inverse;
            t[j] = Math.abs(z) < Double.POSITIVE_INFINITY ? z : 0;
        }
        return t;
    }

    /** Returns the highest degree. */
    int degree() {
        return values.length - 1;
    }

    /** Returns m. */
    double mean() {
        return mean;
    }

    /** Returns 1/d. */
    double inverse() {
        return inverse;
    }

    /** Makes the polynomial of degree i, once those below are made. */
    private void orthonormalise(int i) {
        double[] q = values[i];
        if (i == 0) {
            Arrays.fill(q, 1);
            coefficients[0][0] = 1;
        } else {
            GridLoops.multiply(t, grid.expectations, values[i - 1], q);
            System.arraycopy(coefficients[i - 1], 0, coefficients[i], 1, i);
        }
        // It is orthogonalised twice, because rounding leaves some of what the first pass subtracts.
        for (int time = 0; time < 2; time++) {
            for (int k = 0; k < i; k++) {
                add(i, k, -product(q, values[k]));
            }
        }
        double scale = 1 / Math.sqrt(product(q, q));
        GridLoops.scale(q, scale, q.length);
        GridLoops.scale(coefficients[i], scale, i + 1);
    }

    /** Adds a multiple of polynomial k to polynomial i. */
    private void add(int i, int k, double factor) {
        GridLoops.add(factor, values[k], 0, values[i], values[i].length);
        GridLoops.add(factor, coefficients[k], 0, coefficients[i], k + 1);
    }

    /** Returns the inner product over the probes. */
    private double product(double[] a, double[] b) {
        return GridLoops.product(grid.weights, grid.expectations, a, b, a.length);
    }

    /** Fits a polynomial of a degree to f by least squares, subtracts it from f, and returns its coefficients by powers of t. */
    double[] subtract(int degree, double[] f) {
        double[] sum = new double[degree + 1];
        for (int i = 0; i <= degree; i++) {
            double c = product(f, values[i]);
            GridLoops.add(-c, values[i], 0, f, f.length);
            GridLoops.add(c, coefficients[i], 0, sum, i + 1);
        }
        return sum;
    }

    /** Returns the values of a polynomial, given by its coefficients of powers of t, at all points. */
    double[] values(double[] byPowers) {
        double[] sum = new double[t.length];
        for (int j = 0; j < t.length; j++) {
            double value = 0;
            for (int power = byPowers.length - 1; power >= 0; power--) {
                value = Fma.fma(value, t[j], byPowers[power]);
            }
            sum[j] = value;
        }
        return sum;
    }
}
