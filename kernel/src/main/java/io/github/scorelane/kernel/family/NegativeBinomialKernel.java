package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Deviance;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.StirlingError;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * Computes draws, log densities and scores of the negative binomial distribution over arrays: k failures before the r-th success,
 * each trial with probability p, q = 1 − p:
 *
 * <pre>
 *     log p      = ln Γ(k + r) − ln Γ(r) − ln k! + r·ln p + k·ln q
 *     ∂ log p/∂p = (r·q − k·p)/(p·q)
 * </pre>
 *
 * <p>The other score is {@link NegativeBinomialScore}'s. The log mass is taken in the form of the saddle point, with K = k + 1 and
 * N = K + r: δ(N) − δ(K) − δ(r) − D(K, N·q) − D(r, N·p) + ½·ln(K·r/(2πN)) − ln((k + r)·q), with {@link StirlingError} and {@link
 * Deviance}.
 *
 * <p>Source of the form: C. Loader, <i>Fast and accurate computation of binomial probabilities</i>, 2000.
 */
public final class NegativeBinomialKernel {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    /** Largest number of values, about, for which a table is worth the time that it takes to make. */
    private static final double MOST_OF_TABLE = 8192;

    private NegativeBinomialKernel() {}

    /**
     * Creates a sampler: by a table where the law is narrow, else by Poisson draws whose means are gamma draws of shape r and scale
     * q/p: these are from substream(0), the Poisson draws from substream(1).
     *
     * @param successes r, positive
     * @param trial each trial
     * @return the sampler
     */
    public static Sampler sampler(double successes, Trial trial) {
        double p = trial.p();
        double q = trial.q();
        double scale = q / p;
        double deviation = Math.sqrt(successes * scale / p);
        if (20 * deviation + 46 * scale < MOST_OF_TABLE) {
            double mode = Math.max(0, Math.floor((successes - 1) * scale));
            return MassTable.of(mode, k -> (k + successes) / (k + 1) * q, k -> k / ((k - 1 + successes) * q))::sample;
        }
        return (stream, first, x, offset, length) -> mixture(successes, scale, stream, first, x, offset, length);
    }

    private static void mixture(double successes, double scale, SplitStream stream, long first, double[] x, int offset,
            int length) {
        Workspace workspace = Workspace.ofThread();
        double[] means = workspace.doubles();
        GammaSampler.sample(successes, stream.substream(0), first, means, length);
        for (int i = 0; i < length; i++) {
            means[i] *= scale;
        }
        PoissonSampler.sample(means, stream.substream(1), first, x, offset, length);
        workspace.giveBack(1, 0);
    }

    /**
     * Writes the logarithm of the probability mass at each point, which is −∞ for a number that is not a whole number of at least
     * 0.
     *
     * @param successes r, positive
     * @param trial each trial
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(double successes, Trial trial, double[] x, double[] logPdf, int offset, int length) {
        double q = trial.q();
        double constant = -StirlingError.stirlingError(successes) + 0.5 * Log.log(successes) - HALF_LOG_TWO_PI - Log.log(q);
        Workspace workspace = Workspace.ofThread();
        double[] next = workspace.doubles();
        double[] all = workspace.doubles();
        double[] sum = workspace.doubles();
        double[] part = workspace.doubles();
        for (int i = 0; i < length; i++) {
            next[i] = x[offset + i] + 1;
            all[i] = next[i] + successes;
            sum[i] = next[i] / all[i];
            part[i] = x[offset + i] + successes;
        }
        Log.log(sum, 0, sum, 0, length);
        Log.log(part, 0, part, 0, length);
        for (int i = 0; i < length; i++) {
            sum[i] = 0.5 * sum[i] - part[i];
        }
        addErrors(next, all, sum, part, length, workspace);
        subtractDeviances(successes, trial, next, all, sum, part, length, workspace);
        for (int i = 0; i < length; i++) {
            logPdf[offset + i] = constant + sum[i];
        }
        workspace.giveBack(4, 0);
        Support.clearBetweenWholes(successes * trial.logP(), x, logPdf, offset, length);
    }

    /** Adds δ(N) − δ(K). */
    private static void addErrors(double[] next, double[] all, double[] sum, double[] part, int length, Workspace workspace) {
        double[] ofNext = workspace.doubles();
        StirlingError.stirlingError(all, 0, part, 0, length);
        StirlingError.stirlingError(next, 0, ofNext, 0, length);
        for (int i = 0; i < length; i++) {
            sum[i] += part[i] - ofNext[i];
        }
        workspace.giveBack(1, 0);
    }

    /** Subtracts D(K, N·q) + D(r, N·p). K and N are replaced. */
    private static void subtractDeviances(double successes, Trial trial, double[] next, double[] all, double[] sum, double[] part,
            int length, Workspace workspace) {
        double p = trial.p();
        double q = trial.q();
        double restOfP = trial.restOfP();
        double restOfQ = trial.restOfQ();
        double[] means = workspace.doubles();
        double[] otherMeans = workspace.doubles();
        for (int i = 0; i < length; i++) {
            means[i] = all[i] * p;
            otherMeans[i] = all[i] * q;
        }
        // The rounding errors of the means move the logarithm, too.
        for (int i = 0; i < length; i++) {
            double slope = (Fma.fma(all[i], p, -means[i]) + all[i] * restOfP) / means[i];
            double otherSlope = (Fma.fma(all[i], q, -otherMeans[i]) + all[i] * restOfQ) / otherMeans[i];
            sum[i] += (successes - means[i]) * slope + (next[i] - otherMeans[i]) * otherSlope;
        }
        Deviance.deviance(next, otherMeans, part, 0, length);
        Arrays.fill(next, 0, length, successes);
        Deviance.deviance(next, means, all, 0, length);
        for (int i = 0; i < length; i++) {
            sum[i] -= part[i] + all[i];
        }
        workspace.giveBack(2, 0);
    }

    /**
     * Writes scores: multiples of r·q − k·p, whose rounding error is put back.
     *
     * @param successes r, positive
     * @param trial each trial
     * @param scale 1/(p·q) for the score of the probability, 1 for that of its logit
     * @param x the points
     * @param score receives the scores
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void scores(double successes, Trial trial, double scale, double[] x, double[] score, int offset, int length) {
        double p = trial.p();
        double q = trial.q();
        double restOfP = trial.restOfP();
        double restOfQ = trial.restOfQ();
        for (int i = offset; i < offset + length; i++) {
            double product = x[i] * p;
            double rest = Fma.fma(x[i], restOfP, Fma.fma(x[i], p, -product));
            score[i] = (Fma.fma(successes, q, -product) + Fma.fma(successes, restOfQ, -rest)) * scale;
        }
    }
}
