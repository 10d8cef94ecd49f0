package io.github.scorelane.function;

import java.io.Serializable;

/**
 * Function of several outputs f₀, f₁, … of many samples at once, over columns of their coordinates. It is the fast form of the
 * function of a Jacobian. For example, the outputs x and x² of a number:
 *
 * {@snippet :
 * BatchVectorFunction f = (x, n, values) -> {
 *     for (int s = 0; s < n; s++) {
 *         values[0][s] = x[0][s];
 *         values[1][s] = x[0][s] * x[0][s];
 *     }
 * };
 * JacobianEstimate estimate = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).jacobian(2, f);
 * }
 *
 * <p>f must be pure: the values of a sample may depend on nothing but the sample. Under {@code parallel()} it is called from
 * several threads at once. The arrays belong to the library, are used again, and may be longer than n. If f throws, or leaves a
 * value that is not finite, the estimate ends with an {@link EvaluationException}.
 */
@FunctionalInterface
public interface BatchVectorFunction extends Serializable {
    /**
     * Evaluates all outputs at each sample.
     *
     * @param x the samples: {@code x[d][s]} is coordinate d of sample s = 0 … n − 1; neither to be changed nor to be kept
     * @param n the number of samples, at least 1 and at most 1024
     * @param f the values to be written: {@code f[o][s]} is output o of sample s, finite, for each output and each s from 0 to n −
     *     1
     */
    void evaluate(double[][] x, int n, double[][] f);
}
