package io.github.scorelane.engine.baseline;

/**
 * Rule for weights that are divided by n. The gradient is what the baseline makes of the weighted scores r = w s. The value is
 * Σ w f/n, which has the form of the plain gradient by a parameter whose score is w.
 */
public final class UnbiasedWeights extends WeightedRule {
    /** Creates the rule for a baseline and the given number of parameters. */
    public UnbiasedWeights(BaselineRule baseline, int parameters) {
        super(baseline, parameters);
    }

    @Override
    public WeightedRule in(int exponent) {
        return new UnbiasedWeights(baseline().in(exponent), parameters());
    }

    @Override
    public int minSamplesForError() {
        return baseline().minSamplesForError();
    }

    @Override
    Fit component(FunctionTotals f, ScoreTotals s, ConstantSelection selection) {
        return baseline().fit(f, s, selection);
    }

    @Override
    public double gradient(Fit s) {
        return isValue(s) ? FixedConstant.PLAIN.gradient(s) : baseline().gradient(s);
    }

    @Override
    public double variance(Fit s) {
        return isValue(s) ? FixedConstant.PLAIN.variance(s) : baseline().variance(s);
    }

    @Override
    public double covariance(Fit s, Fit t, CrossTotals st) {
        if (isValue(s) == isValue(t)) {
            return baseline().covariance(s, t, st);
        }
        Fit component = isValue(s) ? t : s;
        Fit value = isValue(s) ? s : t;
        return baseline().covarianceWithPlain(component, value, st);
    }

    /** Returns NaN, since nobody asks: the value has a row of its own here, and a covariance with it like that of any row. */
    @Override
    public double covarianceWithValue(Fit s) {
        return Double.NaN;
    }
}
