package io.github.scorelane.function;

/**
 * A function of several outputs, of many samples at once, over columns: the fast form of what a Jacobian is of.
 *
 * <p>It is pure: the values of a sample depend on nothing but the sample. Under {@code parallel()} it is called from several
 * threads. The arrays belong to the library, are reused, and are longer than n.
 */
@FunctionalInterface
public interface BatchVectorFunction {
    /**
     * Evaluates f.
     *
     * @param x the samples: {@code x[d][s]} is coordinate d of sample s = 0 … n − 1; not to be changed or kept
     * @param n how many samples, at least 1 and at most 1024
     * @param f where output o of sample s goes, {@code f[o][s]}, for each s below n
     */
    void evaluate(double[][] x, int n, double[][] f);
}
