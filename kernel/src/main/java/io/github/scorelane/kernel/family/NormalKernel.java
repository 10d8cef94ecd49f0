package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Probit;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The normal distribution over arrays. With z = (x − μ)/σ:
 *
 * <pre>
 *     log p      = −z²/2 − ln σ − ½ ln 2π
 *     ∂ log p/∂μ = z/σ
 *     ∂ log p/∂σ = (z² − 1)/σ
 * </pre>
 *
 * <p>Parameters are the callers' to check: σ is finite and at least {@link Double#MIN_NORMAL}. One division is done a call: z is (x
 * − μ)·(1/σ).
 *
 * <p>These are plain loops with one index for all arrays. C2 makes vectors of such loops wherever they stand, inlined or not, and
 * aligns the stores, as explicit vectors cannot. With an index for each array it does so only if it inlines the loop and sees that
 * the indices are equal. So points that begin at another index than their results are copied to that index first.
 */
public final class NormalKernel {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private NormalKernel() {}

    /**
     * Writes draws of as many normal distributions as there are draws: draw e is fma(σ[e], z, μ[e]), with z draw {@code first + e}
     * of {@link NormalSampler}.
     *
     * @param means each draw's μ
     * @param standardDeviations each draw's σ
     * @param stream source of the words
     * @param first index of the first word
     * @param x receives the draws, as long as the means
     */
    public static void sample(double[] means, double[] standardDeviations, SplitStream stream, long first, double[] x) {
        NormalSampler.sample(0, 1, stream, first, x, 0, means.length);
        for (int i = 0; i < means.length; i++) {
            x[i] = Fma.fma(standardDeviations[i], x[i], means[i]);
        }
    }

    /**
     * Replaces probabilities by their quantiles, fma(σ, Φ⁻¹(p), μ).
     *
     * @param mean μ
     * @param standardDeviation σ
     * @param x probabilities, replaced by their quantiles
     * @param offset index of the first element
     * @param length number of elements
     */
    public static void quantile(double mean, double standardDeviation, double[] x, int offset, int length) {
        Probit.probit(x, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(standardDeviation, x[i], mean);
        }
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param mean μ
     * @param standardDeviation σ
     * @param x the points
     * @param offset index of the first element
     * @param logPdf receives the logarithms
     * @param logPdfOffset index of the first element
     * @param length number of elements
     */
    public static void logPdf(double mean, double standardDeviation, double[] x, int offset,
            double[] logPdf, int logPdfOffset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        ArrayRange.check("logPdf", logPdf.length, logPdfOffset, length);
        double scale = 1 / standardDeviation;
        double atMode = -Log.log(standardDeviation) - HALF_LOG_TWO_PI;
        double[] point = inPlace(x, offset, logPdf, logPdfOffset, length);
        for (int i = logPdfOffset; i < logPdfOffset + length; i++) {
            double z = (point[i] - mean) * scale;
            logPdf[i] = Fma.fma(z * -0.5, z, atMode);
        }
    }

    /**
     * Writes both scores of each point.
     *
     * @param mean μ
     * @param standardDeviation σ
     * @param x the points
     * @param offset index of the first element
     * @param byMean receives ∂ log p/∂μ
     * @param byStandardDeviation receives ∂ log p/∂σ
     * @param gradientOffset index of the first element in both arrays
     * @param length number of elements
     */
    public static void gradLogPdf(double mean, double standardDeviation, double[] x, int offset,
            double[] byMean, double[] byStandardDeviation, int gradientOffset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        ArrayRange.check("gradient[0]", byMean.length, gradientOffset, length);
        ArrayRange.check("gradient[1]", byStandardDeviation.length, gradientOffset, length);
        double scale = 1 / standardDeviation;
        double[] point = inPlace(x, offset, byMean, gradientOffset, length);
        for (int i = gradientOffset; i < gradientOffset + length; i++) {
            double z = (point[i] - mean) * scale;
            byMean[i] = z * scale;
            byStandardDeviation[i] = Fma.fma(z, z, -1) * scale;
        }
    }

    /**
     * Writes the score of the mean alone, to the bits of {@link #gradLogPdf}.
     *
     * @param mean μ
     * @param standardDeviation σ
     * @param x the points
     * @param offset index of the first element
     * @param score receives ∂ log p/∂μ
     * @param scoreOffset index of the first element
     * @param length number of elements
     */
    public static void scoreOfMean(double mean, double standardDeviation, double[] x, int offset,
            double[] score, int scoreOffset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        ArrayRange.check("gradient", score.length, scoreOffset, length);
        double scale = 1 / standardDeviation;
        double[] point = inPlace(x, offset, score, scoreOffset, length);
        for (int i = scoreOffset; i < scoreOffset + length; i++) {
            score[i] = (point[i] - mean) * scale * scale;
        }
    }

    /**
     * Writes the score of the standard deviation alone, to the bits of {@link #gradLogPdf}.
     *
     * @param mean μ
     * @param standardDeviation σ
     * @param x the points
     * @param offset index of the first element
     * @param score receives ∂ log p/∂σ
     * @param scoreOffset index of the first element
     * @param length number of elements
     */
    public static void scoreOfStandardDeviation(double mean, double standardDeviation, double[] x, int offset,
            double[] score, int scoreOffset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        ArrayRange.check("gradient", score.length, scoreOffset, length);
        double scale = 1 / standardDeviation;
        double[] point = inPlace(x, offset, score, scoreOffset, length);
        for (int i = scoreOffset; i < scoreOffset + length; i++) {
            double z = (point[i] - mean) * scale;
            score[i] = Fma.fma(z, z, -1) * scale;
        }
    }

    /**
     * Returns an array that has the points at the places of their results: their own, or else the array of the results, to which
     * they are copied.
     */
    private static double[] inPlace(double[] x, int offset, double[] result, int resultOffset, int length) {
        if (offset == resultOffset) {
            return x;
        }
        System.arraycopy(x, offset, result, resultOffset, length);
        return result;
    }
}
