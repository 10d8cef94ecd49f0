package io.github.scorelane.engine.draw;

import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;

/** Source of weighted samples: a distribution other than the target, whose gradient is estimated, or a record of earlier draws. */
public interface Proposal extends Serializable {
    /** Returns the number of coordinates of a sample. */
    int dimension();

    /** Tells whether samples are drawn from the stream, so that another seed gives others. */
    boolean isDrawn();

    /**
     * Makes samples, and gives the log density that they were drawn from. Sample s depends on the stream and on s alone.
     *
     * @param stream the stream that words are taken from, if any are
     * @param first index s of the first sample
     * @param x the columns that the samples are written to, one for each coordinate
     * @param logDensity the array that the logarithms of that density are written to
     * @param length number of samples, at most 1024
     */
    void draw(SplitStream stream, long first, double[][] x, double[] logDensity, int length);
}
