package io.github.scorelane.engine.surrogate;

/** Samples that are drawn for a fit alone, from a stream of their own. */
@FunctionalInterface
public interface PilotDraws {
    /**
     * Draws samples and their scores.
     *
     * @param first index of the first
     * @param n how many, at most {@link ProbedFunction#BLOCK}
     * @param x where they go, in columns
     * @param scores where the rows of their scores go
     */
    void draw(long first, int n, double[][] x, double[][] scores);
}
