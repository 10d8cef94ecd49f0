package io.github.scorelane.engine.draw;

import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;

/**
 * Makes the samples of a block: independent draws, points of a sampling plan, or draws of a proposal with their weights. Sample s is
 * a function of the stream and s, and of nothing else that a run does. Immutable: threads share a sampler.
 */
public interface BlockSampler extends Serializable {
    /** Samples of a block; the last block of a run may be shorter. */
    int BLOCK = 1024;

    /** Returns the number of coordinates of a sample. */
    int dimension();

    /** Returns the number of further numbers that go with a sample, from which its terms are made. */
    int statistics();

    /**
     * Draws the samples of a block, or its first ones.
     *
     * @param stream the stream that the words are taken from
     * @param first index of the first sample, a multiple of the length of a block
     * @param x where the samples go, a column for each coordinate
     * @param statistics where their statistics go
     * @param length number of samples
     */
    void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int length);

    /**
     * Returns an empty collection for the logarithms of the largest weights, which the sampler leaves as the statistic {@link
     * WeightedSampler#LOG_WEIGHT}; null if samples are not weighted.
     */
    default LargestWeights largestWeights() {
        return null;
    }
}
