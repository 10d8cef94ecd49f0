package io.github.scorelane.check;

import io.github.scorelane.distribution.HasScorePolynomials;
import io.github.scorelane.distribution.OrthonormalPolynomials;

/** That the means of score polynomials are 0, as estimates take for granted: their variances and correlations are no matter. */
final class PolynomialsCheck {
    /** Below which a mean is as good as another: rounding. */
    private static final double LEAST = 1e-6;

    private final Subject subject;
    private final Findings findings;
    private final int samples;
    private final double confidence;

    PolynomialsCheck(Subject subject, int samples, Findings findings) {
        this.subject = subject;
        this.findings = findings;
        this.samples = samples;
        confidence = ExpectationsCheck.confidence(subject);
    }

    void run() {
        if (subject.given() instanceof HasScorePolynomials has && subject.isUnivariate()) {
            judge(has);
        }
    }

    private void judge(HasScorePolynomials has) {
        OrthonormalPolynomials polynomials = has.scorePolynomials();
        int block = subject.block();
        double[][] x = subject.columns(block);
        double[][] rows = new double[polynomials.degree()][block];
        double[] t = new double[block];
        Mean[] means = new Mean[rows.length];
        for (int k = 0; k < means.length; k++) {
            means[k] = new Mean();
        }
        for (int first = 0; first < samples && rows.length > 0; first += Math.min(block, samples - first)) {
            int n = Math.min(block, samples - first);
            subject.distribution().sample(Points.STREAM, first, x, 0, n);
            has.standardise(x[0], t, 0, n);
            polynomials.evaluate(t, rows, 0, n);
            for (int k = 0; k < means.length; k++) {
                means[k].add(rows[k], n);
            }
        }
        for (int k = 0; k < means.length; k++) {
            if (means[k].isJudged() && Math.abs(means[k].mean()) > means[k].bound(confidence, 1) + LEAST) {
                findings.add("the mean of score polynomial " + (k + 1) + " is " + ExpectationsCheck.number(means[k].mean()) + " +- "
                        + ExpectationsCheck.number(means[k].standardError())
                        + ", not 0: scorePolynomials or standardise is wrong, and estimates are biased by it");
                return;
            }
        }
    }
}
