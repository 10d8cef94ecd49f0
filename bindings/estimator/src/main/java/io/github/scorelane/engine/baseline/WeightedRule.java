package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ScoreSums;

/**
 * Rule for a run of weighted samples, which makes of its sums a component for each parameter and, as one more component behind
 * them, the value. It leaves to a baseline what is subtracted from f.
 */
public abstract class WeightedRule implements BaselineRule {
    private final BaselineRule baseline;
    private final int parameters;

    /** Creates the rule for one baseline and the given number of parameters. */
    WeightedRule(BaselineRule baseline, int parameters) {
        this.baseline = baseline;
        this.parameters = parameters;
    }

    /** Returns the number of parameters. */
    public final int parameters() {
        return parameters;
    }

    /** Returns the baseline. */
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

    /** Fits the component of a parameter. */
    abstract Fit component(FunctionTotals f, ScoreTotals s, ConstantSelection selection);

    /**
     * Tells whether the sums are of the row of weights, which is the value, or of a row behind it, of which no component is made.
     */
    public final boolean isValue(Fit fit) {
        return row(fit) >= parameters;
    }

    /** Returns the sums of the row of weights, from the node that any other row's sums stand in. */
    public final ScoreTotals weights(ScoreTotals any) {
        return ScoreTotals.of(any.sums(), at(parameters));
    }

    /** Returns the sums of the products of a parameter's row and the weights. */
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
