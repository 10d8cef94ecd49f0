package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the Laplace distribution over arrays, with location μ and scale b. With z = (x −
 * μ)/b:
 *
 * <pre>
 *     log p      = −|z| − ln 2b
 *     ∂ log p/∂μ = sign(z)/b          ∂ log p/∂b = (|z| − 1)/b
 * </pre>
 *
 * <p>Draw e is the quantile of uniform e of the stream: of 53 bits, and to 36.04 scales on either side.
 */
public final class LaplaceKernel {
    private LaplaceKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param location μ
     * @param scale b
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double location, double scale, SplitStream stream, long first, double[] x, int offset,
            int length) {
        Workspace workspace = Workspace.ofThread();
        double[] log = workspace.doubles();
        double[] signed = workspace.doubles();
        stream.uniforms(first, signed, 0, length);
        for (int i = 0; i < length; i++) {
            log[i] = 1 - Math.abs(Fma.fma(signed[i], 2, -1));
        }
        ofLogarithms(location, scale, signed, log, length);
        System.arraycopy(signed, 0, x, offset, length);
        workspace.giveBack(2, 0);
    }

    /**
     * Replaces probabilities by their quantiles: μ ∓ b·ln(2m), with m the lesser of p and 1 − p, and minus where p is above ½.
     *
     * @param location μ
     * @param scale b
     * @param x probabilities, replaced by their quantiles
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void quantile(double location, double scale, double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] log = workspace.doubles();
        double[] signed = workspace.doubles();
        System.arraycopy(x, offset, signed, 0, length);
        for (int i = 0; i < length; i++) {
            log[i] = Math.min(signed[i], 1 - signed[i]) * 2;
        }
        ofLogarithms(location, scale, signed, log, length);
        System.arraycopy(signed, 0, x, offset, length);
        workspace.giveBack(2, 0);
    }

    private static void ofLogarithms(double location, double scale, double[] signed, double[] log, int length) {
        Log.log(log, 0, log, 0, length);
        for (int i = 0; i < length; i++) {
            signed[i] = Fma.fma(log[i], Math.signum(0.5 - signed[i]) * scale, location);
        }
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param location μ
     * @param scale b
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void logPdf(double location, double scale, double[] x, double[] logPdf, int offset, int length) {
        double rate = 1 / scale;
        double atMode = -Log.log(2) - Log.log(scale);
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = atMode - Math.abs(x[i] - location) * rate;
        }
    }

    /**
     * Writes both scores of each point.
     *
     * @param location μ
     * @param scale b
     * @param x the points
     * @param byLocation receives ∂ log p/∂μ; at the location itself it is 0
     * @param byScale receives ∂ log p/∂b
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void scores(double location, double scale, double[] x, double[] byLocation, double[] byScale, int offset,
            int length) {
        double rate = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            double z = (x[i] - location) * rate;
            byLocation[i] = Math.signum(z) * rate;
            byScale[i] = (Math.abs(z) - 1) * rate;
        }
    }
}
