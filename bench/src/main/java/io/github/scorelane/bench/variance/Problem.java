package io.github.scorelane.bench.variance;

import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.function.BatchFunction;

/**
 * An expectation whose gradient is estimated, by one thread.
 *
 * @param estimator of its distribution
 * @param f whose expectation
 * @param parameters how many of the gradient's, the first ones, are looked at
 */
record Problem(ScoreFunctionEstimator<?> estimator, BatchFunction f, int parameters) {}
