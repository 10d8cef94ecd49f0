package io.github.scorelane.engine;

/**
 * What a run found.
 *
 * @param value the mean of f
 * @param valueVariance its estimated variance
 * @param gradient a component for each parameter
 * @param standardError of each component
 * @param covariance of the gradient and, in the last row and column, the value; or null where it was not wanted
 */
public record Outcome(double value, double valueVariance, double[] gradient, double[] standardError,
        double[][] covariance) {
}
