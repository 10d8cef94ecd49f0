package io.github.scorelane.function;

/**
 * Consumer of the samples of {@link io.github.scorelane.ScoreFunctionEstimator#forEachBlock(Object, SampleBlockConsumer)
 * forEachBlock}, block by block. With it users build estimators of their own. For example, the plain estimate of the gradient,
 * (1/n) Σ f(xᵢ) ∇θ log p(xᵢ; θ), for two parameters:
 *
 * {@snippet :
 * double[] gradient = new double[2];
 * SampleBlockConsumer consumer = (first, n, x, f, scores) -> {
 *     for (int s = 0; s < n; s++) {
 *         gradient[0] += f[s] * scores[0][s] / 100_000;
 *         gradient[1] += f[s] * scores[1][s] / 100_000;
 *     }
 * };
 * ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).samples(100_000).forEachBlock(x -> x * x, consumer);
 * }
 *
 * <p>It is called in the thread that called {@code forEachBlock}, and whatever it throws ends the loop and is thrown there.
 */
@FunctionalInterface
public interface SampleBlockConsumer {
    /**
     * Takes a block. The arrays belong to the library, are used again for the next block, and may be longer than n; this method may
     * change them.
     *
     * @param first the index of the first sample of the block: 0 for the first block, and from then on the index after the last
     *     sample of the block before
     * @param n the number of samples, at least 1 and at most 1024
     * @param x the samples: {@code x[d][s]} is coordinate d of sample {@code first + s}
     * @param f the values: {@code f[s]} is f of sample {@code first + s}
     * @param scores the scores: {@code scores[p][s]} is ∂ log p(x; θ)/∂θ_p of sample {@code first + s}
     */
    void accept(long first, int n, double[][] x, double[] f, double[][] scores);
}
