package io.github.scorelane.engine.result;

import io.github.scorelane.engine.unit.Scale;

/**
 * Result of a run, as the estimators hand it on to the user's own result types. It is not copied: nobody may change its arrays.
 *
 * @param value the mean of f
 * @param valueStandardError the standard error of the value
 * @param gradient a component for each parameter
 * @param standardError the standard error of each component; NaN where there are too few samples
 * @param varianceReduction for each component, the variance of the plain estimate over its own
 * @param choices the constants that were chosen for each component, packed into a number each by {@code Choices}; null where there
 *     was no choice
 * @param covariance the covariance matrix of the gradient and, in the last row and column, the value; null where it was not wanted
 * @param units exponents u of powers of two, one for each row of the covariance: the true element in row i and column j is the one
 *     that stands there times 2^(uᵢ + uⱼ); null where all are 0
 */
public record Outcome(double value, double valueStandardError, double[] gradient, double[] standardError,
        double[] varianceReduction, int[] choices, double[][] covariance, int[] units) {
    /**
     * Creates the outcome of a run whose units are all 1, from the variance of the value.
     *
     * @param value the mean of f
     * @param valueVariance the estimated variance of the value
     * @param gradient a component for each parameter
     * @param standardError the standard error of each component
     * @param varianceReduction the variance reduction of each component
     * @param choices the choices of each component, or null
     * @param covariance the covariance of the gradient and the value, or null
     */
    public Outcome(double value, double valueVariance, double[] gradient, double[] standardError, double[] varianceReduction,
            int[] choices, double[][] covariance) {
        this(value, Math.sqrt(valueVariance), gradient, standardError, varianceReduction, choices, covariance, null);
    }

    /**
     * Multiplies this outcome by the units that its run worked in. The covariance keeps its numbers, and {@link #units} tells their
     * units, because the product of two large components may overflow.
     *
     * @param scale the units of the run
     * @return the outcome as a user sees it
     */
    public Outcome restored(Scale scale) {
        if (scale.isOne()) {
            return this;
        }
        int parameters = gradient.length;
        double[] components = new double[parameters];
        double[] errors = new double[parameters];
        int[] exponents = new int[parameters + 1];
        exponents[parameters] = scale.function();
        for (int p = 0; p < parameters; p++) {
            exponents[p] = scale.function() + scale.score(p);
            components[p] = Math.scalb(gradient[p], exponents[p]);
            errors[p] = Scale.error(standardError[p], exponents[p]);
        }
        return new Outcome(Math.scalb(value, scale.function()), Scale.error(valueStandardError, scale.function()), components,
                errors, varianceReduction, choices, covariance, exponents);
    }

    /**
     * Returns the exponent of the unit of a row of the covariance.
     *
     * @param row the index of a parameter, or, for the last row, of the value
     * @return the exponent u
     */
    public int unit(int row) {
        return units == null ? 0 : units[row];
    }

    /**
     * Returns the largest ratio of a component's standard error to its magnitude. A component whose error is 0 has the ratio 0,
     * even if the component itself is 0.
     *
     * @return the ratio; NaN where there are too few samples for standard errors
     */
    public double largestRelativeError() {
        double largest = 0;
        for (int p = 0; p < gradient.length; p++) {
            largest = Math.max(largest, standardError[p] == 0 ? 0 : standardError[p] / Math.abs(gradient[p]));
        }
        return largest;
    }
}
