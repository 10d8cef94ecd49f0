package io.github.scorelane.bench.papers;

/**
 * The variance of one sample's share in a gradient, by the standard errors that estimates came with, and by integrals.
 *
 * @param cost whose expectation's gradient
 * @param k its parameter
 * @param parameter by which the gradient is: 0 the mean, 1 the standard deviation
 * @param plain without a baseline
 * @param mean with leave-one-out
 * @param optimal with the cross-fitted optimal constant
 * @param automatic with the automatic baseline
 * @param exactPlain integral of the first
 * @param exactMean of the second, the mean of f subtracted
 * @param exactOptimal of the third, the optimal constant subtracted
 */
public record VariancePoint(Cost cost, double k, int parameter, double plain, double mean, double optimal, double automatic,
        double exactPlain, double exactMean, double exactOptimal) {
    /** The largest of the relative differences between what was measured and the integrals. */
    public double farthest() {
        return Math.max(Math.abs(plain / exactPlain - 1),
                Math.max(Math.abs(mean / exactMean - 1), Math.abs(optimal / exactOptimal - 1)));
    }

    /** The automatic baseline's over the least of the others, integrals all. */
    public double automaticOverBest() {
        return automatic / Math.min(exactPlain, Math.min(exactMean, exactOptimal));
    }
}
