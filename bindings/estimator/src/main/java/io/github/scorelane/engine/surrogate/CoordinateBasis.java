package io.github.scorelane.engine.surrogate;

import io.github.scorelane.distribution.HasLogisticForm;
import java.util.Arrays;

/**
 * Functions b of one coordinate, less their expectations, of which a sum over the coordinates is fitted: t and t² with t the
 * coordinate less its mean over its standard deviation, Legendre polynomials in w, or both.
 */
final class CoordinateBasis {
    private final HasLogisticForm form;
    private final Grid grid;
    private final Powers powers;
    private final int degree;
    private final int count;
    private final double[] means;
    /** E[b·s] of each function and row of the coordinate's own scores. */
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
     * Makes the functions of a coordinate.
     *
     * @param form the coordinate's map to about a logistic law
     * @param grid the coordinate's law, or null if it is not known closely enough
     * @param withPowers whether t and t² are among them, if the law has moments enough
     * @param degree the highest of the Legendre polynomials; a law without moments enough has three at least
     * @return null if the law is not known closely enough
     */
    static CoordinateBasis of(HasLogisticForm form, Grid grid, boolean withPowers, int degree) {
        if (grid == null) {
            return null;
        }
        Powers powers = withPowers ? Powers.of(grid, Math.min(2, form.polynomialDegree())) : null;
        return new CoordinateBasis(form, grid, powers, powers == null ? Math.max(3, degree) : degree);
    }

    int count() {
        return count;
    }

    private int powerCount() {
        return count - degree;
    }

    /** A function's values at the grid's points, its expectation not yet subtracted. */
    private double[] values(int k) {
        if (k >= powerCount()) {
            return grid.legendre[k - powerCount() + 1];
        }
        double[] power = new double[k + 2];
        power[k + 1] = 1;
        return powers.values(power);
    }

    double gradient(int k, int row) {
        return gradients[k][row];
    }

    /** E|b·s|, for what rounding may leave. */
    double magnitude(int k, int row) {
        return Math.scalb(grid.magnitude(values(k), row), grid.units[row]);
    }

    /** The relative error that may be left in expectations. */
    double error() {
        return Expectations.error(grid);
    }

    int rows() {
        return grid.rows();
    }

    /** Evaluates the functions at points, a row for each, from a row on. */
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

    /** The sum Σ c_k (b_k − E[b_k]), of coefficients from a place on. */
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
