package io.github.scorelane.engine.draw;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Sampler of independent draws, which the distribution makes itself.
 *
 * @param distribution the distribution of the samples
 */
public record IndependentSampler(MultivariateDistribution distribution) implements BlockSampler {
    @Override
    public int dimension() {
        return distribution.dimension();
    }

    @Override
    public int statistics() {
        return distribution.statistics();
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int length) {
        distribution.sample(stream, first, x, statistics, 0, length);
    }
}
