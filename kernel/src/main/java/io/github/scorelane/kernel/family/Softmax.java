package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import java.io.Serializable;

/**
 * Holds the probabilities π_k = exp θ_k/Σ exp θ_j of logits, and the numbers that densities, scores and quantiles are made of.
 *
 * <p>With m the largest logit and e_k = exp(θ_k − m), S is the sum of the e_k and r its rounding error: 1 − π_k is (S − e_k + r)/S,
 * right also where π_k is nearly 1. {@link CategoricalKernel} does the same for logits that differ by element, to the same bits.
 */
public final class Softmax implements Serializable {
    private final double[] weights;
    private final double[] probabilities;
    private final double[] complements;
    private final double[] logarithms;
    /** Sums of the weights up to each, of which the last is S. */
    private final double[] sums;

    /**
     * Computes the probabilities of some logits.
     *
     * @param logits θ, finite or −∞, at least one of them finite
     */
    public Softmax(double[] logits) {
        int count = logits.length;
        weights = new double[count];
        probabilities = new double[count];
        complements = new double[count];
        logarithms = new double[count];
        sums = new double[count];
        double most = logits[0];
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        for (int k = 0; k < count; k++) {
            logarithms[k] = logits[k] - most;
        }
        Exp.exp(logarithms, 0, weights, 0, count);
        double sum = 0;
        double lost = 0;
        for (int k = 0; k < count; k++) {
            double next = sum + weights[k];
            double added = next - sum;
            lost += (sum - (next - added)) + (weights[k] - added);
            sum = next;
            sums[k] = sum;
        }
        double scale = 1 / sum;
        double log = Log.log(sum);
        for (int k = 0; k < count; k++) {
            probabilities[k] = weights[k] * scale;
            complements[k] = ((sum - weights[k]) + lost) * scale;
            logarithms[k] -= log;
        }
    }

    /**
     * Returns the number of values.
     *
     * @return K
     */
    public int count() {
        return weights.length;
    }

    /**
     * Returns a probability.
     *
     * @param value k
     * @return π_k
     */
    public double probability(int value) {
        return probabilities[value];
    }

    /**
     * Returns the probability of the other values.
     *
     * @param value k
     * @return 1 − π_k
     */
    public double complement(int value) {
        return complements[value];
    }

    /**
     * Tells if a value is masked.
     *
     * @param value k
     * @return true if its logit is −∞
     */
    public boolean isMasked(int value) {
        return logarithms[value] == Double.NEGATIVE_INFINITY;
    }

    /**
     * Creates a sampler.
     *
     * @return a new table of the probabilities
     */
    public AliasTable table() {
        return AliasTable.of(weights);
    }

    /**
     * Writes the logarithm of the probability mass, which is −∞ where a point is not one of the values.
     *
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public void logPdf(double[] x, double[] logPdf, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            int k = (int) x[i];
            logPdf[i] = k >= 0 && k < logarithms.length && k == x[i] ? logarithms[k] : Double.NEGATIVE_INFINITY;
        }
    }

    /**
     * Writes the scores of some of the logits: 1 − π_k where x is k, and −π_k elsewhere.
     *
     * @param x the points
     * @param offset index of the first element
     * @param firstLogit the first row's
     * @param score a row for each of the logits that are wanted
     * @param scoreOffset index of the first score in each row
     * @param length number of points
     */
    public void scores(double[] x, int offset, int firstLogit, double[][] score, int scoreOffset, int length) {
        for (int row = 0; row < score.length; row++) {
            double[] scores = score[row];
            double other = -probabilities[firstLogit + row];
            for (int i = scoreOffset; i < scoreOffset + length; i++) {
                scores[i] = other;
            }
        }
        // One score of each point differs from the others: a store for each point is cheaper than a comparison for each score.
        for (int i = 0; i < length; i++) {
            int k = (int) x[offset + i];
            int row = k - firstLogit;
            if (row >= 0 && row < score.length) {
                score[row][scoreOffset + i] = complements[k];
            }
        }
    }

    /**
     * Replaces probabilities by their quantiles: the least k with S·p at most the sum of the weights 0 … k.
     *
     * @param x probabilities, replaced by their quantiles
     * @param offset index of the first element
     * @param length number of elements
     */
    public void quantile(double[] x, int offset, int length) {
        double total = sums[sums.length - 1];
        for (int i = offset; i < offset + length; i++) {
            // The target is not 0, so that the least quantile is not a value of weight 0.
            double target = Math.max(x[i] * total, Double.MIN_VALUE);
            int low = 0;
            int high = sums.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sums[middle] < target) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            x[i] = x[i] >= 0 && x[i] <= 1 ? low : Double.NaN;
        }
    }
}
