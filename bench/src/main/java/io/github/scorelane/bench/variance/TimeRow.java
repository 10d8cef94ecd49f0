package io.github.scorelane.bench.variance;

/**
 * The time of an estimate, by one thread.
 *
 * @param subject the function whose expectation's gradient is estimated
 * @param samples the estimate's number of samples
 * @param estimator the estimator of the gradient
 * @param rounds the number of turns of each estimator
 * @param nanoseconds the median of the turns' times
 * @param overPlain the median of the ratios to the plain estimator's turn of the same round
 */
public record TimeRow(Subject subject, int samples, Estimator estimator, int rounds, double nanoseconds, double overPlain) {}
