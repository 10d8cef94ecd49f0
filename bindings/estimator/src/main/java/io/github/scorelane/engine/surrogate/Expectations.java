package io.github.scorelane.engine.surrogate;

import io.github.scorelane.kernel.math.Fma;

/**
 * Expectations of a surrogate h and of h times each score s, as sums over the points of a {@link Grid}, with the errors that may be
 * left in them. E[h·s] is computed as E[(h − E[h])·s], which is the same because E[s] = 0: so a large constant in f costs no
 * digits.
 */
final class Expectations {
    /** Error that rounding may leave in a sum over a grid, in units of the sum of magnitudes. */
    private static final double ROUNDING = 0x1p-43;
    /** Factor by which the error of other sums may exceed that of the sums whose exact values are known, Σp = 1 and E[s] = 0. */
    private static final double MARGIN = 16;

    private Expectations() {}

    /** Returns the relative error that may be left in sums over a grid. */
    static double error(Grid grid) {
        return Math.max(ROUNDING, MARGIN * grid.error());
    }

    /**
     * Computes the expectations of a surrogate h.
     *
     * @param grid the quadrature of the law
     * @param h the values of h at all points of the grid, divided by 2^unit, as the deviations are
     * @param unit the exponent of the unit of f
     * @param valueDeviation the standard deviation of f − h
     * @param deviations the standard deviation of (f − h)s for each row s of scores, divided by the row's unit too
     * @param plainDeviations the standard deviation of f·s for each row, likewise
     */
    static Surrogate.Known known(Grid grid, double[] h, int unit, double valueDeviation, double[] deviations,
            double[] plainDeviations) {
        int rows = grid.rows();
        double[] gradient = new double[rows];
        double[] rounding = new double[rows];
        double[] scaledDeviations = new double[rows];
        double[] scaledPlain = new double[rows];
        double mean = grid.mean(h);
        double[] centred = GridLoops.less(h, mean);
        double error = error(grid);
        for (int p = 0; p < rows; p++) {
            int exponent = unit + grid.units[p];
            gradient[p] = Math.scalb(grid.mean(centred, p), exponent);
            rounding[p] = Math.scalb(error * grid.magnitude(centred, p), exponent);
            scaledDeviations[p] = Math.scalb(deviations[p], exponent);
            scaledPlain[p] = Math.scalb(plainDeviations[p], exponent);
        }
        double valueRounding = error * grid.mean(GridLoops.magnitudes(centred)) + Math.ulp(mean);
        return new Surrogate.Known(Math.scalb(mean, unit), gradient, Math.scalb(valueDeviation, unit), scaledDeviations,
                scaledPlain, Math.scalb(valueRounding, unit), rounding);
    }

    /**
     * Computes the expectations of the surrogate that is f itself, of which nothing is left: f has the given values at all points.
     */
    static Surrogate.Known ofAll(Grid grid, double[] f) {
        double[] h = f.clone();
        int unit = Grid.scaleToUnit(h);
        double[] plain = new double[grid.rows()];
        for (int p = 0; p < plain.length; p++) {
            double squares = 0;
            for (int j = 0; j < h.length; j++) {
                double term = h[j] * grid.scores[p][j];
                squares = Fma.fma(grid.weights[j] * term, term, squares);
            }
            double mean = grid.mean(h, p);
            plain[p] = Math.sqrt(Math.max(0, squares - mean * mean));
        }
        return known(grid, h, unit, 0, new double[grid.rows()], plain);
    }
}
