package io.github.scorelane.bench.honesty;

import io.github.scorelane.bench.variance.SquaredDeviations;

/**
 * A summary of many seeds' estimates of one number, and of their standard errors.
 *
 * @param coverage share of 95% intervals that hold the truth
 * @param variance the mean squared distance from the truth
 * @param errorRatio the mean of the squared standard errors over that
 * @param biasZ the distance of the estimates' mean from the truth, in its standard errors
 */
record Figures(double coverage, double variance, double errorRatio, double biasZ) {
    /** The normal quantile of 97.5%. */
    private static final double QUANTILE = 1.959963984540054;

    /** Sums up one estimator. An interval is taken to hold a truth that it misses by less than the given slack. */
    static Figures of(double[] estimates, double[] errors, double truth, double slack) {
        int held = 0;
        double sum = 0;
        double squaredErrors = 0;
        for (int i = 0; i < estimates.length; i++) {
            held += Math.abs(estimates[i] - truth) <= QUANTILE * errors[i] + slack ? 1 : 0;
            sum += estimates[i] - truth;
            squaredErrors += errors[i] * errors[i];
        }
        double variance = new SquaredDeviations(estimates, truth).variance() + slack * slack;
        double bias = sum / estimates.length;
        // The slack keeps the truth's own rounding from looking like a bias.
        double spread = Math.sqrt(Math.max(0, variance - bias * bias)) + slack;
        return new Figures(held / (double) estimates.length, variance, squaredErrors / estimates.length / variance,
                bias / spread * Math.sqrt(estimates.length));
    }
}
