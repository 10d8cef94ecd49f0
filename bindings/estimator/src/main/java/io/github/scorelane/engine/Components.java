package io.github.scorelane.engine;

/** The components of the gradient, as they are found. Threads may set different ones. */
final class Components {
    private final double[] gradient;
    private final double[] standardError;
    private final double[] varianceReduction;
    private final int[] choices;

    /** None yet; with or without choices of an automatic baseline. */
    Components(int parameters, boolean chosen) {
        gradient = new double[parameters];
        standardError = new double[parameters];
        varianceReduction = new double[parameters];
        choices = chosen ? new int[parameters] : null;
    }

    /** Sets a component to what a baseline makes of its sums. */
    Fit set(int parameter, GradientFormula formula, FunctionTotals f, ScoreTotals s, Evidence evidence) {
        Fit fit = formula.fit(f, s, evidence);
        double plain = formula instanceof IndexedBaseline ? Double.NaN : FixedConstant.PLAIN.variance(f, s);
        set(parameter, formula.gradient(fit), formula.variance(fit), plain, fit.choices());
        return fit;
    }

    /** Sets a component, its variance, and that of the plain estimate. */
    void set(int parameter, double component, double variance, double plain, int choice) {
        gradient[parameter] = component;
        standardError[parameter] = Math.sqrt(variance);
        varianceReduction[parameter] = plain == variance ? 1 : plain / variance;
        if (choices != null) {
            choices[parameter] = choice;
        }
    }

    double[] gradient() {
        return gradient;
    }

    double[] standardError() {
        return standardError;
    }

    Outcome outcome(FunctionTotals f, double[][] covariance) {
        return new Outcome(f.value(), f.valueVariance(), gradient, standardError, varianceReduction, choices, covariance);
    }
}
