package io.github.scorelane.engine.result;

/**
 * What the weights of a run were like.
 *
 * @param samples number of samples
 * @param effectiveSize (Σw)²/Σw²
 * @param shape shape k̂ of the generalised Pareto distribution that the largest weights follow; NaN if there are too few
 */
public record WeightSummary(long samples, double effectiveSize, double shape) {}
