package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Normal distributions whose parameters differ by element, to the bits of {@link NormalKernel} element by element. A class of
 * its own, for what there is done once a call, a division and a logarithm, is done here for each element.
 */
public final class NormalRows {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private NormalRows() {}

    /**
     * Draws.
     *
     * @param means each draw's μ
     * @param standardDeviations each draw's σ
     * @param stream where the words come from
     * @param first index of the first draw
     * @param x where they go; neither of the parameters
     * @param offset where all begin
     * @param length how many
     */
    public static void sample(double[] means, double[] standardDeviations, SplitStream stream, long first, double[] x,
            int offset, int length) {
        NormalSampler.sample(0, 1, stream, first, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(standardDeviations[i], x[i], means[i]);
        }
    }

    /**
     * Logarithms of the density.
     *
     * @param means each point's μ
     * @param standardDeviations each point's σ
     * @param x the points
     * @param logPdf where the logarithms go; neither the points nor the parameters
     * @param offset where all begin
     * @param length how many
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
     * Both scores.
     *
     * @param means each point's μ
     * @param standardDeviations each point's σ
     * @param x the points
     * @param byMean where ∂ log p/∂μ goes; not the points nor the parameters
     * @param byStandardDeviation where ∂ log p/∂σ goes; likewise
     * @param offset where all begin
     * @param length how many
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
