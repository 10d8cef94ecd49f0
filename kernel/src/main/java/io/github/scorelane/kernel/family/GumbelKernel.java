package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the Gumbel distribution of maxima over arrays, with location μ and scale β. With z =
 * (x − μ)/β and e = exp(−z):
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
     * Writes consecutive draws of the stream into an array.
     *
     * @param location μ
     * @param scale β
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param standard receives their z; may be x itself
     * @param power receives their e; may be x itself
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void sample(double location, double scale, SplitStream stream, long first, double[] x, double[] standard,
            double[] power, int offset, int length) {
        stream.uniforms(first, power, offset, length);
        ofProbabilities(location, scale, x, standard, power, offset, length);
    }

    /**
     * Replaces probabilities by their quantiles, μ − β·ln(−ln p).
     *
     * @param location μ
     * @param scale β
     * @param x probabilities, replaced by their quantiles
     * @param standard receives the quantiles' z; may be x itself
     * @param power receives their exp(−z); may be x itself
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
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
     * Writes the statistics of which the scores of points are made.
     *
     * @param location μ
     * @param scale β
     * @param x the points
     * @param standard receives their z
     * @param power receives their e
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
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
     * Writes the logarithm of the density at each point.
     *
     * @param location μ
     * @param scale β
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
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
     * Writes both scores of each point.
     *
     * @param scale β
     * @param standard the points' z
     * @param power the points' e
     * @param byLocation receives ∂ log p/∂μ
     * @param byScale receives ∂ log p/∂β
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
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
