package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Deviance;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1pMinusX;
import io.github.scorelane.kernel.math.StirlingError;

/**
 * Computes draws, log densities and scores of the binomial distribution over arrays, with n trials of probability p, q = 1 − p:
 *
 * <pre>
 *     log p      = ln C(n, k) + k·ln p + (n − k)·ln q
 *     ∂ log p/∂p = (k − n·p)/(p·q)
 * </pre>
 *
 * <p>The log mass is taken in the form of the saddle point at k + 1 of N = n + 2, which has no special case at 0 and n: with K = k
 * + 1 and J = n − k + 1 it is δ(N) − δ(K) − δ(J) − D(K, N·p) − D(J, N·q) + ½·ln(K·J) − ½·ln(2πN) − ln((n + 1)·p·q), with {@link
 * StirlingError} and {@link Deviance}.
 *
 * <p>Source of the form: C. Loader, <i>Fast and accurate computation of binomial probabilities</i>, 2000.
 */
public final class BinomialKernel {
    private static final double ONE_OVER_SQRT_TWO_PI = 0.3989422804014327;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    /**
     * Largest variance for which a table is made: above, it takes 20 microseconds to make, which it saves with 5,000 draws only.
     */
    private static final double MOST_OF_TABLE = 2500;

    private BinomialKernel() {}

    /**
     * Creates a sampler: by a table where the law is narrow, else by transformed rejection.
     *
     * @param trials n, at least 0
     * @param trial each of them
     * @return the sampler
     */
    public static Sampler sampler(int trials, Trial trial) {
        double p = trial.p();
        double q = trial.q();
        if (trials * p * q <= MOST_OF_TABLE) {
            double odds = p / q;
            return MassTable.of(Math.min(Math.floor((trials + 1.0) * p), trials), k -> (trials - k) / (k + 1) * odds,
                    k -> k / ((trials - k + 1) * odds))::sample;
        }
        if (p <= q) {
            return rejection(trials, p)::sample;
        }
        TransformedRejection failures = rejection(trials, q);
        return (stream, first, x, offset, length) -> {
            failures.sample(stream, first, x, offset, length);
            for (int i = offset; i < offset + length; i++) {
                x[i] = trials - x[i];
            }
        };
    }

    /**
     * Creates a sampler by transformed rejection, with Hörmann's constants for p ≤ ½ and n·p ≥ 10; but his m has the mass of the
     * mode in place of the normal density's largest value. They hold, as {@code kernel/src/reference/transformed_rejection.py}
     * shows.
     */
    static TransformedRejection rejection(int trials, double p) {
        Trial trial = Trial.of(p);
        double deviation = Math.sqrt(trials * p * (1 - p));
        double b = Fma.fma(2.53, deviation, 1.15);
        double a = Fma.fma(0.0248, b, Fma.fma(0.01, p, -0.0873));
        double v = 0.92 - 4.2 / b;
        double m = (2.83 + 5.1 / b) * ONE_OVER_SQRT_TWO_PI;
        return new TransformedRejection(a, b, trials * p + 0.5, v, m,
                (k, logMass, count) -> logMass(trials, trial, k, logMass, 0, count));
    }

    /**
     * Writes the logarithm of the probability mass at each point, which is −∞ for a number that is not a whole number from 0 to n.
     *
     * @param trials n, at least 0
     * @param trial each of them
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(int trials, Trial trial, double[] x, double[] logPdf, int offset, int length) {
        logMass(trials, trial, x, logPdf, offset, length);
        double p = trial.p();
        double allFail = trials * (trial.q() == 1 - p ? Log1pMinusX.log1pMinusX(-p) - p : trial.logQ());
        double allSucceed = trials * trial.logP();
        for (int i = offset; i < offset + length; i++) {
            boolean isWhole = x[i] > 0 && x[i] < trials && x[i] == Math.rint(x[i]);
            logPdf[i] = x[i] == 0 ? allFail : x[i] == trials ? allSucceed : isWhole ? logPdf[i] : Double.NEGATIVE_INFINITY;
        }
    }

    /** Computes the same for whole numbers from −1 to n + 1. */
    static void logMass(int trials, Trial trial, double[] k, double[] logMass, int offset, int length) {
        double p = trial.p();
        double q = trial.q();
        double all = trials + 2.0;
        double mean = all * p;
        double otherMean = all * q;
        // A rounding error e of a mean moves the logarithm by −e·(1 − K/mean), which is 2e-12 at a billion trials.
        double slope = (Fma.fma(all, p, -mean) + all * trial.restOfP()) / mean;
        double otherSlope = (Fma.fma(all, q, -otherMean) + all * trial.restOfQ()) / otherMean;
        double constant = StirlingError.stirlingError(all) - 0.5 * Log.log(all) - HALF_LOG_TWO_PI - Log.log(trials + 1.0)
                - trial.logP() - Log.log(q);
        Workspace workspace = Workspace.ofThread();
        double[] next = workspace.doubles();
        double[] other = workspace.doubles();
        double[] part = workspace.doubles();
        double[] sum = workspace.doubles();
        for (int i = 0; i < length; i++) {
            next[i] = k[offset + i] + 1;
            other[i] = all - next[i];
            sum[i] = next[i] * other[i];
        }
        Log.log(sum, 0, sum, 0, length);
        StirlingError.stirlingError(next, 0, part, 0, length);
        for (int i = 0; i < length; i++) {
            sum[i] = Fma.fma(0.5, sum[i], constant) - part[i];
        }
        StirlingError.stirlingError(other, 0, part, 0, length);
        for (int i = 0; i < length; i++) {
            sum[i] = sum[i] - part[i] + ((next[i] - mean) * slope + (other[i] - otherMean) * otherSlope);
        }
        Deviance.deviance(next, 0, mean, next, 0, length);
        Deviance.deviance(other, 0, otherMean, other, 0, length);
        for (int i = 0; i < length; i++) {
            logMass[offset + i] = sum[i] - (next[i] + other[i]);
        }
        workspace.giveBack(4, 0);
    }

    /**
     * Writes scores: multiples of k − n·p, which is computed from the less of p and q, as that is exact.
     *
     * @param trials n, at least 0
     * @param trial each of them
     * @param scale 1/(p·q) for the score of the probability, 1 for that of its logit
     * @param x the points
     * @param score receives the scores
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void scores(int trials, Trial trial, double scale, double[] x, double[] score, int offset, int length) {
        boolean bySuccess = trial.p() <= trial.q();
        double shift = bySuccess ? 0 : trials;
        double count = bySuccess ? -trials : trials;
        double least = bySuccess ? trial.p() : trial.q();
        for (int i = offset; i < offset + length; i++) {
            score[i] = Fma.fma(count, least, x[i] - shift) * scale;
        }
    }
}
