package io.github.scorelane.engine.conditional;

import java.util.Arrays;

/**
 * What a block of rows summed of the function: each row's K samples, centre c, Σφ and Σφ², with φ = f − c. c is the row's first
 * value: a large mean then costs no accuracy.
 *
 * @param samples K
 * @param centre c of each row
 * @param f Σφ of each row
 * @param ff Σφ² of each row
 */
record ConditionalTotals(int samples, double[] centre, double[] f, double[] ff) {
    void clear(int n) {
        Arrays.fill(f, 0, n, 0.0);
        Arrays.fill(ff, 0, n, 0.0);
    }

    /** The means of f. */
    void values(int n, double[] values) {
        double k = samples;
        for (int i = 0; i < n; i++) {
            values[i] = centre[i] + f[i] / k;
        }
    }

    /** Their standard errors; NaN for one sample. */
    void valueErrors(int n, double[] errors) {
        if (samples < 2) {
            Arrays.fill(errors, 0, n, Double.NaN);
            return;
        }
        double k = samples;
        double degrees = k * (k - 1);
        for (int i = 0; i < n; i++) {
            double squares = ff[i] - f[i] * (f[i] / k);
            errors[i] = Math.sqrt(Math.max(0, squares) / degrees);
        }
    }

    /** Whether all values of all rows were finite, and their sums are. */
    boolean areFinite(int n) {
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(f[i])) {
                return false;
            }
        }
        return true;
    }
}
