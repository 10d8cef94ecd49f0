package io.github.scorelane.engine.conditional;

import java.util.Arrays;

/**
 * Sums of the function over the K samples of each case of a block, of φ = f − c with a centre c of each case. The centre is the
 * first value of f of the case, because sums of the differences lose no digits where f has a mean that is large beside its spread.
 *
 * @param samples the number K of samples
 * @param centre the centre c of each case
 * @param f Σφ of each case
 * @param ff Σφ² of each case
 */
record ConditionalTotals(int samples, double[] centre, double[] f, double[] ff) {
    /** Sets the sums of the first n cases to 0; the centres are written with the first sample. */
    void clear(int n) {
        Arrays.fill(f, 0, n, 0.0);
        Arrays.fill(ff, 0, n, 0.0);
    }

    /** Computes the mean of f of the first n cases. */
    void values(int n, double[] values) {
        double k = samples;
        for (int i = 0; i < n; i++) {
            values[i] = centre[i] + f[i] / k;
        }
    }

    /** Computes the standard errors of the means of the first n cases; they are NaN for one sample. */
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

    /**
     * Tells whether all values of the first n cases were finite and their sums are: a sum that has met NaN or infinity stays so.
     */
    boolean areFinite(int n) {
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(f[i])) {
                return false;
            }
        }
        return true;
    }
}
