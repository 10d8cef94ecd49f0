package io.github.scorelane.engine.surrogate;

/** Draws of samples for a fit alone, from a stream of their own: the samples of the run must not show in a surrogate. */
@FunctionalInterface
public interface PilotDraws {
    /**
     * Draws samples and computes their scores.
     *
     * @param first the index of the first sample
     * @param n the number of samples, at most {@link ProbedFunction#BLOCK}
     * @param x the samples to be written, a column for each coordinate
     * @param scores the rows of their scores to be written
     */
    void draw(long first, int n, double[][] x, double[][] scores);
}
