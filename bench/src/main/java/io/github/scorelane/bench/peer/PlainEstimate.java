package io.github.scorelane.bench.peer;

/**
 * A gradient by mean and standard deviation, and the value, with their standard errors.
 *
 * @param value the mean of f
 * @param valueError its standard error
 * @param byMean the gradient's first component
 * @param byMeanError its standard error
 * @param byStandardDeviation the gradient's second component
 * @param byStandardDeviationError its standard error
 */
public record PlainEstimate(double value, double valueError, double byMean, double byMeanError,
        double byStandardDeviation, double byStandardDeviationError) {
}
