package io.github.scorelane.check;

import io.github.scorelane.distribution.HasQuantileStatistics;
import io.github.scorelane.distribution.MultivariateDistribution;

/**
 * The check that log densities and scores are written in full, that they are functions of x alone, and that scores of draws
 * by their statistics agree with those by x.
 */
final class RowsCheck {
    private static final int LENGTH = 997;
    private static final int OFFSET = 2;
    private static final int ROW_OFFSET = 5;
    private static final int MORE = 9;
    private static final int SINGLES = 100;
    private static final double ULPS = 8;

    private final Subject subject;
    private final Findings findings;
    private final MultivariateDistribution distribution;
    private final int length;
    private final double[][] x;
    private final double[][] statistics;
    private boolean isSound = true;

    RowsCheck(Subject subject, Findings findings) {
        this.subject = subject;
        this.findings = findings;
        distribution = subject.distribution();
        length = Math.min(subject.block(), LENGTH);
        x = subject.columns(length + MORE);
        statistics = new double[distribution.statistics()][length + MORE];
    }

    void run() {
        distribution.sample(Points.STREAM, 0, x, statistics, OFFSET, length);
        double[][] given = new double[x.length][];
        for (int d = 0; d < x.length; d++) {
            given[d] = x[d].clone();
        }
        logPdf();
        double[][] rows = scores();
        if (isSound) {
            scoresByStatistics("draw", rows);
        }
        for (int d = 0; d < x.length; d++) {
            for (int i = 0; i < given[d].length; i++) {
                if (Double.compare(given[d][i], x[d][i]) != 0) {
                    findings.add("logPdf or gradLogPdf changes x: from " + given[d][i] + " to " + x[d][i]);
                    return;
                }
            }
        }
        if (isSound && statistics.length > 0 && subject.isUnivariate() && subject.given() instanceof HasQuantileStatistics known) {
            quantiles(known);
        }
    }

    /** Checks that quantiles with statistics are the same as without, and that their scores agree with those by x. */
    private void quantiles(HasQuantileStatistics known) {
        double[] wanted = new double[length + MORE];
        Points.STREAM.uniforms(0, x[0], OFFSET, length);
        known.inverseCdf(x[0], OFFSET, wanted, OFFSET, length);
        known.inverseCdf(x[0], statistics, OFFSET, length);
        for (int i = OFFSET; i < OFFSET + length; i++) {
            if (Double.compare(wanted[i], x[0][i]) != 0) {
                findings.add("inverseCdf gives " + x[0][i] + " with statistics, " + wanted[i] + " without");
                return;
            }
        }
        double[][] rows = scores();
        if (isSound) {
            scoresByStatistics("quantile", rows);
        }
    }

    private void logPdf() {
        double[][] values = new double[1][length + MORE];
        double[][] again = new double[1][length + MORE];
        DrawsCheck.fill(values, 0);
        DrawsCheck.fill(again, 1);
        distribution.logPdf(x, OFFSET, values[0], ROW_OFFSET, length);
        distribution.logPdf(x, OFFSET, again[0], ROW_OFFSET, length);
        if (!DrawsCheck.isWritten(findings, "the log density of point", "logPdf", 0, values, again, ROW_OFFSET, length)) {
            return;
        }
        double[] one = new double[1];
        for (int i = 0; i < length; i++) {
            double value = values[0][ROW_OFFSET + i];
            if (Double.isNaN(value) || value == Double.NEGATIVE_INFINITY && isOutside(i)) {
                findings.add("logPdf at a draw, " + Subject.point(x, OFFSET + i) + ", is " + value);
                return;
            }
            if (i < SINGLES) {
                distribution.logPdf(x, OFFSET + i, one, 0, 1);
                if (!isClose(value, one[0], Math.abs(value))) {
                    findings.add("logPdf at " + Subject.point(x, OFFSET + i) + " is " + value + " among others, " + one[0]
                            + " alone");
                    return;
                }
            }
        }
    }

    /**
     * Tells whether a draw is outside the support by more than rounding: whether the density is 0 at it and on both sides of
     * it. Draws that have overflowed or underflowed are not judged.
     */
    private boolean isOutside(int i) {
        double[][] near = subject.columns(3);
        double[] values = new double[3];
        for (int d = 0; d < x.length; d++) {
            double at = x[d][OFFSET + i];
            if (Double.isInfinite(at) || Math.abs(at) < Double.MIN_NORMAL) {
                return false;
            }
            near[d][0] = at - ULPS * Math.ulp(at);
            near[d][1] = at;
            near[d][2] = at + ULPS * Math.ulp(at);
        }
        distribution.logPdf(near, 0, values, 0, 3);
        return values[0] == Double.NEGATIVE_INFINITY && values[2] == Double.NEGATIVE_INFINITY;
    }

    private double[][] scores() {
        double[][] rows = subject.rows(length + MORE);
        double[][] again = subject.rows(length + MORE);
        DrawsCheck.fill(rows, 0);
        DrawsCheck.fill(again, 1);
        subject.scores(distribution, x, OFFSET, rows, ROW_OFFSET, length);
        subject.scores(distribution, x, OFFSET, again, ROW_OFFSET, length);
        isSound = DrawsCheck.isWritten(findings, "the scores of point", "gradLogPdf", 0, rows, again, ROW_OFFSET, length);
        double[][] one = subject.rows(1);
        for (int i = 0; i < Math.min(length, SINGLES) && isSound; i++) {
            subject.scores(distribution, x, OFFSET + i, one, 0, 1);
            for (int k = 0; k < subject.count() && isSound; k++) {
                double value = subject.row(rows, k)[ROW_OFFSET + i];
                double alone = subject.row(one, k)[0];
                if (!isClose(value, alone, Math.abs(value) + scale(subject.row(rows, k)))) {
                    findings.add("gradLogPdf by " + subject.name(k) + " at " + Subject.point(x, OFFSET + i) + " is " + value
                            + " among others, " + alone + " alone");
                    isSound = false;
                }
            }
        }
        if (isSound) {
            slices(rows);
        }
        return rows;
    }

    /** Checks that scores asked for a parameter at a time are those asked for all at once. */
    private void slices(double[][] rows) {
        if (subject.isUnivariate()) {
            return;
        }
        double[][] one = new double[1][length + MORE];
        for (int k = 0; k < subject.count(); k++) {
            distribution.gradLogPdf(x, OFFSET, subject.index(k), one, ROW_OFFSET, length);
            for (int i = ROW_OFFSET; i < ROW_OFFSET + length; i++) {
                if (!isClose(rows[k][i], one[0][i], Math.abs(rows[k][i]) + scale(rows[k]))) {
                    findings.add("gradLogPdf by " + subject.name(k) + " is " + rows[k][i] + " among other parameters, " + one[0][i]
                            + " alone");
                    return;
                }
            }
        }
    }

    /**
     * Checks that scores by statistics are finite, and that they agree with those by x as far as x determines these: within
     * the change that moving x by a few units in the last place makes.
     */
    private void scoresByStatistics(String what, double[][] plain) {
        double[][] rows = subject.rows(length + MORE);
        double[][] again = subject.rows(length + MORE);
        DrawsCheck.fill(rows, 0);
        DrawsCheck.fill(again, 1);
        subject.scoresOfDraws(x, statistics, rows, OFFSET, length);
        subject.scoresOfDraws(x, statistics, again, OFFSET, length);
        isSound = DrawsCheck.isWritten(findings, "the scores of " + what, "gradLogPdf", 0, rows, again, OFFSET, length);
        double[][] above = statistics.length == 0 ? rows : shifted(ULPS);
        double[][] below = statistics.length == 0 ? rows : shifted(-ULPS);
        for (int k = 0; k < subject.count() && isSound; k++) {
            double scale = scale(subject.row(rows, k));
            for (int i = 0; i < length && isSound; i++) {
                double value = subject.row(rows, k)[OFFSET + i];
                double ofX = subject.row(plain, k)[ROW_OFFSET + i];
                double unsure = statistics.length == 0 ? 0
                        : Math.abs(subject.row(above, k)[OFFSET + i] - ofX) + Math.abs(subject.row(below, k)[OFFSET + i] - ofX);
                isSound = Double.isFinite(value)
                        && !(Math.abs(value - ofX) > 2 * unsure + 1e-9 * (Math.abs(value) + scale) && isTold(OFFSET + i));
                if (!isSound) {
                    findings.add("score by " + subject.name(k) + " of " + what + " " + i + ", " + Subject.point(x, OFFSET + i)
                            + ", is " + value + (Double.isFinite(value) ? " by its statistics, " + ofX + " by x" : ""));
                }
            }
        }
    }

    /**
     * Tells whether a draw, which is rounded, determines its score: not at an end of the support, nor where numbers are
     * subnormal.
     */
    private boolean isTold(int at) {
        double[] value = new double[1];
        distribution.logPdf(x, at, value, 0, 1);
        for (double[] column : x) {
            if (!(Math.abs(column[at]) >= Double.MIN_NORMAL && Math.abs(column[at]) < Double.POSITIVE_INFINITY)
                    && statistics.length > 0) {
                return false;
            }
        }
        return Double.isFinite(value[0]) || statistics.length == 0;
    }

    private double[][] shifted(double ulps) {
        double[][] moved = subject.columns(length + MORE);
        for (int d = 0; d < x.length; d++) {
            for (int i = OFFSET; i < OFFSET + length; i++) {
                moved[d][i] = x[d][i] + ulps * Math.ulp(x[d][i]);
            }
        }
        double[][] rows = subject.rows(length + MORE);
        subject.scores(distribution, moved, OFFSET, rows, OFFSET, length);
        return rows;
    }

    private double scale(double[] row) {
        double sum = 0;
        int finite = 0;
        for (int i = ROW_OFFSET; i < length; i++) {
            if (Double.isFinite(row[i])) {
                sum += Math.abs(row[i]) / length;
                finite++;
            }
        }
        return finite == 0 ? 0 : sum;
    }

    private static boolean isClose(double a, double b, double scale) {
        return DrawsCheck.isSame(a, b) || Math.abs(a - b) <= 1e-9 * scale;
    }
}
