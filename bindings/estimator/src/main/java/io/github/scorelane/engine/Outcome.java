package io.github.scorelane.engine;

/**
 * What a run found.
 *
 * @param value the mean of f
 * @param valueVariance its estimated variance
 * @param gradient a component for each parameter
 * @param standardError of each component
 * @param varianceReduction of each component: the plain estimate's variance over its own
 * @param choices of each component, as {@link Choices} packs them; or null where there was no choice
 * @param covariance of the gradient and, in the last row and column, the value; or null where it was not wanted
 */
public record Outcome(double value, double valueVariance, double[] gradient, double[] standardError,
        double[] varianceReduction, int[] choices, double[][] covariance) {
}
