package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.stream.SplitStream;

/** Draws from one distribution, whose preparations are done. */
@FunctionalInterface
public interface Sampler {
    /**
     * Draws. Draw e is a function of the stream and e alone.
     *
     * @param stream where the words come from
     * @param first index of the first draw
     * @param x where they go
     * @param offset where they begin
     * @param length how many, at most a block
     */
    void sample(SplitStream stream, long first, double[] x, int offset, int length);
}
