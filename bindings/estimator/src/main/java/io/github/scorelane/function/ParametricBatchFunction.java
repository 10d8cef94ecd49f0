package io.github.scorelane.function;

import java.io.Serializable;

/**
 * Function f(x; θ) that depends on the parameters θ directly, not through the sample x alone, for many samples at once, with its
 * derivatives by θ. It is the fast form of {@link ParametricFunction}, which says what the derivatives are for. For example,
 * f(x; θ) = θ₀·x² under a normal distribution with the mean θ₀ and a standard deviation θ₁:
 *
 * {@snippet :
 * double mean = 0.7;
 * ParametricBatchFunction f = (x, n, values, derivatives) -> {
 *     for (int s = 0; s < n; s++) {
 *         double square = x[0][s] * x[0][s];
 *         values[s] = mean * square;
 *         derivatives[0][s] = square;
 *         derivatives[1][s] = 0;
 *     }
 * };
 * Estimate estimate = ScoreFunctionEstimator.of(Normal.of(mean, 1.3)).estimate(f);
 * }
 *
 * <p>f must be pure: the numbers of a sample may depend on nothing but the sample. Under {@code parallel()} it is called from
 * several threads at once. The arrays belong to the library, are used again, and may be longer than n. If f throws, or leaves a
 * number that is not finite, the estimate ends with an {@link EvaluationException}.
 */
@FunctionalInterface
public interface ParametricBatchFunction extends Serializable {
    /**
     * Evaluates f and its derivatives at each sample, at the θ of the estimator's distribution.
     *
     * @param x the samples: {@code x[d][s]} is coordinate d of sample s = 0 … n − 1; neither to be changed nor to be kept
     * @param n the number of samples, at least 1 and at most 1024
     * @param f the values to be written: {@code f[s]} is f(x; θ) of sample s, finite, for each s from 0 to n − 1
     * @param derivatives the derivatives to be written: {@code derivatives[p][s]} is ∂f(x; θ)/∂θ_p of sample s with x held fixed,
     *     finite, for each parameter p and each s from 0 to n − 1; those that are 0 have to be written too
     */
    void evaluate(double[][] x, int n, double[] f, double[][] derivatives);
}
