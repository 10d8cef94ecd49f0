package io.github.scorelane.engine.surrogate;

import java.util.Arrays;

/** Expectations of h and of h times each score, with the errors that rounding may leave in them. */
final class Expectations {
    /** A bound of the relative error of a sum over a {@link Grid}, as far as that is exact, in units of the sum of magnitudes. */
    static final double ROUNDING = 0x1p-42;

    private Expectations() {}

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
        for (int p = 0; p < rows; p++) {
            int exponent = unit + grid.units[p];
            gradient[p] = Math.scalb(grid.mean(h, p), exponent);
            rounding[p] = Math.scalb(ROUNDING * grid.magnitude(h, p), exponent);
            scaledDeviations[p] = Math.scalb(deviations[p], exponent);
            scaledPlain[p] = Math.scalb(plainDeviations[p], exponent);
        }
        double[] magnitudes = new double[h.length];
        Arrays.setAll(magnitudes, j -> Math.abs(h[j]));
        return new Surrogate.Known(Math.scalb(grid.mean(h), unit), gradient, Math.scalb(valueDeviation, unit), scaledDeviations,
                scaledPlain, Math.scalb(ROUNDING * grid.mean(magnitudes), unit), rounding);
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
                squares = Math.fma(grid.weights[j] * term, term, squares);
            }
            double mean = grid.mean(h, p);
            plain[p] = Math.sqrt(Math.max(0, squares - mean * mean));
        }
        return known(grid, h, unit, 0, new double[grid.rows()], plain);
    }
}
