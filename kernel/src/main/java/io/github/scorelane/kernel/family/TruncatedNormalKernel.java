package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;

/**
 * Computes draws, log densities and scores of the truncated normal distribution over arrays: the normal one with mean μ and
 * standard deviation σ, given that x is between two fixed bounds. With m the point between them that is next to μ, c = (m − μ)/σ
 * and t = (x − m)/σ, so that (x − μ)/σ = c + t:
 *
 * <pre>
 *     log p      = −c·t − t²/2 − ln σ − ln ∫ exp(−c·s − s²/2) ds
 *     ∂ log p/∂μ = (t − E[t])/σ
 *     ∂ log p/∂σ = (t·(t + 2c) − E[t·(t + 2c)])/σ
 * </pre>
 *
 * <p>Nothing of that is lost where the bounds are far from μ, or near one another. The moments are {@link
 * TruncatedNormalMoments}'s. Draw e is the quantile of uniform e of the stream. Outside the bounds the log density is −∞.
 */
public final class TruncatedNormalKernel implements Serializable {
    private final double standardDeviation;
    private final double lower;
    private final double upper;
    private final double middle;
    private final double centre;
    private final double below;
    private final double above;
    private final TruncatedNormalMoments moments;
    private final TruncatedNormalInverse inverse;

    /**
     * Computes the constants of a distribution.
     *
     * @param mean μ
     * @param standardDeviation σ
     * @param lower the lower bound, may be −∞
     * @param upper the upper bound, may be +∞
     */
    public TruncatedNormalKernel(double mean, double standardDeviation, double lower, double upper) {
        this.standardDeviation = standardDeviation;
        this.lower = lower;
        this.upper = upper;
        middle = Math.max(lower, Math.min(upper, mean));
        centre = (middle - mean) / standardDeviation;
        below = (lower - middle) / standardDeviation;
        above = (upper - middle) / standardDeviation;
        moments = new TruncatedNormalMoments(centre, below, above);
        inverse = TruncatedNormalInverse.of(centre, below, above, moments.integral);
    }

    /**
     * Tells if doubles can hold the distribution.
     *
     * @return false where the bounds are too far from the mean, or too near one another, in units of the standard deviation
     */
    public boolean isRepresentable() {
        return Math.abs(centre) < 1e150 && moments.integral > 1e-151 && moments.variance > 0;
    }

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param standard receives their t; may be x itself
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public void sample(SplitStream stream, long first, double[] x, double[] standard, int offset, int length) {
        stream.uniforms(first, standard, offset, length);
        inverse.invert(standard, offset, length);
        for (int i = offset; i < offset + length; i++) {
            double t = Math.max(below, Math.min(above, standard[i]));
            standard[i] = t;
            x[i] = Math.max(lower, Math.min(upper, Fma.fma(standardDeviation, t, middle)));
        }
    }

    /**
     * Replaces probabilities by their quantiles.
     *
     * @param x probabilities, replaced by their quantiles
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public void quantile(double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] p = workspace.doubles();
        System.arraycopy(x, offset, p, 0, length);
        inverse.invert(x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Math.max(lower, Math.min(upper, Fma.fma(standardDeviation, x[i], middle)));
        }
        // Rounding may lead past the bounds.
        for (int i = 0; i < length; i++) {
            if (p[i] == 0 || p[i] == 1) {
                x[offset + i] = p[i] == 0 ? lower : upper;
            }
        }
        workspace.giveBack(1, 0);
    }

    /**
     * Replaces probabilities by their quantiles, and writes the statistics of which scores are made.
     *
     * @param x probabilities, replaced by their quantiles
     * @param standard receives their t
     * @param offset index of the first element in both arrays
     * @param length number of elements, at most a block
     */
    public void quantile(double[] x, double[] standard, int offset, int length) {
        System.arraycopy(x, offset, standard, offset, length);
        inverse.invert(standard, offset, length);
        for (int i = offset; i < offset + length; i++) {
            double p = x[i];
            double t = standard[i];
            double inside = Math.max(lower, Math.min(upper, Fma.fma(standardDeviation, t, middle)));
            x[i] = p == 0 ? lower : p == 1 ? upper : inside;
            standard[i] = p == 0 ? below : p == 1 ? above : Math.max(below, Math.min(above, t));
        }
    }

    /**
     * Writes the t of points.
     *
     * @param x the points
     * @param standard receives their t
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public void standardise(double[] x, double[] standard, int offset, int length) {
        double rate = 1 / standardDeviation;
        for (int i = offset; i < offset + length; i++) {
            standard[i] = (x[i] - middle) * rate;
        }
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public void logPdf(double[] x, double[] logPdf, int offset, int length) {
        double rate = 1 / standardDeviation;
        double constant = -Log.log(moments.integral) - Log.log(standardDeviation);
        for (int i = offset; i < offset + length; i++) {
            double t = (x[i] - middle) * rate;
            logPdf[i] = Fma.fma(-t, Fma.fma(0.5, t, centre), constant);
        }
        Support.clear(lower, upper, x, logPdf, offset, length);
    }

    /**
     * Writes both scores of each point.
     *
     * @param standard the points' t
     * @param byMean receives ∂ log p/∂μ
     * @param byStandardDeviation receives ∂ log p/∂σ
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public void scores(double[] standard, double[] byMean, double[] byStandardDeviation, int offset, int length) {
        double rate = 1 / standardDeviation;
        double twice = 2 * centre;
        double mean = moments.mean;
        double meanSquare = moments.meanSquare;
        for (int i = offset; i < offset + length; i++) {
            double t = standard[i];
            byMean[i] = (t - mean) * rate;
            byStandardDeviation[i] = Fma.fma(t, t + twice, -meanSquare) * rate;
        }
    }

    /**
     * Returns the covariances of the scores, times σ².
     *
     * @return the covariances of μ and μ, μ and σ, σ and σ
     */
    public double[] scoreCovariances() {
        return new double[] {moments.variance, moments.covariance, moments.squareVariance};
    }

    /**
     * Returns the distances of the mean of x from both bounds.
     *
     * @return E[x] less the lower bound, and the upper bound less E[x]
     */
    public double[] distancesOfMean() {
        return new double[] {standardDeviation * (moments.mean - below), standardDeviation * (above - moments.mean)};
    }
}
