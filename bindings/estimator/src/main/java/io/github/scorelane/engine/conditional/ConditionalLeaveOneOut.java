package io.github.scorelane.engine.conditional;

import io.github.scorelane.engine.baseline.LeaveOneOut;
import java.util.Arrays;

/** {@link LeaveOneOut}, over each row's own samples. */
public final class ConditionalLeaveOneOut implements ConditionalRule {
    /** An instance. */
    public ConditionalLeaveOneOut() {}

    @Override
    public int minSamples() {
        return 2;
    }

    @Override
    public int minSamplesForError() {
        return 3;
    }

    @Override
    public void prepare(int first, int n, double[] constants) {}

    @Override
    public void gradient(ConditionalTotals f, ConditionalScores s, double[] constants, int n, double[] gradient) {
        double k = f.samples();
        double[] sumF = f.f();
        double[] sumS = s.s();
        double[] fs = s.fs();
        for (int i = 0; i < n; i++) {
            gradient[i] = (fs[i] - sumF[i] / k * sumS[i]) / (k - 1);
        }
    }

    @Override
    public void errors(ConditionalTotals f, ConditionalScores s, double[] constants, double[] gradient, int n, double[] errors) {
        double k = f.samples();
        if (k < minSamplesForError()) {
            Arrays.fill(errors, 0, n, Double.NaN);
            return;
        }
        double part = 1 / k;
        double scale = k / ((k - 1) * (k - 2) * (k - 2));
        double[] sumF = f.f();
        double[] sumFF = f.ff();
        double[] sumS = s.s();
        double[] ss = s.ss();
        double[] fs = s.fs();
        double[] fss = s.fss();
        double[] ffs = s.ffs();
        double[] ffss = s.ffss();
        for (int i = 0; i < n; i++) {
            double a = sumF[i] * part;
            double b = sumS[i] * part;
            double c = fs[i] - a * sumS[i];
            double squaresByS = ffs[i] - 2 * a * fs[i] + a * a * sumS[i];
            double squares = Math.max(0, sumFF[i] - sumF[i] * a);
            double q = ffss[i] - 2 * a * fss[i] + a * a * ss[i] - 2 * b * squaresByS + b * b * squares;
            errors[i] = Math.sqrt(scale * Math.max(0, q - c * c * part));
        }
    }
}
