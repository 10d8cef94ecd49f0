package io.github.scorelane.engine.term;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.draw.IndependentSampler;
import java.io.Serializable;

/**
 * Model of the samples of a run: the distribution, the sampler that draws them, and the rows of terms that are made of them.
 *
 * @param distribution the distribution of the samples; of weighted samples, the target that they stand for
 * @param sampler makes the samples
 * @param rows makes the rows of terms
 */
public record SampleModel(MultivariateDistribution distribution, BlockSampler sampler, TermRows rows) implements Serializable {
    /** Creates the model of independent samples and their scores. */
    public static SampleModel of(MultivariateDistribution distribution) {
        return new SampleModel(distribution, new IndependentSampler(distribution), ScoreRows.of(distribution));
    }

    /**
     * Creates the model of independent samples, their scores and the second derivatives.
     *
     * @param distribution the distribution of the samples
     * @return the model
     * @throws IllegalArgumentException if the log density has no second derivatives, or there are too many parameters
     */
    public static SampleModel ofSecondOrder(MultivariateDistribution distribution) {
        SecondOrderRows rows = new SecondOrderRows(distribution);
        return new SampleModel(distribution, new ScoredSampler(new IndependentSampler(distribution), rows), rows);
    }

    /** Returns this model with samples that are made in another way. */
    public SampleModel drawnBy(BlockSampler other) {
        return new SampleModel(distribution, other, rows);
    }

    /** Returns this model with other rows. */
    public SampleModel with(TermRows other) {
        return new SampleModel(distribution, sampler, other);
    }
}
