package io.github.scorelane.engine.sum;

/**
 * A component of the gradient that a few samples decide.
 *
 * @param parameter index of the parameter
 * @param share the part of the component's sum of squares that 128 samples have
 */
public record DominantTerm(int parameter, double share) {}
