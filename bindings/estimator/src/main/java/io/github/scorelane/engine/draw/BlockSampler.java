package io.github.scorelane.engine.draw;

import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;

/**
 * Sampler that makes the samples of a block: independent draws, points of a sampling plan, or draws of a proposal with their
 * weights. It is the first step of a run; f and the rows of terms are evaluated at what it makes. Sample s must depend on the
 * stream and on s alone, so that results do not depend on who draws which block. It is immutable, and threads share it.
 */
public interface BlockSampler extends Serializable {
    /** Number of samples of a block; the last block of a run may be shorter. */
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
     * @param x the columns that the samples are written to, one for each coordinate
     * @param statistics the columns that their statistics are written to
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
