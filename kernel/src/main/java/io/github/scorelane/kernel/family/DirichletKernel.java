package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * Computes draws, log densities and scores of the Dirichlet distribution over columns, with D concentrations α_k, and s = Σα_k.
 * With l_k = ln(x_k·s/α_k), the logarithm of a coordinate over its mean:
 *
 * <pre>
 *     log p        = Σ(α_k − 1)·ln x_k − Σ ln Γ(α_k) + ln Γ(s)
 *     ∂ log p/∂α_k = l_k + (ln α_k − ψ(α_k)) − (ln s − ψ(s))
 * </pre>
 *
 * <p>Coordinate k of a sample is g_k/Σg, with g_k a draw of {@link GammaSampler} of the shape α_k from column k of the stream; if a
 * concentration is below 1, it is made of the logarithms of all, less the greatest of them. Parameters are the callers' to check.
 */
public final class DirichletKernel {
    private DirichletKernel() {}

    /**
     * Writes consecutive samples of the stream into columns.
     *
     * @param concentrations α
     * @param inLogs true if one of them is below 1
     * @param sum s
     * @param stream source of the words
     * @param first index of the first sample
     * @param x receives the samples: D columns
     * @param offset index of the first element in each column
     * @param length number of elements, at most a block
     */
    public static void sample(double[] concentrations, boolean inLogs, ShapeSum sum, SplitStream stream, long first, double[][] x,
            int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] draws = workspace.doubles();
        double[] sums = workspace.doubles();
        double[] most = workspace.doubles();
        draw(concentrations, inLogs, sum.unit(), stream, first, x, offset, length, draws, most);
        if (inLogs) {
            Arrays.fill(sums, 0, length, 0);
            for (double[] column : x) {
                System.arraycopy(column, offset, draws, 0, length);
                exponentials(draws, most, sums, length);
                System.arraycopy(draws, 0, column, offset, length);
            }
            normalise(x, offset, sums, draws, length);
        } else {
            normalise(x, offset, most, draws, length);
        }
        workspace.giveBack(3, 0);
    }

    /**
     * Writes samples, and the statistics of which their scores are made.
     *
     * @param concentrations α
     * @param inLogs true if one of them is below 1
     * @param sum s
     * @param stream source of the words
     * @param first index of the first sample
     * @param x receives the samples: D columns
     * @param logRatios receives the l_k, finite where a coordinate is 0 as a double: D columns
     * @param offset index of the first element in each column
     * @param length number of elements, at most a block
     */
    public static void sample(double[] concentrations, boolean inLogs, ShapeSum sum, SplitStream stream, long first, double[][] x,
            double[][] logRatios, int offset, int length) {
        if (!inLogs) {
            sample(concentrations, false, sum, stream, first, x, offset, length);
            for (int k = 0; k < concentrations.length; k++) {
                logRatios(concentrations[k], sum, x[k], offset, logRatios[k], offset, length);
            }
            return;
        }
        Workspace workspace = Workspace.ofThread();
        double[] draws = workspace.doubles();
        double[] sums = workspace.doubles();
        double[] most = workspace.doubles();
        draw(concentrations, true, 1, stream, first, logRatios, offset, length, draws, most);
        Arrays.fill(sums, 0, length, 0);
        for (int k = 0; k < concentrations.length; k++) {
            System.arraycopy(logRatios[k], offset, draws, 0, length);
            exponentials(draws, most, sums, length);
            System.arraycopy(draws, 0, x[k], offset, length);
        }
        normalise(x, offset, sums, draws, length);
        Log.log(sums, 0, sums, 0, length);
        double logSum = sum.log();
        for (int k = 0; k < concentrations.length; k++) {
            System.arraycopy(logRatios[k], offset, draws, 0, length);
            double atMean = logSum - Log.log(concentrations[k]);
            for (int i = 0; i < length; i++) {
                draws[i] = draws[i] - most[i] - sums[i] + atMean;
            }
            System.arraycopy(draws, 0, logRatios[k], offset, length);
        }
        workspace.giveBack(3, 0);
    }

    /** Writes gamma draws times a unit and their sums, or the logarithms of gamma draws and the greatest of them. */
    private static void draw(double[] concentrations, boolean inLogs, double unit, SplitStream stream, long first,
            double[][] columns, int offset, int length, double[] draws, double[] folded) {
        Arrays.fill(folded, 0, length, inLogs ? Double.NEGATIVE_INFINITY : 0);
        for (int k = 0; k < concentrations.length; k++) {
            SplitStream column = stream.column(k, concentrations.length);
            if (inLogs) {
                GammaSampler.sampleLogs(concentrations[k], column, first, draws, length);
                for (int i = 0; i < length; i++) {
                    folded[i] = Math.max(folded[i], draws[i]);
                }
            } else {
                GammaSampler.sample(concentrations[k], column, first, draws, length);
                if (unit < 1) {
                    for (int i = 0; i < length; i++) {
                        draws[i] *= unit;
                    }
                }
                for (int i = 0; i < length; i++) {
                    folded[i] += draws[i];
                }
            }
            System.arraycopy(draws, 0, columns[k], offset, length);
        }
    }

    private static void exponentials(double[] logs, double[] most, double[] sums, int length) {
        for (int i = 0; i < length; i++) {
            logs[i] -= most[i];
        }
        Exp.exp(logs, 0, logs, 0, length);
        for (int i = 0; i < length; i++) {
            sums[i] += logs[i];
        }
    }

    private static void normalise(double[][] x, int offset, double[] sums, double[] inverses, int length) {
        for (int i = 0; i < length; i++) {
            inverses[i] = 1 / sums[i];
        }
        for (double[] column : x) {
            for (int i = 0; i < length; i++) {
                column[offset + i] = Math.min(column[offset + i] * inverses[i], 1);
            }
        }
    }

    /**
     * Writes the logarithms of a coordinate over its mean.
     *
     * @param concentration α_k
     * @param sum s
     * @param x the coordinate
     * @param offset index of the first element
     * @param logRatios receives l_k
     * @param logRatiosOffset index of the first element
     * @param length number of elements, at most a block
     */
    public static void logRatios(double concentration, ShapeSum sum, double[] x, int offset, double[] logRatios,
            int logRatiosOffset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] points = workspace.doubles();
        System.arraycopy(x, offset, points, 0, length);
        LogRatio.ofShare(points, false, concentration, sum, points, length);
        System.arraycopy(points, 0, logRatios, logRatiosOffset, length);
        workspace.giveBack(1, 0);
    }
}
