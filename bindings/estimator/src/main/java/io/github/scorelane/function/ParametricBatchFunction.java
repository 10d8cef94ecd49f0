package io.github.scorelane.function;

/**
 * A function that depends on θ itself, and not through x alone, of many samples at once, over columns: the fast form.
 *
 * <p>It is pure: what belongs to a sample depends on nothing but the sample. Under {@code parallel()} it is called from several
 * threads. The arrays belong to the library, are reused, and are longer than n.
 */
@FunctionalInterface
public interface ParametricBatchFunction {
    /**
     * Evaluates f and its derivatives, at the θ of the estimator's distribution.
     *
     * @param x the samples: {@code x[d][s]} is coordinate d of sample s = 0 … n − 1; not to be changed or kept
     * @param n how many samples, at least 1 and at most 1024
     * @param f where f(x; θ) of sample s goes, for each s below n
     * @param derivatives where ∂f(x; θ)/∂θ_p of sample s goes, x held fixed, {@code derivatives[p][s]}: a row for each parameter;
     *     each number has to be written, those that are 0 too
     */
    void evaluate(double[][] x, int n, double[] f, double[][] derivatives);
}
