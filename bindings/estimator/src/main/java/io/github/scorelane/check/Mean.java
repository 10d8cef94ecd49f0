package io.github.scorelane.check;

import java.util.Arrays;

/**
 * A mean, how far it may be off, and whether draws tell that at all.
 *
 * <p>The error is bounded by an empirical Bernstein inequality, in which skewness has its place: with probability 1 − 2e^−L the
 * mean of n numbers of range b and sample variance V is within √(2VL/n) + 7bL/(3(n − 1)) of their expectation. b is the
 * sample's range. Where more lies in what n draws have not shown than in what they have, no bound made of them holds: so
 * numbers whose largest deviations look like those of a law of tail index 1 or less (Hill's estimate), or of which fewer than
 * {@value #TOP} deviate, are not judged.
 *
 * <p>Sources: A. Maurer, M. Pontil, <i>Empirical Bernstein bounds and sample variance penalization</i>, 2009; B. M. Hill, <i>A
 * simple general approach to inference about the tail of a distribution</i>, 1975.
 */
final class Mean {
    static final int TOP = 64;

    /** The largest deviations from the centre; a heap, its root the least of them. */
    private final double[] top = new double[TOP];
    private long n;
    private double centre;
    private double sum;
    private double squares;
    private double least = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;

    void add(double[] y, int length) {
        if (n == 0) {
            double[] sorted = Arrays.copyOf(y, length);
            Arrays.sort(sorted);
            centre = sorted[length / 2];
        }
        for (int i = 0; i < length; i++) {
            double d = y[i] - centre;
            sum += d;
            squares += d * d;
            least = Math.min(least, d);
            largest = Math.max(largest, d);
            if (Math.abs(d) > top[0]) {
                replaceRoot(Math.abs(d));
            }
        }
        n += length;
    }

    private void replaceRoot(double d) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child + 1 < TOP && top[child + 1] < top[child]) {
                child++;
            }
            if (child >= TOP || top[child] >= d) {
                break;
            }
            top[at] = top[child];
            at = child;
        }
        top[at] = d;
    }

    double mean() {
        return centre + sum / n;
    }

    double variance() {
        double shift = sum / n;
        return Math.max(0, squares / n - shift * shift);
    }

    double standardError() {
        return Math.sqrt(variance() / n);
    }

    boolean isFinite() {
        return Double.isFinite(mean()) && Double.isFinite(squares);
    }

    boolean isConstant() {
        return least == largest;
    }

    /** Whether the draws that matter were among those made. */
    boolean isJudged() {
        if (!isFinite() || top[0] == 0) {
            return false;
        }
        double logs = 0;
        for (double d : top) {
            logs += StrictMath.log(d / top[0]);
        }
        return logs / (TOP - 1) < 1;
    }

    /** How far the mean may be off at that L, if the variance is at least this. */
    double bound(double confidence, double knownVariance) {
        return Math.sqrt(2 * Math.max(variance(), knownVariance) * confidence / n)
                + 7 * (largest - least) * confidence / (3.0 * (n - 1));
    }
}
