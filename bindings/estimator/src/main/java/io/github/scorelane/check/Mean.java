package io.github.scorelane.check;

import java.util.Arrays;

/**
 * A mean of numbers, a bound on its distance from their expectation, and whether draws allow such a bound at all.
 *
 * <p>The bound is an empirical Bernstein inequality, which holds for skewed numbers, too: with probability 1 − 2e^−L the mean
 * of n numbers of range b and sample variance V is within √(2VL/n) + 7bL/(3(n − 1)) of their expectation. The range of the
 * sample is taken for b. Where values that n draws have not shown contribute more to the expectation than those that they
 * have, no bound made of the draws holds. So numbers are not judged if their largest deviations look like those of a law of
 * tail index 1 or less, by Hill's estimate, or if fewer than {@value #TOP} deviate.
 *
 * <p>Sources: A. Maurer, M. Pontil, <i>Empirical Bernstein bounds and sample variance penalization</i>, 2009; B. M. Hill, <i>A
 * simple general approach to inference about the tail of a distribution</i>, 1975.
 */
final class Mean {
    static final int TOP = 64;

    /** The largest deviations from the centre, as a heap whose root is the least of them. */
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

    /** Tells whether the draws made include those that matter for the mean, so that the bound holds. */
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

    /**
     * Returns the bound on the error of the mean for the given L, where the variance is known to be at least the given one.
     */
    double bound(double confidence, double knownVariance) {
        return Math.sqrt(2 * Math.max(variance(), knownVariance) * confidence / n)
                + 7 * (largest - least) * confidence / (3.0 * (n - 1));
    }
}
