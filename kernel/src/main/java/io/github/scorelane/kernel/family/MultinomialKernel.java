package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;

/**
 * Computes log densities and scores of the multinomial distribution over columns, with n trials of probabilities π_k that are the
 * {@link Softmax} of logits θ_k:
 *
 * <pre>
 *     log p        = ln n! + Σ_k (x_k·ln π_k − ln x_k!)
 *     ∂ log p/∂θ_k = x_k − n·π_k
 * </pre>
 *
 * <p>The log mass is that of Poisson counts of means n·π_k, less that of their sum, so that large counts do not cancel.
 */
public final class MultinomialKernel {
    private MultinomialKernel() {}

    /**
     * Writes the logarithm of the probability mass, which is −∞ where the counts are not whole numbers of at least 0 with the sum
     * n.
     *
     * @param trials n, at least 0
     * @param softmax the probabilities
     * @param x the samples: K columns
     * @param offset index of the first element in each column
     * @param logPdf receives the logarithms
     * @param logPdfOffset index of the first element
     * @param length number of elements, at most a block
     */
    public static void logPdf(int trials, Softmax softmax, double[][] x, int offset, double[] logPdf, int logPdfOffset,
            int length) {
        Workspace workspace = Workspace.ofThread();
        double[] counts = workspace.doubles();
        double[] part = workspace.doubles();
        double[] sum = workspace.doubles();
        double[] left = workspace.doubles();
        counts[0] = trials;
        PoissonKernel.logPdf(Math.max(trials, Double.MIN_NORMAL), counts, part, 0, 1);
        double ofSum = part[0];
        for (int i = 0; i < length; i++) {
            sum[i] = -ofSum;
            left[i] = trials;
        }
        for (int k = 0; k < x.length; k++) {
            System.arraycopy(x[k], offset, counts, 0, length);
            PoissonKernel.logPdf(Math.max(trials * softmax.probability(k), Double.MIN_NORMAL), counts, part, 0, length);
            if (softmax.isMasked(k)) {
                for (int i = 0; i < length; i++) {
                    part[i] = counts[i] == 0 ? 0 : Double.NEGATIVE_INFINITY;
                }
            }
            for (int i = 0; i < length; i++) {
                sum[i] += part[i];
                left[i] -= counts[i];
            }
        }
        for (int i = 0; i < length; i++) {
            logPdf[logPdfOffset + i] = left[i] == 0 ? sum[i] : Double.NEGATIVE_INFINITY;
        }
        workspace.giveBack(4, 0);
    }

    /**
     * Writes the scores of one logit.
     *
     * @param trials n
     * @param softmax the probabilities
     * @param value k
     * @param x the counts of value k
     * @param offset index of the first element
     * @param score receives the scores
     * @param scoreOffset index of the first element
     * @param length number of elements
     */
    public static void scoreOfLogit(int trials, Softmax softmax, int value, double[] x, int offset, double[] score,
            int scoreOffset, int length) {
        double p = softmax.probability(value);
        if (p <= 0.5) {
            for (int i = 0; i < length; i++) {
                score[scoreOffset + i] = Fma.fma(-trials, p, x[offset + i]);
            }
        } else {
            double q = softmax.complement(value);
            for (int i = 0; i < length; i++) {
                score[scoreOffset + i] = Fma.fma(trials, q, x[offset + i] - trials);
            }
        }
    }
}
