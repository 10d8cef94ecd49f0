package io.github.scorelane.bench.papers;

/**
 * The end of a fit.
 *
 * @param control the control of the fit
 * @param seed the seed of its batches and samples
 * @param elbo the evidence lower bound on all rows
 * @param elboError the bound's standard error
 */
public record FitPoint(Control control, long seed, double elbo, double elboError) {}
