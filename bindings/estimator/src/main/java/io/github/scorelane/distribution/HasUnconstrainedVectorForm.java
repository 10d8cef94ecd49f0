package io.github.scorelane.distribution;

/** A distribution of vectors whose parameters may be taken as any real numbers: what an optimiser wants. */
public interface HasUnconstrainedVectorForm {
    /**
     * This distribution with parameters that are any real numbers, as {@link HasUnconstrainedForm} says.
     *
     * @return the distribution; itself where its parameters already are so
     */
    MultivariateDistribution unconstrained();
}
