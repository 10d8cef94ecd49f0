package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.TanPi;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the Cauchy distribution over arrays, with location μ and scale γ. With z = (x − μ)/γ
 * and q = 1/(1 + z²):
 *
 * <pre>
 *     log p      = ln q − ln πγ
 *     ∂ log p/∂μ = 2z·q/γ          ∂ log p/∂γ = (1 − 2q)/γ
 * </pre>
 *
 * <p>Draw e is the quantile of uniform e of the stream, μ + γ·tan π(u − ½): to 2.9e15 scales on either side.
 */
public final class CauchyKernel {
    private static final double LOG_PI = 1.1447298858494002;
    /** Largest |z| for which 1 + z² is computed as such. Beyond, it is z², which may overflow. */
    private static final double FAR = 0x1p500;

    /** Scale above which draws may overflow. */
    private static final double HUGE = 0x1p960;

    private CauchyKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param location μ
     * @param scale γ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double location, double scale, SplitStream stream, long first, double[] x, int offset,
            int length) {
        stream.uniforms(first, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] -= 0.5;
        }
        TanPi.tanPi(x, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(scale, x[i], location);
        }
    }

    /**
     * Replaces probabilities by their quantiles, μ ∓ γ/tan πm, with m the lesser of p and 1 − p, and plus where p is above ½.
     *
     * @param location μ
     * @param scale γ
     * @param x probabilities, replaced by their quantiles
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void quantile(double location, double scale, double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] tangent = workspace.doubles();
        double[] signed = workspace.doubles();
        System.arraycopy(x, offset, signed, 0, length);
        for (int i = 0; i < length; i++) {
            tangent[i] = Math.min(signed[i], 1 - signed[i]);
        }
        TanPi.tanPi(tangent, 0, tangent, 0, length);
        for (int i = 0; i < length; i++) {
            signed[i] = Fma.fma(Math.signum(signed[i] - 0.5) / Math.abs(tangent[i]), scale, location);
        }
        System.arraycopy(signed, 0, x, offset, length);
        workspace.giveBack(2, 0);
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param location μ
     * @param scale γ
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(double location, double scale, double[] x, double[] logPdf, int offset, int length) {
        double rate = 1 / scale;
        double constant = -LOG_PI - Log.log(scale);
        for (int i = offset; i < offset + length; i++) {
            double z = (x[i] - location) * rate;
            logPdf[i] = Fma.fma(z, z, 1);
        }
        Log.log(logPdf, offset, logPdf, offset, length);
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = constant - logPdf[i];
        }
        for (int i = offset; i < offset + length; i++) {
            double z = Math.abs((x[i] - location) * rate);
            if (z > FAR) {
                logPdf[i] = constant - 2 * Log.log(z);
            }
        }
    }

    /**
     * Writes both scores of each point.
     *
     * @param location μ
     * @param scale γ
     * @param x the points
     * @param byLocation receives ∂ log p/∂μ
     * @param byScale receives ∂ log p/∂γ
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void scores(double location, double scale, double[] x, double[] byLocation, double[] byScale, int offset,
            int length) {
        if (scale > HUGE) {
            scoresOfFar(location, scale, x, byLocation, byScale, offset, length);
            return;
        }
        double rate = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            double z = (x[i] - location) * rate;
            double twice = 2 / Fma.fma(z, z, 1);
            byLocation[i] = z * twice * rate;
            byScale[i] = (1 - twice) * rate;
        }
    }

    /**
     * Writes scores for scales with which draws may overflow: 2z/(1 + z²) is next to 0 so far out, and infinity times 0 would not
     * be a number.
     */
    private static void scoresOfFar(double location, double scale, double[] x, double[] byLocation, double[] byScale,
            int offset, int length) {
        double rate = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            double z = Math.max(-FAR, Math.min(FAR, (x[i] - location) * rate));
            double twice = 2 / Fma.fma(z, z, 1);
            byLocation[i] = z * twice * rate;
            byScale[i] = (1 - twice) * rate;
        }
    }
}
