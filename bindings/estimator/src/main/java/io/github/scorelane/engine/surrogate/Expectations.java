package io.github.scorelane.engine.surrogate;

import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * Expectations of h and of h times each score, with the errors that may be left in them. Since E[s] = 0, it is h less its mean that
 * is multiplied by the scores: so a large constant in f costs no digits.
 */
final class Expectations {
    /** The error that rounding may leave of a sum over a {@link Grid}, in units of the sum of magnitudes. */
    private static final double ROUNDING = 0x1p-43;
    /** By how much the error of other sums may exceed that of those whose exact values are known. */
    private static final double MARGIN = 16;

    private Expectations() {}

    /** The relative error that may be left in sums over a grid. */
    static double error(Grid grid) {
        return Math.max(ROUNDING, MARGIN * grid.error());
    }

    /**
     * Takes the expectations of an h.
     *
     * @param grid the law
     * @param h values at all of its points, in units of 2^unit, as are the deviations
     * @param unit the exponent
     * @param valueDeviation the standard deviation of f − h
     * @param deviations that of (f − h)s of each row, in the row's unit too
     * @param plainDeviations that of f·s of each row, likewise
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

    /** Takes the expectations of an h that is f itself at all points. */
    static Surrogate.Known ofAll(Grid grid, double[] f) {
        double largest = 0;
        for (double value : f) {
            largest = Math.max(largest, Math.abs(value));
        }
        int unit = largest > 0 ? Math.getExponent(largest) : 0;
        double[] h = new double[f.length];
        Arrays.setAll(h, j -> Math.scalb(f[j], -unit));
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
