package io.github.scorelane.bench.papers;

/**
 * How a fit ended.
 *
 * @param control of the fit
 * @param seed of its batches and samples
 * @param elbo the evidence lower bound on all rows
 * @param elboError its standard error
 */
public record FitPoint(Control control, long seed, double elbo, double elboError) {}
