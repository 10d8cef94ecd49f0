package io.github.scorelane.function;

import java.io.Serializable;

/**
 * Function f of many samples at once, over columns of their coordinates. It is the fast form of f: its loop over the samples is
 * compiled to vector instructions, where the simple form is called once for each sample. For example, f(x) = (x₀ − 3)² + x₁:
 *
 * {@snippet :
 * BatchFunction f = (x, n, values) -> {
 *     for (int s = 0; s < n; s++) {
 *         values[s] = (x[0][s] - 3) * (x[0][s] - 3) + x[1][s];
 *     }
 * };
 * Estimate estimate = ScoreFunctionEstimator.of(distribution).estimate(f);
 * }
 *
 * <p>f must be pure: the value of a sample may depend on nothing but the sample. Under {@code parallel()} it is called from several
 * threads at once. The arrays belong to the library, are used again, and may be longer than n. If f throws, or leaves a value that
 * is not finite, the estimate ends with an {@link EvaluationException}. After a throw the library calls f again, for one sample at
 * a time, to find the sample that it names.
 */
@FunctionalInterface
public interface BatchFunction extends Serializable {
    /**
     * Evaluates f at each sample.
     *
     * @param x the samples: {@code x[d][s]} is coordinate d of sample s = 0 … n − 1; a distribution of numbers has the coordinate 0
     *     alone; the arrays are neither to be changed nor to be kept
     * @param n the number of samples, at least 1 and at most 1024
     * @param f the values to be written: {@code f[s]}, finite, for each s from 0 to n − 1
     */
    void evaluate(double[][] x, int n, double[] f);
}
