package io.github.scorelane.engine.conditional;

import io.github.scorelane.engine.baseline.FixedConstant;
import io.github.scorelane.engine.thread.Thrown;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.math.Fma;
import java.util.function.IntToDoubleFunction;

/**
 * Baseline that is a constant of each case, chosen by the user before the run: {@link FixedConstant} for a batch. The gradient of a
 * case is (1/K) Σ (f − β)s, which is unbiased because β depends on no sample.
 */
public final class ConditionalConstant implements ConditionalRule {
    private final IntToDoubleFunction constant;

    /**
     * Creates the baseline.
     *
     * @param constant gives the constant of a case by its index; it is asked for the cases of the batch alone
     */
    public ConditionalConstant(IntToDoubleFunction constant) {
        this.constant = constant;
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
    public void prepare(int first, int n, double[] constants) {
        for (int i = 0; i < n; i++) {
            double value;
            try {
                value = constant.applyAsDouble(first + i);
            } catch (Throwable e) {
                Thrown.restoreInterruption(e);
                throw new EvaluationException("the baseline threw " + Thrown.words(e), first + i, e);
            }
            if (!Double.isFinite(value)) {
                throw new EvaluationException("the baseline is " + value, first + i, null);
            }
            constants[i] = value;
        }
    }

    @Override
    public void gradient(ConditionalTotals f, ConditionalScores s, double[] constants, int n, double[] gradient) {
        double k = f.samples();
        double[] centre = f.centre();
        double[] sumS = s.s();
        double[] fs = s.fs();
        for (int i = 0; i < n; i++) {
            gradient[i] = Fma.fma(centre[i] - constants[i], sumS[i], fs[i]) / k;
        }
    }

    @Override
    public void errors(ConditionalTotals f, ConditionalScores s, double[] constants, double[] gradient, int n, double[] errors) {
        double k = f.samples();
        double[] centre = f.centre();
        double[] ss = s.ss();
        double[] fss = s.fss();
        double[] ffss = s.ffss();
        for (int i = 0; i < n; i++) {
            // f − β = φ + d, so that the squares of (f − β)s follow from the sums of φ, which stay accurate for a large mean of f.
            double d = centre[i] - constants[i];
            double squares = Fma.fma(d, Fma.fma(d, ss[i], 2 * fss[i]), ffss[i]);
            errors[i] = Math.sqrt(Math.max(0, squares / k - gradient[i] * gradient[i]) / (k - 1));
        }
    }
}
