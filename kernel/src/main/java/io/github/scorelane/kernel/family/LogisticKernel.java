package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the logistic distribution over arrays, with location μ and scale s. With z = (x −
 * μ)/s and t = tanh(z/2):
 *
 * <pre>
 *     log p      = −|z| − 2 ln(1 + exp(−|z|)) − ln s
 *     ∂ log p/∂μ = t/s          ∂ log p/∂s = (z·t − 1)/s
 * </pre>
 *
 * <p>Draw e has t = 2u − 1, with u uniform e of the stream, z = ln(u/(1 − u)) and x = fma(s, z, μ): to 36.7 scales on either side.
 */
public final class LogisticKernel {
    /** Absolute value beyond which the tangent is 1. */
    private static final double FAR = 40;

    private LogisticKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param location μ
     * @param scale s
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param standard receives their z; may be x itself
     * @param tangent receives their t
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void sample(double location, double scale, SplitStream stream, long first, double[] x, double[] standard,
            double[] tangent, int offset, int length) {
        stream.uniforms(first, tangent, offset, length);
        ofProbabilities(location, scale, x, standard, tangent, offset, length);
    }

    /**
     * Replaces probabilities by their quantiles, μ + s·ln(p/(1 − p)); the logarithm's error is below 2^-51·(1 + |z|).
     *
     * @param location μ
     * @param scale s
     * @param x probabilities, replaced by their quantiles
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void quantile(double location, double scale, double[] x, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] = x[i] / (1 - x[i]);
        }
        ofOdds(location, scale, x, x, offset, length);
    }

    /**
     * Replaces probabilities by their quantiles, and writes the statistics of which scores are made.
     *
     * @param location μ
     * @param scale s
     * @param x probabilities, replaced by their quantiles
     * @param standard receives the quantiles' z
     * @param tangent receives their tanh(z/2)
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void quantile(double location, double scale, double[] x, double[] standard, double[] tangent, int offset,
            int length) {
        System.arraycopy(x, offset, tangent, offset, length);
        ofProbabilities(location, scale, x, standard, tangent, offset, length);
    }

    private static void ofProbabilities(double location, double scale, double[] x, double[] standard, double[] tangent,
            int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            double u = tangent[i];
            standard[i] = u / (1 - u);
            tangent[i] = Fma.fma(2, u, -1);
        }
        ofOdds(location, scale, x, standard, offset, length);
    }

    private static void ofOdds(double location, double scale, double[] x, double[] standard, int offset, int length) {
        Log.log(standard, offset, standard, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(scale, standard[i], location);
        }
    }

    /**
     * Writes the statistics of which the scores of points are made.
     *
     * @param location μ
     * @param scale s
     * @param x the points
     * @param standard receives their z
     * @param tangent receives their t, to an absolute error below 2^-52
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void statistics(double location, double scale, double[] x, double[] standard, double[] tangent, int offset,
            int length) {
        double rate = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            double z = (x[i] - location) * rate;
            standard[i] = z;
            tangent[i] = Math.max(-FAR, Math.min(FAR, -z));
        }
        Exp.exp(tangent, offset, tangent, offset, length);
        for (int i = offset; i < offset + length; i++) {
            tangent[i] = (1 - tangent[i]) / (1 + tangent[i]);
        }
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param location μ
     * @param scale s
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(double location, double scale, double[] x, double[] logPdf, int offset, int length) {
        double rate = 1 / scale;
        double constant = -Log.log(scale);
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = -Math.abs(x[i] - location) * rate;
        }
        Exp.exp(logPdf, offset, logPdf, offset, length);
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] += 1;
        }
        Log.log(logPdf, offset, logPdf, offset, length);
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = Fma.fma(-2, logPdf[i], constant) - Math.abs(x[i] - location) * rate;
        }
    }

    /**
     * Writes both scores of each point.
     *
     * @param scale s
     * @param standard the points' z
     * @param tangent the points' t
     * @param byLocation receives ∂ log p/∂μ
     * @param byScale receives ∂ log p/∂s
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void scores(double scale, double[] standard, double[] tangent, double[] byLocation, double[] byScale,
            int offset, int length) {
        double rate = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            double t = tangent[i];
            byLocation[i] = t * rate;
            byScale[i] = Fma.fma(standard[i], t, -1) * rate;
        }
    }
}
