package io.github.scorelane.engine.conditional;

import io.github.scorelane.engine.baseline.FixedConstant;
import io.github.scorelane.engine.thread.Thrown;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** {@link FixedConstant}, one for each row. */
public final class ConditionalConstant implements ConditionalRule {
    private final IntToDoubleFunction constant;

    /**
     * A baseline.
     *
     * @param constant of each row; of a row that is not there, it need not be
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
        if (k < minSamplesForError()) {
            Arrays.fill(errors, 0, n, Double.NaN);
            return;
        }
        double[] centre = f.centre();
        double[] ss = s.ss();
        double[] fss = s.fss();
        double[] ffss = s.ffss();
        for (int i = 0; i < n; i++) {
            double d = centre[i] - constants[i];
            double squares = Fma.fma(d, Fma.fma(d, ss[i], 2 * fss[i]), ffss[i]);
            errors[i] = Math.sqrt(Math.max(0, squares / k - gradient[i] * gradient[i]) / (k - 1));
        }
    }
}
