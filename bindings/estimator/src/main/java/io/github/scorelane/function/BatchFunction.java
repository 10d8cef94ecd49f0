package io.github.scorelane.function;

/**
 * A function of many samples at once, over columns: the fast form of f.
 *
 * <p>It is pure: the value of a sample depends on nothing but the sample. Under {@code parallel()} it is called from several
 * threads. The arrays belong to the library, are reused, and are longer than n.
 */
@FunctionalInterface
public interface BatchFunction {
    /**
     * Evaluates f.
     *
     * @param x the samples: {@code x[d][s]} is coordinate d of sample s = 0 … n − 1; not to be changed or kept
     * @param n how many samples, at least 1 and at most 1024
     * @param f where f of sample s goes, for each s below n
     */
    void evaluate(double[][] x, int n, double[] f);
}
