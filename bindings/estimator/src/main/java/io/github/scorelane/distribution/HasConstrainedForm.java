package io.github.scorelane.distribution;

/** A distribution by unconstrained parameters: draws, and their quantiles, are those of the one by its own parameters. */
public interface HasConstrainedForm {
    /**
     * The same distribution by its own parameters.
     *
     * @return the distribution
     */
    UnivariateDistribution constrained();
}
