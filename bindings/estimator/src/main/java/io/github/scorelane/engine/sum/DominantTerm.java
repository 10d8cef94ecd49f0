package io.github.scorelane.engine.sum;

/**
 * A component of which a few samples decide.
 *
 * @param parameter which
 * @param share the part of its sum of squares that 128 samples have
 */
public record DominantTerm(int parameter, double share) {
}
