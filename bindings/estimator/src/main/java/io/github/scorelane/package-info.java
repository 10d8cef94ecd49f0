/**
 * Estimators of gradients of expectations, their options, and the estimates that they make, with error bars. The score function
 * estimator is {@link io.github.scorelane.ScoreFunctionEstimator}; for many problems at once there is
 * {@link io.github.scorelane.ConditionalEstimator}.
 */
package io.github.scorelane;
