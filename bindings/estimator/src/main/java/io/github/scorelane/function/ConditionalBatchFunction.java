package io.github.scorelane.function;

/**
 * A function of a sample of each of many rows at once: the fast form of f of a
 * {@link io.github.scorelane.ConditionalEstimator}.
 *
 * <p>It is pure: its value at a row depends on nothing but the row and its number. Under {@code parallel()} it is called from
 * several threads. The arrays belong to the library, are reused, and are longer than n. How the rows are cut is the
 * library's choice, and may differ from run to run.
 */
@FunctionalInterface
public interface ConditionalBatchFunction {
    /**
     * Evaluates f.
     *
     * @param x a number of each row: {@code x[i]} is one of row {@code firstRow + i}; not to be changed or kept
     * @param firstRow the first row
     * @param n how many rows, at least 1 and at most 1024
     * @param f where f of row {@code firstRow + i} goes, {@code f[i]}, for each i below n
     */
    void evaluate(double[] x, int firstRow, int n, double[] f);
}
