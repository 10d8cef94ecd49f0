package io.github.scorelane.function;

/**
 * Takes the samples of {@link io.github.scorelane.ScoreFunctionEstimator#forEachBlock(Object, SampleBlockConsumer)}, block by
 * block.
 */
@FunctionalInterface
public interface SampleBlockConsumer {
    /**
     * Takes a block. The arrays belong to the library, are reused, and are longer than n; they may be changed.
     *
     * @param first the index of the first sample; 0 for the first block, and then always the one after the last block's
     * @param n how many samples, at least 1 and at most 1024
     * @param x the samples: {@code x[d][s]} is coordinate d of sample first + s
     * @param f the value of each
     * @param scores {@code scores[p][s]} is ∂ log p(x; θ)/∂θ_p of sample first + s
     */
    void accept(long first, int n, double[][] x, double[] f, double[][] scores);
}
