package io.github.scorelane.engine.draw;

import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;

/** Where weighted samples come from: another distribution than the one that the gradient is of, or records of earlier draws. */
public interface Proposal extends Serializable {
    /** Returns the number of coordinates of a sample. */
    int dimension();

    /** Tells whether samples are drawn from the stream, so that another seed gives others. */
    boolean isDrawn();

    /**
     * Draws, and tells how likely that was. Sample s is a function of the stream and s alone.
     *
     * @param stream the stream that words are taken from, if any are
     * @param first index s of the first sample
     * @param x where the samples go: a column for each coordinate
     * @param logDensity where the logarithm of the density goes that they were drawn from
     * @param length number of samples, at most 1024
     */
    void draw(SplitStream stream, long first, double[][] x, double[] logDensity, int length);
}
