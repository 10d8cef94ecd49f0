package io.github.scorelane.bench.variance;

/**
 * The variance of an estimator's gradient over many seeds. All estimators have the same seeds, and all but Sobol the same samples.
 *
 * @param subject the function whose expectation's gradient is estimated
 * @param samples the number of samples of each estimate
 * @param estimator the estimator of the gradient
 * @param row the parameter by which the gradient is, of {@link Subject#rows()}
 * @param seeds the number of estimates
 * @param variance the variance of the estimates
 * @param overPlain the variance over that of the plain estimator
 * @param overPlainError the standard error of that ratio
 * @param overBest the variance over the least of plain, leave-one-out and optimal constant
 * @param overBestError the standard error of that ratio
 */
public record VarianceRow(Subject subject, int samples, Estimator estimator, int row, int seeds, double variance,
        double overPlain, double overPlainError, double overBest, double overBestError) {}
