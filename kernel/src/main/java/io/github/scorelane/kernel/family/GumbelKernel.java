package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The Gumbel distribution of maxima over arrays, with location μ and scale β. With z = (x − μ)/β and e = exp(−z):
 *
 * <pre>
 *     log p      = −z − e − ln β
 *     ∂ log p/∂μ = (1 − e)/β          ∂ log p/∂β = (z·(1 − e) − 1)/β
 * </pre>
 *
 * <p>Draw i has e = −ln u, with u uniform i of the stream, z = −ln e and x = fma(β, z, μ): from −3.6 to 36.7 scales.
 */
public final class GumbelKernel {
    private GumbelKernel() {}

    /**
     * Draws.
     *
     * @param location μ
     * @param scale β
     * @param stream where the words come from
     * @param first index of the first draw
     * @param x where they go
     * @param standard where their z go; may be x itself
     * @param power where their e go; may be x itself
     * @param offset where all begin
     * @param length how many, at most a block
     */
    public static void sample(double location, double scale, SplitStream stream, long first, double[] x, double[] standard,
            double[] power, int offset, int length) {
        stream.uniforms(first, power, offset, length);
        ofProbabilities(location, scale, x, standard, power, offset, length);
    }

    /**
     * Quantiles, μ − β·ln(−ln p).
     *
     * @param location μ
     * @param scale β
     * @param x probabilities, replaced by their quantiles
     * @param standard where the quantiles' z go; may be x itself
     * @param power where their exp(−z) go; may be x itself
     * @param offset where all begin
     * @param length how many, at most a block
     */
    public static void quantile(double location, double scale, double[] x, double[] standard, double[] power, int offset,
            int length) {
        System.arraycopy(x, offset, power, offset, length);
        ofProbabilities(location, scale, x, standard, power, offset, length);
    }

    private static void ofProbabilities(double location, double scale, double[] x, double[] standard, double[] power,
            int offset, int length) {
        Log.log(power, offset, power, offset, length);
        for (int i = offset; i < offset + length; i++) {
            power[i] = -power[i];
        }
        Log.log(power, offset, standard, offset, length);
        for (int i = offset; i < offset + length; i++) {
            double z = -standard[i];
            standard[i] = z;
            x[i] = Fma.fma(scale, z, location);
        }
    }

    /**
     * What the scores of points are made of.
     *
     * @param location μ
     * @param scale β
     * @param x the points
     * @param standard where their z go
     * @param power where their e go
     * @param offset where all begin
     * @param length how many, at most a block
     */
    public static void statistics(double location, double scale, double[] x, double[] standard, double[] power, int offset,
            int length) {
        double rate = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            double z = (x[i] - location) * rate;
            standard[i] = z;
            power[i] = -z;
        }
        Exp.exp(power, offset, power, offset, length);
    }

    /**
     * Logarithms of the density.
     *
     * @param location μ
     * @param scale β
     * @param x the points
     * @param logPdf where the logarithms go
     * @param offset where all begin
     * @param length how many, at most a block
     */
    public static void logPdf(double location, double scale, double[] x, double[] logPdf, int offset, int length) {
        double rate = 1 / scale;
        double constant = -Log.log(scale);
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = (location - x[i]) * rate;
        }
        Exp.exp(logPdf, offset, logPdf, offset, length);
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = constant - ((x[i] - location) * rate + logPdf[i]);
        }
        Support.clear(-Double.MAX_VALUE, Double.MAX_VALUE, x, logPdf, offset, length);
    }

    /**
     * Both scores.
     *
     * @param scale β
     * @param standard the points' z
     * @param power the points' e
     * @param byLocation where ∂ log p/∂μ goes
     * @param byScale where ∂ log p/∂β goes
     * @param offset where all begin
     * @param length how many, at most a block
     */
    public static void scores(double scale, double[] standard, double[] power, double[] byLocation, double[] byScale,
            int offset, int length) {
        double rate = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            double rest = 1 - power[i];
            byLocation[i] = rest * rate;
            byScale[i] = Fma.fma(standard[i], rest, -1) * rate;
        }
    }
}
