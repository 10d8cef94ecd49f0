package io.github.scorelane.engine.result;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log1p;
import java.util.Arrays;

/**
 * The shape k of the generalised Pareto distribution that the largest weights follow. Weights have a finite variance if it is
 * below ½, a finite mean below 1.
 *
 * <p>Of n weights, the largest M = ⌈3√n⌉ (⌈n/5⌉ of up to 225, and never more than 2^20) are fitted, by how far they exceed the
 * next one: a mean over a grid of values of θ = −k/σ, weighted by their profile likelihoods, and k = mean log(1 − θx) at that θ,
 * drawn to ½ as if by ten more weights.
 *
 * <p>Source: J. Zhang, M. A. Stephens, <i>A new and efficient estimation method for the generalized Pareto distribution</i>,
 * 2009; A. Vehtari, D. Simpson, A. Gelman, Y. Yao, J. Gabry, <i>Pareto smoothed importance sampling</i>, 2024.
 */
public final class ParetoTail {
    /** Fewer tell nothing. */
    private static final int FEWEST = 5;
    private static final int ALL_SMALL = 225;
    /** The most weights of a tail: their shape's error is then a thousandth, and each thread keeps twice as many. */
    private static final int MOST = 1 << 20;
    private static final int GRID = 30;
    private static final double PRIOR = 3;
    private static final double PRIOR_WEIGHTS = 10;
    private static final double PRIOR_SHAPE = 0.5;
    /** Of the largest weight; what is smaller has no reciprocal. */
    private static final double TINY = 1e-300;

    private ParetoTail() {}

    /**
     * How many of the largest weights the fit needs: the tail, and the one that it begins at.
     *
     * @param samples n
     * @return M + 1; 0 if there are too few for a fit
     */
    public static int needed(long samples) {
        long tail = samples > ALL_SMALL ? (long) Math.ceil(3 * Math.sqrt(samples)) : (samples + 4) / 5;
        return tail < FEWEST ? 0 : (int) Math.min(MOST, tail) + 1;
    }

    /**
     * Fits the shape.
     *
     * @param largest logarithms of the largest weights, from small to large, as many as are needed; of fewer, the rest were 0
     * @param samples n
     * @return k; NaN if fewer than five weights exceed the one that the tail begins at: most are equal, or 0
     */
    public static double shape(double[] largest, long samples) {
        int needed = needed(samples);
        if (needed == 0 || largest.length < FEWEST) {
            return Double.NaN;
        }
        double cutoff = largest.length == needed ? largest[0] : Double.NEGATIVE_INFINITY;
        double top = largest[largest.length - 1];
        int ties = 0;
        // What equals the cutoff exceeds it by nothing, and is no tail.
        while (ties < largest.length && largest[ties] == cutoff) {
            ties++;
        }
        if (largest.length - ties < FEWEST) {
            return Double.NaN;
        }
        double unit = Exp.exp(cutoff - top);
        double[] x = new double[largest.length - ties];
        for (int i = 0; i < x.length; i++) {
            x[i] = Exp.exp(largest[ties + i] - top) - unit;
        }
        int begin = 0;
        while (begin < x.length && x[begin] < TINY) {
            begin++;
        }
        // Some weights that are as nothing beside the largest: no tail is heavier.
        return x.length - begin < FEWEST ? Double.POSITIVE_INFINITY : fit(Arrays.copyOfRange(x, begin, x.length));
    }

    /** The fit to exceedances, from small to large, all above 0. */
    static double fit(double[] x) {
        int n = x.length;
        double[] scratch = new double[n];
        int grid = GRID + (int) Math.sqrt(n);
        double quartile = x[(int) Math.floor(n / 4.0 + 0.5) - 1];
        double[] theta = new double[grid];
        double[] profile = new double[grid];
        double best = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < grid; j++) {
            theta[j] = 1 / x[n - 1] + (1 - Math.sqrt(grid / (j + 0.5))) / (PRIOR * quartile);
            double k = shapeAt(theta[j], x, scratch);
            // At θ = 0 it is the exponential distribution's.
            double ratio = theta[j] == 0 ? 1 / mean(x) : -theta[j] / k;
            profile[j] = n * (StrictMath.log(ratio) - k - 1);
            best = Math.max(best, profile[j]);
        }
        double weights = 0;
        double weighted = 0;
        for (int j = 0; j < grid; j++) {
            double weight = Exp.exp(profile[j] - best);
            weights += weight;
            weighted = Fma.fma(weight, theta[j], weighted);
        }
        double k = shapeAt(weighted / weights, x, scratch);
        return (n * k + PRIOR_WEIGHTS * PRIOR_SHAPE) / (n + PRIOR_WEIGHTS);
    }

    /** mean log(1 − θx). */
    private static double shapeAt(double theta, double[] x, double[] scratch) {
        for (int i = 0; i < x.length; i++) {
            scratch[i] = -theta * x[i];
        }
        Log1p.log1p(scratch, 0, scratch, 0, x.length);
        return mean(scratch);
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double number : x) {
            sum += number;
        }
        return sum / x.length;
    }
}
