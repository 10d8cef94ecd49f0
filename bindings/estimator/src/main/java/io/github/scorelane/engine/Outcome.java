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
    /**
     * The largest ratio of a component's standard error to its magnitude; an error of zero is none.
     *
     * @return the ratio; NaN where there are too few samples
     */
    public double largestRelativeError() {
        double largest = 0;
        for (int p = 0; p < gradient.length; p++) {
            largest = Math.max(largest, standardError[p] == 0 ? 0 : standardError[p] / Math.abs(gradient[p]));
        }
        return largest;
    }
}
