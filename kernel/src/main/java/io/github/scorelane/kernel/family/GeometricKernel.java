package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the geometric distribution over arrays: x = 0, 1, … failures before the first
 * success, which has probability p.
 *
 * <pre>
 *     log p(x)      = ln p + x·ln(1 − p)
 *     ∂ log p(x)/∂p = 1/p − x/(1 − p)
 * </pre>
 *
 * <p>Draw e is ⌊ln u/ln(1 − p)⌋, with u uniform e of the stream: to 36.7/p, each probability P(X ≥ x) exact to 2^-52. Numbers above
 * 2^53 are rounded to doubles. Elsewhere than at whole numbers that are not negative the log mass is −∞.
 */
public final class GeometricKernel {
    private GeometricKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param trial each trial
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(Trial trial, SplitStream stream, long first, double[] x, int offset, int length) {
        double scale = 1 / trial.logQ();
        stream.uniforms(first, x, offset, length);
        Log.log(x, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Math.floor(x[i] * scale);
        }
    }

    /**
     * Replaces probabilities by their quantiles: the least x with P(X ≤ x) at least the given probability.
     *
     * @param trial each trial
     * @param x probabilities, replaced by their quantiles
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void quantile(Trial trial, double[] x, int offset, int length) {
        double scale = 1 / trial.logQ();
        for (int i = offset; i < offset + length; i++) {
            double rest = 1 - x[i];
            // The rounding error of 1 − x is, near enough, that of ln(1 − x) too.
            double log = Log.log(rest) + ((1 - rest) - x[i]);
            x[i] = log <= 0 ? Math.max(0, Math.ceil(log * scale) - 1) : Double.NaN;
        }
    }

    /**
     * Writes the logarithm of the probability mass at each point.
     *
     * @param trial each trial
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void logPdf(Trial trial, double[] x, double[] logPdf, int offset, int length) {
        double ofSuccess = trial.logP();
        double ofFailure = trial.logQ();
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = Fma.fma(x[i], ofFailure, ofSuccess);
        }
        Support.clearBetweenWholes(ofSuccess, x, logPdf, offset, length);
    }

    /**
     * Writes scores: 1/p − x/q of the probability, q − x·p of its logit.
     *
     * @param atZero the score of 0 failures
     * @param slope score that each failure adds
     * @param x the points
     * @param score receives the scores
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void scores(double atZero, double slope, double[] x, double[] score, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            score[i] = Fma.fma(x[i], slope, atZero);
        }
    }
}
