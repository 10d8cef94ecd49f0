package io.github.scorelane.distribution;

/**
 * A distribution with unconstrained parameters that was made from one with its family's own parameters. Draws and quantiles
 * of both are the same.
 */
public interface HasConstrainedForm {
    /**
     * Returns the same distribution with its family's own parameters.
     *
     * @return the distribution
     */
    UnivariateDistribution constrained();
}
