package io.github.scorelane.engine.draw;

/**
 * The user's choice of a proposal, and of what is done with the weights of its samples.
 *
 * @param proposal the source of the samples
 * @param selfNormalised whether sums are divided by the sum of the weights, and not by n
 * @param largest the bound at which weights are clipped; infinite where they are not
 */
public record Reweighting(Proposal proposal, boolean selfNormalised, double largest) {}
