package io.github.scorelane.engine;

/** The components of the gradient, as they are found. Threads may set different ones. */
final class Components {
    private final GradientFormula formula;
    private final double[] gradient;
    private final double[] standardError;
    private final double[] varianceReduction;
    private final int[] choices;

    Components(GradientFormula formula, int parameters) {
        this.formula = formula;
        gradient = new double[parameters];
        standardError = new double[parameters];
        varianceReduction = new double[parameters];
        choices = formula instanceof Automatic ? new int[parameters] : null;
    }

    Fit set(int parameter, FunctionTotals f, ScoreTotals s, double[] scratch) {
        Fit fit = formula.fit(f, s, scratch);
        double variance = formula.variance(fit);
        gradient[parameter] = formula.gradient(fit);
        standardError[parameter] = Math.sqrt(variance);
        double plain = formula instanceof IndexedBaseline ? Double.NaN : FixedConstant.PLAIN.variance(f, s);
        varianceReduction[parameter] = plain == variance ? 1 : plain / variance;
        if (choices != null) {
            choices[parameter] = fit.choices();
        }
        return fit;
    }

    Outcome outcome(FunctionTotals f, double[][] covariance) {
        return new Outcome(f.value(), f.valueVariance(), gradient, standardError, varianceReduction, choices, covariance);
    }
}
