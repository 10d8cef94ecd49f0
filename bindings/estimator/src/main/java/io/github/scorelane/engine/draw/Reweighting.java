package io.github.scorelane.engine.draw;

/**
 * How the samples of another distribution are weighted.
 *
 * @param proposal where the samples come from
 * @param selfNormalised whether sums are divided by the sum of the weights, and not by n
 * @param largest the bound at which weights are clipped; infinite where they are not
 */
public record Reweighting(Proposal proposal, boolean selfNormalised, double largest) {}
