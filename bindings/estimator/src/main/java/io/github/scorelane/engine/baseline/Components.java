package io.github.scorelane.engine.baseline;

import io.github.scorelane.engine.result.Outcome;

/** The components of the gradient and their errors, as they are found one by one. Threads may set different ones. */
public final class Components {
    private final double[] gradient;
    private final double[] standardError;
    private final double[] varianceReduction;
    private final int[] choices;

    /** Creates room for the components, and for their choices where the baseline chooses. */
    public Components(int parameters, boolean chosen) {
        gradient = new double[parameters];
        standardError = new double[parameters];
        varianceReduction = new double[parameters];
        choices = chosen ? new int[parameters] : null;
    }

    /** Sets a component to what a baseline makes of its sums. */
    public Fit set(int parameter, BaselineRule rule, FunctionTotals f, ScoreTotals s, ConstantSelection selection) {
        Fit fit = rule.fit(f, s, selection);
        set(parameter, rule.gradient(fit), rule.variance(fit), rule.plainVariance(f, s), fit.choices());
        return fit;
    }

    /** Sets a component, its variance, and that of the plain estimate. */
    public void set(int parameter, double component, double variance, double plain, int choice) {
        gradient[parameter] = component;
        standardError[parameter] = Math.sqrt(variance);
        varianceReduction[parameter] = plain == variance ? 1 : plain / variance;
        if (choices != null) {
            choices[parameter] = choice;
        }
    }

    /** Returns the components, in the array that they are set in. */
    public double[] gradient() {
        return gradient;
    }

    /** Returns their standard errors, in the array that they are set in. */
    public double[] standardError() {
        return standardError;
    }

    /** Returns the outcome, when all components are set; the covariance may be null. */
    public Outcome outcome(FunctionTotals f, double[][] covariance) {
        return new Outcome(f.value(), f.valueVariance(), gradient, standardError, varianceReduction, choices, covariance);
    }
}
