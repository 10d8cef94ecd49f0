package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;

/**
 * What a whole run summed of the function: n, the centre c, Σφ and Σφ², with φ = f − c.
 *
 * @param n samples
 * @param centre c
 * @param f Σφ
 * @param ff Σφ²
 * @param sums an array that begins with their lanes; not to be changed
 */
public record FunctionTotals(long n, double centre, double f, double ff, double[] sums) {
    public static FunctionTotals of(long n, double centre, double[] sums) {
        return new FunctionTotals(n, centre, EightLanes.fold(sums, FunctionSums.F),
                EightLanes.fold(sums, FunctionSums.FF), sums);
    }

    /** Samples of a lane. */
    public long n(int lane) {
        return (n - lane + EightLanes.COUNT - 1) / EightLanes.COUNT;
    }

    /** A lane's part of all samples. */
    public double share(int lane) {
        return (double) n(lane) / n;
    }

    /** Σφ of a lane. */
    public double f(int lane) {
        return sums[FunctionSums.F + lane];
    }

    /** The mean of φ. */
    public double mean() {
        return f / n;
    }

    /** Σ(φ − mean)². */
    double centredSquares() {
        return Math.max(0, ff - f * mean());
    }

    /** The mean of f. */
    public double value() {
        return centre + mean();
    }

    /** The value's variance; NaN for one sample, and where the squares of φ are no numbers though φ is not 0. */
    public double valueVariance() {
        return n < 2 || ff == 0 && f != 0 ? Double.NaN : centredSquares() / ((double) n * (n - 1));
    }
}
