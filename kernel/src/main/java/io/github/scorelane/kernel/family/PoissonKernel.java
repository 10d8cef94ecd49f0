package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Deviance;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.StirlingError;

/**
 * Computes draws, log densities and scores of the Poisson distribution over arrays, with mean λ:
 *
 * <pre>
 *     log p      = k·ln λ − λ − ln k!
 *     ∂ log p/∂λ = (k − λ)/λ
 * </pre>
 *
 * <p>The log mass is taken in the form of the saddle point at k + 1, which has no special case at 0: ½·ln(k + 1) − ln λ − ½·ln 2π −
 * δ(k + 1) − D(k + 1, λ), with {@link StirlingError} and {@link Deviance}.
 *
 * <p>Source of the form: C. Loader, <i>Fast and accurate computation of binomial probabilities</i>, 2000.
 */
public final class PoissonKernel {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    /** Largest mean for which a table is made: above, it takes 20 microseconds to make, which it saves with 5,000 draws only. */
    private static final double MOST_OF_TABLE = 2500;

    private PoissonKernel() {}

    /**
     * Creates a sampler: by a table where the law is narrow, else by transformed rejection.
     *
     * @param mean λ, at most 2^50
     * @return the sampler
     */
    public static Sampler sampler(double mean) {
        if (mean > MOST_OF_TABLE) {
            return rejection(mean)::sample;
        }
        return MassTable.of(Math.floor(mean), k -> mean / (k + 1), k -> k / mean)::sample;
    }

    /**
     * Creates a sampler by transformed rejection. The constants are Hörmann's, but for two: with his m, p·G′/m is above 1 by up to
     * 0.6% for some means below 1,000, and with this one his squeeze would be above p·G′/m. Both hold for means from 10 to 2^50, as
     * {@code kernel/src/reference/transformed_rejection.py} shows.
     */
    static TransformedRejection rejection(double mean) {
        double b = Fma.fma(2.53, Math.sqrt(mean), 0.931);
        double a = Fma.fma(0.02483, b, -0.059);
        double v = 0.92 - 3.6224 / (b - 2);
        double m = 1.1239 + 1.2 / (b - 3.4);
        return new TransformedRejection(a, b, mean + 0.43, v, m, (k, logMass, count) -> logMass(mean, k, logMass, 0, count));
    }

    /**
     * Writes the logarithm of the probability mass at each point, which is −∞ for a number that is not a whole number of at least
     * 0.
     *
     * @param mean λ
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(double mean, double[] x, double[] logPdf, int offset, int length) {
        logMass(mean, x, logPdf, offset, length);
        Support.clearBetweenWholes(-mean, x, logPdf, offset, length);
    }

    /** Computes the same for whole numbers of at least −1. */
    static void logMass(double mean, double[] k, double[] logMass, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] next = workspace.doubles();
        double[] part = workspace.doubles();
        double[] sum = workspace.doubles();
        for (int i = 0; i < length; i++) {
            next[i] = k[offset + i] + 1;
        }
        double constant = -Log.log(mean) - HALF_LOG_TWO_PI;
        Log.log(next, 0, sum, 0, length);
        StirlingError.stirlingError(next, 0, part, 0, length);
        for (int i = 0; i < length; i++) {
            sum[i] = Fma.fma(0.5, sum[i], constant) - part[i];
        }
        Deviance.deviance(next, 0, mean, part, 0, length);
        for (int i = 0; i < length; i++) {
            logMass[offset + i] = sum[i] - part[i];
        }
        workspace.giveBack(3, 0);
    }

    /**
     * Writes the scores of the mean.
     *
     * @param mean λ
     * @param x the points
     * @param score receives the scores
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void scoreOfMean(double mean, double[] x, double[] score, int offset, int length) {
        double scale = 1 / mean;
        for (int i = offset; i < offset + length; i++) {
            score[i] = (x[i] - mean) * scale;
        }
    }
}
