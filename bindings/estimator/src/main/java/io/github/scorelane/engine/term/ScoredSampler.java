package io.github.scorelane.engine.term;

import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * A sampler that leaves the scores of a block's samples among their statistics, so that they are made once, though each row of a
 * Hessian needs two of them.
 */
public final class ScoredSampler implements BlockSampler {
    private final BlockSampler sampler;
    private final ScoreRows scores;

    /** Creates a sampler that adds the scores which the rows are made of. */
    ScoredSampler(BlockSampler sampler, SecondOrderRows rows) {
        this.sampler = sampler;
        scores = rows.scores();
    }

    @Override
    public int dimension() {
        return sampler.dimension();
    }

    @Override
    public int statistics() {
        return sampler.statistics() + scores.count();
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int length) {
        double[][] own = Arrays.copyOf(statistics, sampler.statistics());
        sampler.sample(stream, first, x, own, length);
        scores.fill(x, own, 0, Arrays.copyOfRange(statistics, own.length, statistics.length), length);
    }
}
