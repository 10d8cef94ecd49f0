package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ScoreSums;

/** What is made of a {@link Reweighted} run's sums: a component for each parameter, and behind them the value. */
public abstract class WeightedRule implements BaselineRule {
    private final BaselineRule baseline;
    private final int parameters;

    /** Those of a baseline, and so many parameters. */
    WeightedRule(BaselineRule baseline, int parameters) {
        this.baseline = baseline;
        this.parameters = parameters;
    }

    public final int parameters() {
        return parameters;
    }

    public final BaselineRule baseline() {
        return baseline;
    }

    @Override
    public abstract WeightedRule in(int exponent);

    @Override
    public final double magnitude() {
        return baseline.magnitude();
    }

    @Override
    public final int minSamples() {
        return baseline.minSamples();
    }

    @Override
    public final double covarianceWithPlain(Fit component, Fit plain, CrossTotals st) {
        return Double.NaN;
    }

    @Override
    public final boolean chooses() {
        return baseline.chooses();
    }

    @Override
    public final Fit fit(FunctionTotals f, ScoreTotals s, ConstantSelection selection) {
        Fit plain = FixedConstant.PLAIN.fit(f, s, selection);
        return isValue(plain) ? plain : component(f, s, selection);
    }

    /** A parameter's. */
    abstract Fit component(FunctionTotals f, ScoreTotals s, ConstantSelection selection);

    /** Whether the sums are those of the rows of weights, or of the ones behind it, of which nothing is made. */
    public final boolean isValue(Fit fit) {
        return row(fit) >= parameters;
    }

    /** Sums of the weights. */
    public final ScoreTotals weights(ScoreTotals any) {
        return ScoreTotals.of(any.sums(), at(parameters));
    }

    /** Sums of the products of a parameter's row and the weights. */
    public final ScoreTotals products(Fit fit) {
        return ScoreTotals.of(fit.s().sums(), at(parameters + 1 + row(fit)));
    }

    private static int row(Fit fit) {
        return (fit.s().at() - FunctionSums.LENGTH) / ScoreSums.LENGTH;
    }

    private static int at(int row) {
        return FunctionSums.LENGTH + row * ScoreSums.LENGTH;
    }
}
