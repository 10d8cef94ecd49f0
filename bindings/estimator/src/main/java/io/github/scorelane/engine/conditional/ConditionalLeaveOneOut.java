package io.github.scorelane.engine.conditional;

import io.github.scorelane.engine.baseline.LeaveOneOut;

/**
 * Baseline of each sample that is the mean of f over the other samples of its case: {@link LeaveOneOut} for a batch. It is unbiased
 * because it does not depend on the sample whose score it multiplies.
 *
 * <p>Source: W. Kool, H. van Hoof, M. Welling, <i>Buy 4 REINFORCE samples, get a baseline for free!</i>, 2019.
 */
public final class ConditionalLeaveOneOut implements ConditionalRule {
    @Override
    public int minSamples() {
        return 2;
    }

    @Override
    public int minSamplesForError() {
        return 3;
    }

    @Override
    public void prepare(int first, int n, double[] constants) {
        // The baseline follows from the sums alone.
    }

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
        // With a = Σφ/K, b = Σs/K, C = Σ(φ − a)(s − b) and Q = Σ(φ − a)²(s − b)², the jackknife's variance of the gradient, which
        // is the sample covariance of f and s, is K(Q − C²/K)/((K − 1)(K − 2)²). Q is multiplied out into the sums of the run.
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
