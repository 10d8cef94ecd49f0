package io.github.scorelane.bench.variance;

/**
 * The time of an estimate, by one thread.
 *
 * @param subject whose expectation's gradient
 * @param samples of the estimate
 * @param estimator of the gradient
 * @param rounds how often all estimators had their turns
 * @param nanoseconds their median
 * @param overPlain the median of the ratios to the plain estimator's turn of the same round
 */
public record TimeRow(Subject subject, int samples, Estimator estimator, int rounds, double nanoseconds, double overPlain) {}
