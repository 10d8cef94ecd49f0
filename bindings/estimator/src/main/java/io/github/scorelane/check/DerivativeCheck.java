package io.github.scorelane.check;

import io.github.scorelane.distribution.HasHessian;

/**
 * The check that, at some draws, scores are the derivatives of log densities, and second derivatives those of scores. It
 * compares what the family gives with {@link Differences}.
 */
final class DerivativeCheck {
    private final Subject subject;
    private final Points points;
    private final Findings findings;
    private final double[][] rows;

    DerivativeCheck(Subject subject, Points points, Findings findings) {
        this.subject = subject;
        this.points = points;
        this.findings = findings;
        rows = subject.rows(points.count());
    }

    void run() {
        int n = points.count();
        subject.scores(subject.distribution(), points.x(), 0, rows, 0, n);
        for (int k = 0; k < subject.count(); k++) {
            Differences differences = new Differences(subject, k, 2 * points.step(k), n,
                    (distribution, values) -> distribution.logPdf(points.x(), 0, values, 0, n));
            compare("gradLogPdf by " + subject.name(k), "logPdf", subject.row(rows, k), differences, points.scale(k));
        }
        if (subject.given() instanceof HasHessian known && subject.isUnivariate() && subject.looksAtAll()) {
            hessian(known);
        }
    }

    private void hessian(HasHessian known) {
        int parameters = subject.count();
        int n = points.count();
        double[][] hessian = new double[parameters * (parameters + 1) / 2][n];
        known.hessianLogPdf(points.x()[0], hessian, 0, n);
        double[][] scratch = subject.rows(n);
        int row = 0;
        for (int j = 0; j < parameters; j++) {
            for (int i = 0; i <= j; i++, row++) {
                int score = i;
                Differences differences = new Differences(subject, j, 2 * points.step(j), n, (distribution, values) -> {
                    subject.scores(distribution, points.x(), 0, scratch, 0, n);
                    System.arraycopy(subject.row(scratch, score), 0, values, 0, n);
                });
                compare("hessianLogPdf by " + subject.name(i) + " and " + subject.name(j), "gradLogPdf", hessian[row], differences,
                        points.scale(i) * points.scale(j));
            }
        }
    }

    /**
     * Compares a derivative at all points with differences. It adds one finding at most, for the point where the two are
     * farthest apart.
     */
    private void compare(String what, String of, double[] claims, Differences differences, double scale) {
        int wrong = 0;
        int worst = -1;
        double most = -1;
        double value = Double.NaN;
        for (int i = 0; i < claims.length; i++) {
            double contradiction = differences.contradiction(i, claims[i], scale);
            if (!Double.isNaN(contradiction)) {
                wrong++;
                double by = Math.abs(claims[i] - contradiction);
                if (worst < 0 || by > most || Double.isNaN(by)) {
                    worst = i;
                    most = by;
                    value = contradiction;
                }
            }
        }
        if (wrong > 0) {
            findings.add(what + " at " + Subject.point(points.x(), worst) + " is " + Findings.estimate(claims[worst])
                    + "; differences of " + of + " give " + Findings.estimate(value) + " (" + wrong + " of " + claims.length
                    + " points disagree)");
        }
    }
}
