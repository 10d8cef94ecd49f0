package io.github.scorelane.bench.family;

/** Parameters that are arrays. */
final class Numbers {
    /** The concentrations of a Dirichlet. */
    static final double[] CONCENTRATIONS = {0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5};
    /** The probabilities of a categorical. */
    static final double[] PROBABILITIES = {0.02, 0.03, 0.05, 0.05, 0.1, 0.1, 0.1, 0.15, 0.15, 0.25};
    /** The weights, means and standard deviations of a mixture's components. */
    static final double[] WEIGHTS = {0.2, 0.5, 0.3};
    static final double[] MEANS = {-2, 0, 3};
    static final double[] DEVIATIONS = {0.5, 1, 0.8};

    private Numbers() {}
}
