package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;

/**
 * Sums of the function over a whole run: n, the centre c, Σφ and Σφ², with φ = f − c. Centring keeps a large mean of f from
 * cancelling the digits of its variance.
 *
 * @param n number of samples
 * @param centre the centre c
 * @param f Σφ
 * @param ff Σφ²
 * @param sums an array that begins with their lanes; not to be changed
 */
public record FunctionTotals(long n, double centre, double f, double ff, double[] sums) {
    /** Folds the lanes of the sums that a node begins with. */
    public static FunctionTotals of(long n, double centre, double[] sums) {
        return new FunctionTotals(n, centre, EightLanes.fold(sums, FunctionSums.F),
                EightLanes.fold(sums, FunctionSums.FF), sums);
    }

    /** Returns the number of samples of a lane. */
    public long n(int lane) {
        return (n - lane + EightLanes.COUNT - 1) / EightLanes.COUNT;
    }

    /** Returns a lane's part of all samples. */
    public double share(int lane) {
        return (double) n(lane) / n;
    }

    /** Returns Σφ of a lane. */
    public double f(int lane) {
        return sums[FunctionSums.F + lane];
    }

    /** Returns the mean of φ. */
    public double mean() {
        return f / n;
    }

    /** Returns Σ(φ − a)², with a the mean of φ. */
    double centredSquares() {
        return Math.max(0, ff - f * mean());
    }

    /** Returns the mean of f, the value. */
    public double value() {
        return centre + mean();
    }

    /** Returns the variance of the value; NaN for one sample, and where the squares of φ underflowed or overflowed. */
    public double valueVariance() {
        return n < 2 || ff == 0 && f != 0 ? Double.NaN : centredSquares() / ((double) n * (n - 1));
    }
}
