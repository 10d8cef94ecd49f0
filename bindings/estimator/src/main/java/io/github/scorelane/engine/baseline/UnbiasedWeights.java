package io.github.scorelane.engine.baseline;

/**
 * Weights that are divided by n: the gradient is the baseline's of the weighted scores r = w s, and the value Σ w f/n, which is the
 * plain gradient of a parameter whose score is w.
 */
public final class UnbiasedWeights extends WeightedRule {
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

    /** Not asked for: the value has a row of its own. */
    @Override
    public double covarianceWithValue(Fit s) {
        return Double.NaN;
    }
}
