package io.github.scorelane.engine.draw;

import io.github.scorelane.kernel.stream.SplitStream;

/** Where the samples of a reweighted run come from: another distribution than the one that the gradient is of. */
public interface Draws {
    /**
     * How many coordinates a sample has.
     *
     * @return D
     */
    int dimension();

    /**
     * Draws, and tells how likely that was. Sample s is a function of the stream and s alone.
     *
     * @param stream where random words may come from
     * @param first index s of the first sample
     * @param x where the samples go: D columns
     * @param offset where they begin in each column
     * @param logDensity where the logarithm of the density goes that they were drawn from, from place 0 on
     * @param length how many, at most 1024
     */
    void draw(SplitStream stream, long first, double[][] x, int offset, double[] logDensity, int length);
}
