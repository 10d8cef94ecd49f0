package io.github.scorelane.engine;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.function.Supplier;

/**
 * What a run is to estimate.
 *
 * @param distribution of the samples
 * @param parameters how many it has
 * @param scoreRows how many parameters' scores to ask of it at once
 * @param function a new f for each thread
 * @param samples n
 * @param stream where the samples draw from
 * @param formula what makes the estimate of the sums
 * @param covariance whether the joint covariance is wanted
 * @param threads who works
 * @param scratch what they work in
 */
public record Problem(MultivariateDistribution distribution, int parameters, int scoreRows,
        Supplier<BlockFunction> function, long samples, SplitStream stream, GradientFormula formula, boolean covariance,
        Threads threads, ScratchPool scratch) {
    /** Samples of a block. */
    static final int BLOCK = 1024;

    long blocks() {
        return (samples + BLOCK - 1) / BLOCK;
    }

    int blockLength(long block) {
        return (int) Math.min(BLOCK, samples - block * BLOCK);
    }
}
