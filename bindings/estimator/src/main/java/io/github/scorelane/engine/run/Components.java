package io.github.scorelane.engine.run;

import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.baseline.ConstantSelection;
import io.github.scorelane.engine.baseline.Fit;
import io.github.scorelane.engine.baseline.FixedConstant;
import io.github.scorelane.engine.baseline.FunctionTotals;
import io.github.scorelane.engine.baseline.IndexedBaseline;
import io.github.scorelane.engine.baseline.ScoreTotals;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.thread.Threads;

/** The components of the gradient, as they are found. Threads may set different ones. */
public final class Components {
    private final double[] gradient;
    private final double[] standardError;
    private final double[] varianceReduction;
    private final int[] choices;

    /** None yet; with or without choices of an automatic baseline. */
    public Components(int parameters, boolean chosen) {
        gradient = new double[parameters];
        standardError = new double[parameters];
        varianceReduction = new double[parameters];
        choices = chosen ? new int[parameters] : null;
    }

    /** Sets a component to what a baseline makes of its sums. */
    public Fit set(int parameter, BaselineRule formula, FunctionTotals f, ScoreTotals s, ConstantSelection evidence) {
        Fit fit = formula.fit(f, s, evidence);
        double plain = formula instanceof IndexedBaseline ? Double.NaN : FixedConstant.PLAIN.variance(f, s);
        set(parameter, formula.gradient(fit), formula.variance(fit), plain, fit.choices());
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

    public double[] gradient() {
        return gradient;
    }

    public double[] standardError() {
        return standardError;
    }

    public Outcome outcome(FunctionTotals f, double[][] covariance) {
        return new Outcome(f.value(), f.valueVariance(), gradient, standardError, varianceReduction, choices, covariance);
    }
}
