package io.github.scorelane.engine.draw;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log1p;
import java.util.Arrays;

/**
 * Shape k of the generalised Pareto distribution that is fitted to the largest importance weights. It tells whether an error bar
 * that is made of the weights can be trusted: weights have a finite variance if k is below ½, and a finite mean if it is below 1.
 *
 * <p>The fit takes the M largest of n weights, M = ⌈3√n⌉ (⌈n/5⌉ for n up to 225, and never more than 2^20), as exceedances x over
 * the next largest weight. The parameter θ = −k/σ, with σ the scale of the distribution, is the mean over a grid of values,
 * weighted by their profile likelihoods; k is the mean of log(1 − θx) at that θ, drawn towards ½ as if by ten more weights.
 *
 * <p>Source: J. Zhang, M. A. Stephens, <i>A new and efficient estimation method for the generalized Pareto distribution</i>,
 * 2009; A. Vehtari, D. Simpson, A. Gelman, Y. Yao, J. Gabry, <i>Pareto smoothed importance sampling</i>, 2024.
 */
public final class ParetoTail {
    /** Fewest weights that tell anything of a tail. */
    private static final int FEWEST = 5;
    /** Number of samples up to which a fifth of them are the tail. */
    private static final int ALL_SMALL = 225;
    /** Most weights of a tail: the error of k is then about 0.001, and each thread has to keep twice as many weights. */
    private static final int MOST = 1 << 20;
    /** Constants of Zhang and Stephens: values of the grid besides √n, and the scale of its distribution. */
    private static final int GRID = 30;
    private static final double PRIOR = 3;
    /** Constants of Vehtari et al.: the weight and the value of the prior of k. */
    private static final double PRIOR_WEIGHTS = 10;
    private static final double PRIOR_SHAPE = 0.5;
    /** Least exceedance, relative to the largest weight, that the fit takes: smaller ones may have no reciprocal. */
    private static final double TINY = 1e-300;

    private ParetoTail() {}

    /**
     * Returns the number of largest weights that the fit needs: those of the tail, and the one that it begins at.
     *
     * @param samples the number n of samples
     * @return M + 1; 0 if there are too few samples for a fit
     */
    public static int needed(long samples) {
        long tail = samples > ALL_SMALL ? (long) Math.ceil(3 * Math.sqrt(samples)) : (samples + 4) / 5;
        return tail < FEWEST ? 0 : (int) Math.min(MOST, tail) + 1;
    }

    /**
     * Fits the shape.
     *
     * @param largest the logarithms of the largest weights, ascending, as many as are needed; where there are fewer, all other
     *     weights were 0
     * @param samples the number n of samples
     * @return k; NaN if fewer than five weights exceed the one that the tail begins at, because most are equal or 0; infinity if
     *     the tail is so heavy that all but a few weights are negligible beside the largest
     */
    public static double shape(double[] largest, long samples) {
        int needed = needed(samples);
        if (needed == 0 || largest.length < FEWEST) {
            return Double.NaN;
        }
        double cutoff = largest.length == needed ? largest[0] : Double.NEGATIVE_INFINITY;
        double top = largest[largest.length - 1];
        int ties = 0;
        // Weights that equal the cutoff exceed it by nothing, and do not belong to the tail.
        while (ties < largest.length && largest[ties] == cutoff) {
            ties++;
        }
        if (largest.length - ties < FEWEST) {
            return Double.NaN;
        }
        // Exceedances are taken relative to the largest weight: k does not depend on the unit, and none overflows.
        double unit = Exp.exp(cutoff - top);
        double[] x = new double[largest.length - ties];
        for (int i = 0; i < x.length; i++) {
            x[i] = Exp.exp(largest[ties + i] - top) - unit;
        }
        int begin = 0;
        while (begin < x.length && x[begin] < TINY) {
            begin++;
        }
        // No generalised Pareto distribution is heavy enough if most weights are negligible beside the largest.
        return x.length - begin < FEWEST ? Double.POSITIVE_INFINITY : fit(Arrays.copyOfRange(x, begin, x.length));
    }

    /** Fits k to exceedances, which are ascending and above 0. */
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
            // At θ = 0 the distribution is the exponential one, and −θ/k becomes the reciprocal of the mean.
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

    /** Returns the k that is most likely for a given θ: the mean of log(1 − θx). */
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
