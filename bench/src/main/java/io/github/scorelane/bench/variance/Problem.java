package io.github.scorelane.bench.variance;

import io.github.scorelane.BatchFunction;
import io.github.scorelane.ScoreFunctionEstimator;

/**
 * An expectation whose gradient is estimated, by one thread.
 *
 * @param estimator the estimator of its distribution
 * @param f the function whose expectation it is
 * @param parameters the number of the gradient's components that are looked at, from the first on
 */
record Problem(ScoreFunctionEstimator<?> estimator, BatchFunction f, int parameters) {}
