package io.github.scorelane.distribution;

/**
 * A distribution of vectors that can be given by parameters that may be any real numbers, as an optimiser's steps require.
 */
public interface HasUnconstrainedVectorForm {
    /**
     * Returns this distribution with parameters that may be any real numbers, as {@link HasUnconstrainedForm} says.
     *
     * @return the distribution; itself where its parameters already are so
     */
    MultivariateDistribution unconstrained();
}
