package io.github.scorelane.distribution;

/** A distribution whose parameters may be taken as any real numbers: what an optimiser wants. */
public interface HasUnconstrainedForm {
    /**
     * This distribution with parameters that are any real numbers: the logarithm of a positive one, the logit of a probability.
     * Scores are with respect to these, by the chain rule.
     *
     * @return the distribution; itself where its parameters already are so
     */
    UnivariateDistribution unconstrained();
}
