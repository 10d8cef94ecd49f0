package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.stream.SplitStream;

/** Draws from one distribution, whose preparations are done. */
@FunctionalInterface
public interface Sampler {
    /**
     * Writes consecutive draws into an array. Draw e is a function of the stream and e alone.
     *
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    void sample(SplitStream stream, long first, double[] x, int offset, int length);
}
