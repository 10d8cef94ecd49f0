package io.github.scorelane.distribution;

/** A distribution that can be given by parameters that may be any real numbers, as an optimiser's steps require. */
public interface HasUnconstrainedForm {
    /**
     * Returns this distribution with parameters that may be any real numbers: the logarithm of a positive one, the logit of a
     * probability. Scores are with respect to these, by the chain rule.
     *
     * @return the distribution; itself where its parameters already are so
     */
    UnivariateDistribution unconstrained();
}
