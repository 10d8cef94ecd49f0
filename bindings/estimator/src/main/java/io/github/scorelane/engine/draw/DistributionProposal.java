package io.github.scorelane.engine.draw;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Proposal that draws from a distribution, whose density is known at what it draws.
 *
 * @param distribution the distribution that is drawn from
 */
public record DistributionProposal(MultivariateDistribution distribution) implements Proposal {
    @Override
    public int dimension() {
        return distribution.dimension();
    }

    @Override
    public boolean isDrawn() {
        return true;
    }

    @Override
    public void draw(SplitStream stream, long first, double[][] x, double[] logDensity, int length) {
        distribution.sample(stream, first, x, 0, length);
        distribution.logPdf(x, 0, logDensity, 0, length);
    }
}
