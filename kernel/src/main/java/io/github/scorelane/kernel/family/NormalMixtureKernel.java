package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * Computes draws, log densities and scores of a mixture of K normal distributions over arrays, with weights π_k, means μ_k and
 * standard deviations σ_k. With z_k = (x − μ_k)/σ_k, l_k = ln π_k − ln σ_k − ½·ln 2π − z_k²/2 and the responsibilities r_k =
 * exp(l_k)/Σ exp(l_j):
 *
 * <pre>
 *     log p             = ln Σ exp(l_k)
 *     ∂ log p/∂logit_k  = r_k − π_k
 *     ∂ log p/∂μ_k      = r_k·z_k/σ_k
 *     ∂ log p/∂σ_k      = r_k·(z_k² − 1)/σ_k
 * </pre>
 *
 * <p>The largest l_k is subtracted before exponentials are taken, so that none overflows and one is 1. An exponential below
 * exp(−700) counts as 0: Exp would take four times as long for it.
 *
 * <p>Draw e is of the component that word e of substream(0) chooses, and of normal draw e of substream(1).
 */
public final class NormalMixtureKernel {
    /** Largest standard deviation whose square does not overflow. */
    private static final double FAR = 0x1p500;
    /** Largest standard deviation, and largest ratio of two, with which no square of a draw's distance overflows. */
    private static final double MODERATE = 0x1p300;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final double LEAST_LOG = -700;
    private static final double LEAST = Exp.exp(LEAST_LOG);

    private NormalMixtureKernel() {}

    /**
     * Computes the weights of logits, exp(logit_k)/Σ exp(logit_j).
     *
     * @param logits finite numbers
     * @return a new array
     */
    public static double[] weights(double[] logits) {
        double[] weights = new double[logits.length];
        double largest = Arrays.stream(logits).max().orElseThrow();
        double sum = 0;
        for (int k = 0; k < logits.length; k++) {
            weights[k] = Exp.exp(logits[k] - largest);
            sum += weights[k];
        }
        for (int k = 0; k < logits.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    /**
     * Computes the l_k at the components' means, ln π_k − ln σ_k − ½·ln 2π.
     *
     * @param logits finite numbers
     * @param standardDeviations σ
     * @return a new array
     */
    public static double[] logPeaks(double[] logits, double[] standardDeviations) {
        double largest = Arrays.stream(logits).max().orElseThrow();
        double sum = 0;
        for (double logit : logits) {
            sum += Exp.exp(logit - largest);
        }
        double logSum = Log.log(sum);
        double[] peaks = new double[logits.length];
        for (int k = 0; k < logits.length; k++) {
            peaks[k] = logits[k] - largest - logSum - Log.log(standardDeviations[k]) - HALF_LOG_TWO_PI;
        }
        return peaks;
    }

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param components a table of the components' numbers, by their weights
     * @param means μ
     * @param standardDeviations σ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(AliasTable components, double[] means, double[] standardDeviations, SplitStream stream, long first,
            double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] chosen = workspace.doubles();
        components.sample(stream.substream(0), first, chosen, 0, length);
        NormalSampler.sample(0, 1, stream.substream(1), first, x, offset, length);
        for (int i = 0; i < length; i++) {
            int k = (int) chosen[i];
            x[offset + i] = Fma.fma(standardDeviations[k], x[offset + i], means[k]);
        }
        workspace.giveBack(1, 0);
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param logPeaks see {@link #logPeaks}
     * @param means μ
     * @param standardDeviations σ
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(double[] logPeaks, double[] means, double[] standardDeviations, double[] x, double[] logPdf,
            int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[][] terms = new double[means.length][];
        for (int k = 0; k < terms.length; k++) {
            terms[k] = workspace.doubles();
        }
        double[] points = workspace.doubles();
        double[] largest = workspace.doubles();
        double[] sum = workspace.doubles();
        System.arraycopy(x, offset, points, 0, length);
        exponentials(logPeaks, means, standardDeviations, points, terms, largest, sum, 0, length);
        Log.log(sum, 0, sum, 0, length);
        for (int i = 0; i < length; i++) {
            sum[i] += largest[i];
        }
        System.arraycopy(sum, 0, logPdf, offset, length);
        workspace.giveBack(terms.length + 3, 0);
    }

    /**
     * Writes all scores of each point.
     *
     * @param logPeaks see {@link #logPeaks}
     * @param weights π
     * @param means μ
     * @param standardDeviations σ
     * @param x the points
     * @param gradient receives the scores, 3K rows: by the logits, by the means, by the standard deviations
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void gradLogPdf(double[] logPeaks, double[] weights, double[] means, double[] standardDeviations, double[] x,
            double[][] gradient, int offset, int length) {
        int components = means.length;
        // Rows that are written last serve as scratch until then.
        double[] inverse = gradient[2 * components];
        exponentials(logPeaks, means, standardDeviations, x, gradient, gradient[components], inverse, offset, length);
        for (int i = offset; i < offset + length; i++) {
            inverse[i] = 1 / inverse[i];
        }
        boolean isWide = isWide(means, standardDeviations);
        for (int k = components - 1; k >= 0; k--) {
            if (isWide) {
                scoresOfWide(weights[k], means[k], 1 / standardDeviations[k], x, inverse, gradient[k], gradient[components + k],
                        gradient[2 * components + k], offset, length);
                continue;
            }
            scores(weights[k], means[k], 1 / standardDeviations[k], x, inverse, gradient[k], gradient[components + k],
                    gradient[2 * components + k], offset, length);
        }
    }

    /** Tells if a draw of one component may be so many standard deviations away from another one that squares overflow. */
    private static boolean isWide(double[] means, double[] standardDeviations) {
        double farthest = 0;
        double widest = 0;
        double narrowest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < means.length; k++) {
            farthest = Math.max(farthest, Math.abs(means[k]));
            widest = Math.max(widest, standardDeviations[k]);
            narrowest = Math.min(narrowest, standardDeviations[k]);
        }
        return !(Math.max(farthest, widest) / narrowest < MODERATE && narrowest > 1 / MODERATE && widest < MODERATE);
    }

    private static void scores(double weight, double mean, double scale, double[] x, double[] inverse, double[] byLogit,
            double[] byMean, double[] byStandardDeviation, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            double z = (x[i] - mean) * scale;
            double r = byLogit[i] * inverse[i];
            byLogit[i] = r - weight;
            byMean[i] = r * (z * scale);
            byStandardDeviation[i] = r * (Fma.fma(z, z, -1) * scale);
        }
    }

    private static void scoresOfWide(double weight, double mean, double scale, double[] x, double[] inverse, double[] byLogit,
            double[] byMean, double[] byStandardDeviation, int offset, int length) {
        ScaledNumber parts = ScaledNumber.of(scale);
        double mantissa = parts.mantissa();
        double unit = parts.unit();
        for (int i = offset; i < offset + length; i++) {
            // A component that is so far away has no share of the density, and 0 times infinity would not be 0.
            double z = Math.max(-FAR, Math.min(FAR, (x[i] - mean) * scale));
            double r = byLogit[i] * inverse[i];
            byLogit[i] = r - weight;
            byMean[i] = r * (z * mantissa) * unit;
            byStandardDeviation[i] = r * (Fma.fma(z, z, -1) * mantissa) * unit;
        }
    }

    /** Writes exp(l_k − max l) into the first K terms, and then that maximum and the sum of the exponentials. */
    private static void exponentials(double[] logPeaks, double[] means, double[] standardDeviations, double[] x, double[][] terms,
            double[] largest, double[] sum, int offset, int length) {
        // The maximum begins above −∞, from which −∞ could not be subtracted.
        Arrays.fill(largest, offset, offset + length, -Double.MAX_VALUE);
        for (int k = 0; k < means.length; k++) {
            logs(logPeaks[k], means[k], 1 / standardDeviations[k], x, terms[k], largest, offset, length);
        }
        Arrays.fill(sum, offset, offset + length, 0.0);
        for (int k = 0; k < means.length; k++) {
            double[] term = terms[k];
            for (int i = offset; i < offset + length; i++) {
                term[i] = Math.max(term[i] - largest[i], LEAST_LOG);
            }
            Exp.exp(term, offset, term, offset, length);
            for (int i = offset; i < offset + length; i++) {
                term[i] -= LEAST;
                sum[i] += term[i];
            }
        }
    }

    private static void logs(double logPeak, double mean, double scale, double[] x, double[] term, double[] largest, int offset,
            int length) {
        for (int i = offset; i < offset + length; i++) {
            double z = (x[i] - mean) * scale;
            double l = Fma.fma(z * -0.5, z, logPeak);
            term[i] = l;
            largest[i] = Math.max(largest[i], l);
        }
    }
}
