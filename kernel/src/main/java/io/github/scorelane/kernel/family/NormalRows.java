package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of normal distributions whose parameters differ by element, to the bits of {@link
 * NormalKernel} element by element. It is a class of its own, as the division and the logarithm that are done once a call there are
 * done for each element here.
 */
public final class NormalRows {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private NormalRows() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param means each draw's μ
     * @param standardDeviations each draw's σ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws; neither of the parameters
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void sample(double[] means, double[] standardDeviations, SplitStream stream, long first, double[] x,
            int offset, int length) {
        NormalSampler.sample(0, 1, stream, first, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(standardDeviations[i], x[i], means[i]);
        }
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param means each point's μ
     * @param standardDeviations each point's σ
     * @param x the points
     * @param logPdf receives the logarithms; neither the points nor the parameters
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void logPdf(double[] means, double[] standardDeviations, double[] x, double[] logPdf, int offset,
            int length) {
        Log.log(standardDeviations, offset, logPdf, offset, length);
        for (int i = offset; i < offset + length; i++) {
            double z = (x[i] - means[i]) * (1 / standardDeviations[i]);
            logPdf[i] = Fma.fma(z * -0.5, z, -logPdf[i] - HALF_LOG_TWO_PI);
        }
    }

    /**
     * Writes both scores of each point.
     *
     * @param means each point's μ
     * @param standardDeviations each point's σ
     * @param x the points
     * @param byMean receives ∂ log p/∂μ; not the points nor the parameters
     * @param byStandardDeviation receives ∂ log p/∂σ; likewise
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void scores(double[] means, double[] standardDeviations, double[] x, double[] byMean,
            double[] byStandardDeviation, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            double scale = 1 / standardDeviations[i];
            double z = (x[i] - means[i]) * scale;
            byMean[i] = z * scale;
            byStandardDeviation[i] = Fma.fma(z, z, -1) * scale;
        }
    }
}
