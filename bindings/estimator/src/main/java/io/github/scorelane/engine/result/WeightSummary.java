package io.github.scorelane.engine.result;

/**
 * Tells how evenly the weights of a run were spread, from which its caller judges whether the estimate can be trusted.
 *
 * @param count number of weights, n
 * @param effectiveSampleSize (Σw)²/Σw²; 0 if all weights are 0
 * @param paretoShape the shape of the largest weights' tail, as {@link ParetoTail} fits it; NaN where it cannot
 */
public record WeightSummary(long count, double effectiveSampleSize, double paretoShape) {}
