package io.github.scorelane.bench.papers;

/**
 * The variance of one sample's share in a gradient, by the standard errors that estimates came with, and by integrals.
 *
 * @param cost the function whose expectation's gradient is estimated
 * @param k the function's parameter
 * @param parameter the parameter by which the gradient is: 0 the mean, 1 the standard deviation
 * @param plain the variance without a baseline
 * @param mean the variance with leave-one-out
 * @param optimal the variance with the cross-fitted optimal constant
 * @param automatic the variance with the automatic baseline
 * @param exactPlain the integral of the first
 * @param exactMean the integral of the second, the mean of f subtracted
 * @param exactOptimal the integral of the third, the optimal constant subtracted
 */
public record VariancePoint(Cost cost, double k, int parameter, double plain, double mean, double optimal, double automatic,
        double exactPlain, double exactMean, double exactOptimal) {
    /** The largest of the relative differences between what was measured and the integrals. */
    public double farthest() {
        return Math.max(Math.abs(plain / exactPlain - 1),
                Math.max(Math.abs(mean / exactMean - 1), Math.abs(optimal / exactOptimal - 1)));
    }

    /** The automatic baseline's variance over the least of the three integrals. */
    public double automaticOverBest() {
        return automatic / Math.min(exactPlain, Math.min(exactMean, exactOptimal));
    }
}
