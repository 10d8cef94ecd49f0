package io.github.scorelane.engine.surrogate;

import io.github.scorelane.distribution.HasLogisticForm;
import java.util.Arrays;

/**
 * Basis of functions b of one coordinate, of which an {@link AdditiveFit} fits a sum over all coordinates: t and t², with t the
 * standardised coordinate, Legendre polynomials in the coordinate w of its logistic form, or both. Each function is taken without
 * its expectation, which the law's quadrature gives.
 */
final class CoordinateBasis {
    private final HasLogisticForm form;
    private final Grid grid;
    private final Powers powers;
    private final int degree;
    private final int count;
    /** E[b] of each function. */
    private final double[] means;
    /** E[b·s] of each function and each row of the coordinate's own scores. */
    private final double[][] gradients;

    private CoordinateBasis(HasLogisticForm form, Grid grid, Powers powers, int degree) {
        this.form = form;
        this.grid = grid;
        this.powers = powers;
        this.degree = degree;
        count = (powers == null ? 0 : powers.degree()) + degree;
        means = new double[count];
        gradients = new double[count][grid.rows()];
        for (int k = 0; k < count; k++) {
            double[] b = values(k);
            means[k] = grid.mean(b);
            for (int p = 0; p < grid.rows(); p++) {
                gradients[k][p] = Math.scalb(grid.mean(b, p), grid.units[p]);
            }
        }
    }

    /**
     * Creates the basis of a coordinate.
     *
     * @param form the map of the coordinate to a law that is nearly logistic
     * @param grid the quadrature of the coordinate's law; null if it is not known closely enough
     * @param withPowers whether t and t² are in the basis, provided that the law has the moments they need
     * @param degree the highest degree of the Legendre polynomials; at least 3 is taken where there are no powers
     * @return the basis; null if the law is not known closely enough
     */
    static CoordinateBasis of(HasLogisticForm form, Grid grid, boolean withPowers, int degree) {
        if (grid == null) {
            return null;
        }
        Powers powers = withPowers ? Powers.of(grid, Math.min(2, form.polynomialDegree())) : null;
        return new CoordinateBasis(form, grid, powers, powers == null ? Math.max(3, degree) : degree);
    }

    /** Returns the number of functions. */
    int count() {
        return count;
    }

    /** Returns the number of powers, which stand before the polynomials. */
    private int powerCount() {
        return count - degree;
    }

    /** Returns the values of function k at all points of the grid; its expectation is not subtracted. */
    private double[] values(int k) {
        if (k >= powerCount()) {
            return grid.legendre[k - powerCount() + 1];
        }
        double[] power = new double[k + 2];
        power[k + 1] = 1;
        return powers.values(power);
    }

    /** Returns E[b·s] of function k and a row of the coordinate's scores, which is the derivative of E[b]. */
    double gradient(int k, int row) {
        return gradients[k][row];
    }

    /** Returns E|b·s| of function k and a row of scores, in proportion to which rounding leaves errors. */
    double magnitude(int k, int row) {
        return Math.scalb(grid.magnitude(values(k), row), grid.units[row]);
    }

    /** Returns the relative error that may be left in expectations. */
    double error() {
        return Expectations.error(grid);
    }

    /** Returns the number of rows of the coordinate's scores. */
    int rows() {
        return grid.rows();
    }

    /** Evaluates the functions at n points, each function into a row of its own, from a row on. */
    void evaluate(double[] x, int n, double[][] rows, int first) {
        for (int k = 0; k < powerCount(); k++) {
            power(x, powers.mean(), powers.inverse(), k, means[k], rows[first + k], n);
        }
        if (degree == 0) {
            return;
        }
        double[] w = Arrays.copyOf(x, n);
        SeriesFunction.toW(form, w, n);
        double[][] p = Legendre.values(degree, w);
        for (int k = 1; k <= degree; k++) {
            int at = powerCount() + k - 1;
            for (int i = 0; i < n; i++) {
                rows[first + at][i] = p[k][i] - means[at];
            }
        }
    }

    private static void power(double[] x, double mean, double inverse, int k, double expectation, double[] row, int n) {
        for (int i = 0; i < n; i++) {
            double t = (x[i] - mean) * inverse;
            row[i] = (k == 0 ? t : t * t) - expectation;
        }
    }

    /** Returns the function Σ c_k (b_k − E[b_k]), whose coefficients stand from an index on. */
    CoordinateFunction sum(double[] c, int first) {
        double constant = 0;
        for (int k = 0; k < count; k++) {
            constant -= c[first + k] * means[k];
        }
        double[] byPowers = new double[powerCount() + 1];
        System.arraycopy(c, first, byPowers, 1, powerCount());
        byPowers[0] = constant;
        double[] series = degree == 0 ? null : new double[degree + 1];
        if (series != null) {
            System.arraycopy(c, first + powerCount(), series, 1, degree);
        }
        double mean = powers == null ? 0 : powers.mean();
        return new SeriesFunction(form, series, byPowers, mean, powers == null ? 1 : powers.inverse());
    }
}
