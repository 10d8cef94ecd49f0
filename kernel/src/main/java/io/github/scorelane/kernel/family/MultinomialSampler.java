package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * Draws from the multinomial distribution, that is how many of n trials have each of K values.
 *
 * <p>If the trials are few, each is drawn and counted, trial t from substream(t). Otherwise count k is binomial, over the trials
 * that have none of the values 0, …, k − 1, with probability π_k/(π_k + … + π_{K−1}), and is drawn from substream(k).
 */
public final class MultinomialSampler {
    /** Number of trials that are counted in about the time of one conditional binomial. */
    private static final int TRIALS_PER_BINOMIAL = 5;

    private final int trials;
    private final AliasTable table;
    private final Sampler firstCount;
    private final BinomialSampler[] counts;

    /**
     * Creates a sampler.
     *
     * @param trials n, at least 0
     * @param weights as many as there are values, 2 or more, in proportion to their probabilities: finite, none negative, and not
     *     all of them 0
     */
    public MultinomialSampler(int trials, double... weights) {
        this.trials = trials;
        int last = weights.length - 1;
        if (trials <= TRIALS_PER_BINOMIAL * (last - 1)) {
            table = AliasTable.of(weights);
            firstCount = null;
            counts = null;
            return;
        }
        table = null;
        counts = new BinomialSampler[last];
        double rest = weights[last];
        for (int k = last - 1; k > 0; k--) {
            // Some weights may have underflowed to 0.
            double sum = Math.max(weights[k] + rest, Double.MIN_NORMAL);
            counts[k] = new BinomialSampler(weights[k] / sum, rest / sum);
            rest = sum;
        }
        double sum = weights[0] + rest;
        firstCount = BinomialKernel.sampler(trials, new Trial(weights[0] / sum, rest / sum));
    }

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param stream source of the words
     * @param first index of the first sample
     * @param x receives the counts: K columns
     * @param offset index of the first element in each column
     * @param length number of samples, at most a block
     */
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        if (table == null) {
            byBinomials(stream, first, x, offset, length, workspace.doubles());
        } else {
            byCounting(stream, first, x, offset, length, workspace.doubles());
        }
        workspace.giveBack(1, 0);
    }

    private void byCounting(SplitStream stream, long first, double[][] x, int offset, int length, double[] values) {
        for (double[] column : x) {
            Arrays.fill(column, offset, offset + length, 0.0);
        }
        for (int t = 0; t < trials; t++) {
            table.sample(stream.substream(t), first, values, 0, length);
            for (int i = 0; i < length; i++) {
                x[(int) values[i]][offset + i]++;
            }
        }
    }

    private void byBinomials(SplitStream stream, long first, double[][] x, int offset, int length, double[] left) {
        firstCount.sample(stream.substream(0), first, x[0], offset, length);
        for (int i = 0; i < length; i++) {
            left[i] = trials - x[0][offset + i];
        }
        for (int k = 1; k < counts.length; k++) {
            counts[k].sample(left, stream.substream(k), first, x[k], offset, length);
            double[] column = x[k];
            for (int i = 0; i < length; i++) {
                left[i] -= column[offset + i];
            }
        }
        System.arraycopy(left, 0, x[counts.length], offset, length);
    }
}
