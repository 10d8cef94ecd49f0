package io.github.scorelane.bench.variance;

/**
 * The variance of an estimator's gradient over many seeds. All estimators have the same seeds, and all but Sobol the same samples.
 *
 * @param subject whose expectation's gradient
 * @param samples of each estimate
 * @param estimator of the gradient
 * @param row by what the gradient is, of {@link Subject#rows()}
 * @param seeds how many estimates
 * @param variance of them
 * @param overPlain the variance over that of the plain estimator
 * @param overPlainError standard error of that
 * @param overBest the variance over the least of plain, leave-one-out and optimal constant
 * @param overBestError standard error of that
 */
public record VarianceRow(Subject subject, int samples, Estimator estimator, int row, int seeds, double variance,
        double overPlain, double overPlainError, double overBest, double overBestError) {}
