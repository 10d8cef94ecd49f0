package io.github.scorelane.engine;

/**
 * A component of which a few samples decide.
 *
 * @param parameter which
 * @param share the part of its sum of squares that 128 samples have
 */
public record Dominated(int parameter, double share) {
}
