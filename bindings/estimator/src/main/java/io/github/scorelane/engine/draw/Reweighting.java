package io.github.scorelane.engine.draw;

/**
 * Samples of another distribution, and how they are weighted.
 *
 * @param draws where the samples come from
 * @param selfNormalised whether sums are divided by that of the weights, and not by n
 * @param largest what weights are clipped at; infinite where they are not
 */
public record Reweighting(Draws draws, boolean selfNormalised, double largest) {}
