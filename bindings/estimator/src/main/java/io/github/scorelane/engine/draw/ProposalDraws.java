package io.github.scorelane.engine.draw;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Draws of a proposal distribution.
 *
 * @param proposal what is drawn from
 */
public record ProposalDraws(MultivariateDistribution proposal) implements Draws {
    @Override
    public int dimension() {
        return proposal.dimension();
    }

    @Override
    public void draw(SplitStream stream, long first, double[][] x, int offset, double[] logDensity, int length) {
        proposal.sample(stream, first, x, offset, length);
        proposal.logPdf(x, offset, logDensity, 0, length);
    }
}
