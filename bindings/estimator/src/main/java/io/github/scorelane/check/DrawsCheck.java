package io.github.scorelane.check;

import io.github.scorelane.distribution.MultivariateDistribution;
import java.util.Arrays;

/**
 * The check that draws are functions of the stream and their index alone, and that they are written where they ought to be
 * and nowhere else.
 */
final class DrawsCheck {
    private static final long FIRST = 99;
    /** The number of draws, a prime, so that it is no multiple of what a loop is unrolled by. */
    private static final int LENGTH = 997;
    private static final int OFFSET = 3;
    private static final int MORE = 7;
    private static final int SINGLES = 200;
    /**
     * Two numbers that arrays are filled with before two runs. A draw may be one of them by chance, but not both, each in its
     * run.
     */
    private static final double[] FILLS = {1.2345678987654e77, -3.4567898765432e66};

    private final Subject subject;
    private final Findings findings;
    private final int length;

    DrawsCheck(Subject subject, Findings findings) {
        this.subject = subject;
        this.findings = findings;
        length = Math.min(subject.block(), LENGTH);
    }

    void run() {
        double[][] x = filled(0);
        double[][] again = filled(1);
        sample(x);
        sample(again);
        if (!isWritten("draw", "sample", FIRST, x, again, length)) {
            return;
        }
        for (int d = 0; d < x.length; d++) {
            for (int i = OFFSET; i < OFFSET + length; i++) {
                if (Double.isNaN(x[d][i])) {
                    findings.add("draw " + (FIRST + i - OFFSET) + " is NaN");
                    return;
                }
            }
        }
        if (isRepeated(x, again)) {
            cut(x);
            withStatistics(x);
        }
    }

    private void sample(double[][] x) {
        subject.distribution().sample(Points.STREAM, FIRST, x, OFFSET, length);
    }

    private double[][] filled(int fill) {
        double[][] x = subject.columns(length + MORE);
        fill(x, fill);
        return x;
    }

    static void fill(double[][] rows, int fill) {
        for (double[] row : rows) {
            Arrays.fill(row, FILLS[fill]);
        }
    }

    /**
     * Tells whether two runs, into arrays with different fills, overwrote the fill everywhere in their range and nowhere
     * else.
     */
    private boolean isWritten(String what, String method, long first, double[][] x, double[][] again, int n) {
        return isWritten(findings, what, method, first, x, again, OFFSET, n);
    }

    static boolean isWritten(Findings findings, String what, String method, long first, double[][] x, double[][] again, int offset,
            int n) {
        for (int d = 0; d < x.length; d++) {
            for (int i = 0; i < x[d].length; i++) {
                boolean inside = i >= offset && i < offset + n;
                boolean untouched = x[d][i] == FILLS[0] && again[d][i] == FILLS[1];
                if (inside && untouched) {
                    findings.add(method + " does not write " + what + " " + (first + i - offset)
                            + (x.length > 1 ? ", row " + d : ""));
                    return false;
                }
                if (!inside && !untouched) {
                    findings.add(method + " writes place " + i + " of an array, outside its range, which is " + offset + " to "
                            + (offset + n - 1));
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isRepeated(double[][] x, double[][] again) {
        for (int i = OFFSET; i < OFFSET + length; i++) {
            for (int d = 0; d < x.length; d++) {
                if (!isSame(x[d][i], again[d][i])) {
                    findings.add("draw " + (FIRST + i - OFFSET) + " is " + x[d][i] + " at one time, " + again[d][i]
                            + " at the next: draws depend on more than the stream and their index");
                    return false;
                }
            }
        }
        return true;
    }

    private void cut(double[][] x) {
        MultivariateDistribution distribution = subject.distribution();
        double[][] one = subject.columns(1);
        for (int i = 0; i < Math.min(length, SINGLES); i++) {
            distribution.sample(Points.STREAM, FIRST + i, one, 0, 1);
            if (!isSameCut(x, i, one, 0, "drawn alone")) {
                return;
            }
        }
        int begin = length / 3;
        double[][] rest = subject.columns(length - begin);
        distribution.sample(Points.STREAM, FIRST + begin, rest, 0, length - begin);
        for (int i = begin; i < length; i++) {
            if (!isSameCut(x, i, rest, i - begin, "in a range that begins at draw " + (FIRST + begin))) {
                return;
            }
        }
    }

    private boolean isSameCut(double[][] x, int i, double[][] other, int at, String how) {
        for (int d = 0; d < x.length; d++) {
            if (!isSame(x[d][OFFSET + i], other[d][at])) {
                findings.add("draws depend on how a range is cut: draw " + (FIRST + i) + " is " + x[d][OFFSET + i]
                        + " in a range that begins at draw " + FIRST + ", " + other[d][at] + " " + how);
                return false;
            }
        }
        return true;
    }

    private void withStatistics(double[][] x) {
        MultivariateDistribution distribution = subject.distribution();
        double[][] statistics = new double[distribution.statistics()][length + MORE];
        double[][] again = new double[statistics.length][length + MORE];
        double[][] same = filled(0);
        fill(statistics, 0);
        fill(again, 1);
        distribution.sample(Points.STREAM, FIRST, same, statistics, OFFSET, length);
        distribution.sample(Points.STREAM, FIRST, same, again, OFFSET, length);
        if (!isWritten("the statistics of draw", "sample", FIRST, statistics, again, length)) {
            return;
        }
        for (int i = OFFSET; i < OFFSET + length; i++) {
            for (int d = 0; d < x.length; d++) {
                if (!isSame(x[d][i], same[d][i])) {
                    findings.add("draw " + (FIRST + i - OFFSET) + " is " + x[d][i] + " without statistics, " + same[d][i]
                            + " with them");
                    return;
                }
            }
        }
    }

    /**
     * Tells whether two numbers are equal, but for what {@link Math#exp} and its like may differ by between the interpreter
     * and the compilers.
     */
    static boolean isSame(double a, double b) {
        return a == b || Math.abs(a - b) <= 1e-12 * Math.abs(a) || Double.isNaN(a) && Double.isNaN(b);
    }
}
