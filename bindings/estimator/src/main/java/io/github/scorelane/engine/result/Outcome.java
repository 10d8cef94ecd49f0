package io.github.scorelane.engine.result;

import io.github.scorelane.engine.baseline.Choices;
import io.github.scorelane.engine.unit.Scale;

/**
 * What a run found.
 *
 * @param value the mean of f
 * @param valueStandardError its standard error
 * @param gradient a component for each parameter
 * @param standardError of each component
 * @param varianceReduction of each component: the plain estimate's variance over its own
 * @param choices of each component, as {@link Choices} packs them; or null where there was no choice
 * @param covariance of the gradient and, in the last row and column, the value; or null where it was not wanted
 * @param units exponents u of powers of two: what stands in row i and column j of the covariance is a multiple of 2^(uᵢ + uⱼ); null
 *        where they are 0
 */
public record Outcome(double value, double valueStandardError, double[] gradient, double[] standardError,
        double[] varianceReduction, int[] choices, double[][] covariance, int[] units) {
    /**
     * What a run without units found.
     *
     * @param value the mean of f
     * @param valueVariance its estimated variance
     * @param gradient a component for each parameter
     * @param standardError of each component
     * @param varianceReduction of each component
     * @param choices of each component; or null
     * @param covariance of the gradient and the value; or null
     */
    public Outcome(double value, double valueVariance, double[] gradient, double[] standardError, double[] varianceReduction,
            int[] choices, double[][] covariance) {
        this(value, Math.sqrt(valueVariance), gradient, standardError, varianceReduction, choices, covariance, null);
    }

    /**
     * Gives back to a result the units that its run worked in.
     *
     * @param scale the units
     * @return the result without them, to the same bits but for what overflows or becomes subnormal; the covariance keeps its
     *     numbers, for which {@link #units} tells the units, because a product of two large components may be no number
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
     * The exponent of the unit of a row of the covariance.
     *
     * @param row of a parameter, or, the last one, of the value
     * @return u
     */
    public int unit(int row) {
        return units == null ? 0 : units[row];
    }

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
