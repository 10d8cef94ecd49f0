package io.github.scorelane.engine;

import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ScoreSums;

/** What is made of a {@link Reweighted} run's sums: a component for each parameter, and behind them the value. */
abstract class WeightedFormula implements GradientFormula {
    private final GradientFormula baseline;
    private final int parameters;
    private ScoreTotals weights;

    /** Those of a baseline, and so many parameters. */
    WeightedFormula(GradientFormula baseline, int parameters) {
        this.baseline = baseline;
        this.parameters = parameters;
    }

    final int parameters() {
        return parameters;
    }

    final GradientFormula baseline() {
        return baseline;
    }

    @Override
    public abstract WeightedFormula in(int exponent);

    @Override
    public final double magnitude() {
        return baseline.magnitude();
    }

    @Override
    public final int minSamples() {
        return baseline.minSamples();
    }

    @Override
    public final boolean chooses() {
        return baseline.chooses();
    }

    @Override
    public final Fit fit(FunctionTotals f, ScoreTotals s, Evidence evidence) {
        Fit plain = FixedConstant.PLAIN.fit(f, s, evidence);
        if (row(plain) == parameters) {
            weights = s;
        }
        return isValue(plain) ? plain : component(f, s, evidence);
    }

    /** A parameter's. */
    abstract Fit component(FunctionTotals f, ScoreTotals s, Evidence evidence);

    /** Sums of the weights, when all is fitted. */
    final ScoreTotals weights() {
        return weights;
    }

    /** Whether the sums are those of the rows of weights, or of the ones behind it, of which nothing is made. */
    final boolean isValue(Fit fit) {
        return row(fit) >= parameters;
    }

    /** Sums of the weights. */
    final ScoreTotals weights(ScoreTotals any) {
        return ScoreTotals.of(any.sums(), at(parameters));
    }

    /** Sums of the products of a parameter's row and the weights. */
    final ScoreTotals products(Fit fit) {
        return ScoreTotals.of(fit.s().sums(), at(parameters + 1 + row(fit)));
    }

    private static int row(Fit fit) {
        return (fit.s().at() - FunctionSums.LENGTH) / ScoreSums.LENGTH;
    }

    private static int at(int row) {
        return FunctionSums.LENGTH + row * ScoreSums.LENGTH;
    }
}
