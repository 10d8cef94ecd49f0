/**
 * Baselines: rules for what is subtracted from f, and the estimates and errors that they make of a run's sums. A rule reads sums
 * alone. It never sees which samples made them, and fits what it subtracts from a sample only to others, so that the gradient is
 * unbiased.
 */
package io.github.scorelane.engine.baseline;
