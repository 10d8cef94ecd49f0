package io.github.scorelane.engine.baseline;

import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.function.EvaluationException;
import java.io.Serializable;
import java.util.function.LongToDoubleFunction;

/**
 * Rule that subtracts a baseline bᵢ from f at each sample, known before the sample is drawn: g = Σ(fᵢ − bᵢ)sᵢ/n, and the sample
 * variance of (f − b)s over n. Scores are summed with φ = f − b in place of f − c; the function's own sums are as ever. Sums that
 * hold both are not kept: there is no covariance.
 */
public final class IndexedBaseline implements BaselineRule {
    private final LongToDoubleFunction baseline;

    /**
     * Creates the rule of a baseline.
     *
     * @param baseline gives bᵢ for the index i of a sample
     */
    public IndexedBaseline(LongToDoubleFunction baseline) {
        this.baseline = baseline;
    }

    @Override
    public double[] residual(double[] phi, double centre, double[][] x, long first, int n, double[] residual) {
        for (int s = 0; s < n; s++) {
            double b;
            try {
                b = baseline.applyAsDouble(first + s);
            } catch (Throwable e) {
                throw BlockFunction.thrown("the baseline", e, first + s, BlockFunction.point(x, s));
            }
            if (!Double.isFinite(b)) {
                throw new EvaluationException("the baseline is " + b, first + s, BlockFunction.point(x, s), null);
            }
            residual[s] = phi[s] + (centre - b);
        }
        return residual;
    }

    @Override
    public double plainVariance(FunctionTotals f, ScoreTotals s) {
        return Double.NaN;
    }

    @Override
    public IndexedBaseline in(int exponent) {
        return exponent == 0 ? this : new IndexedBaseline(
                (LongToDoubleFunction & Serializable) sample -> Math.scalb(baseline.applyAsDouble(sample), -exponent));
    }

    @Override
    public boolean isToldByFunction() {
        return false;
    }

    @Override
    public int minSamples() {
        return 1;
    }

    @Override
    public int minSamplesForError() {
        return 2;
    }

    @Override
    public Fit fit(FunctionTotals f, ScoreTotals s, ConstantSelection selection) {
        return new Fit(f, s);
    }

    @Override
    public double gradient(Fit fit) {
        return fit.s().fs() / fit.f().n();
    }

    @Override
    public double variance(Fit fit) {
        double n = fit.f().n();
        double g = gradient(fit);
        return n < 2 ? Double.NaN : Math.max(0, fit.s().ffss() / n - g * g) / (n - 1);
    }

    @Override
    public double covariance(Fit s, Fit t, CrossTotals st) {
        return Double.NaN;
    }

    @Override
    public double covarianceWithValue(Fit fit) {
        return Double.NaN;
    }

    @Override
    public double covarianceWithPlain(Fit component, Fit plain, CrossTotals st) {
        return Double.NaN;
    }
}
