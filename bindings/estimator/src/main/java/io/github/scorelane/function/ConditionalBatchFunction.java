package io.github.scorelane.function;

/**
 * Function f(b, x) of the row b and a number x drawn from that row's distribution, for many rows at once. It is the fast form of
 * the function of a {@link io.github.scorelane.ConditionalEstimator ConditionalEstimator}. For example, the squared distance of x
 * from a number {@code observed[b]} that belongs to the row:
 *
 * {@snippet :
 * ConditionalBatchFunction f = (x, firstRow, n, values) -> {
 *     for (int i = 0; i < n; i++) {
 *         double distance = x[i] - observed[firstRow + i];
 *         values[i] = distance * distance;
 *     }
 * };
 * ConditionalEstimate estimate = ConditionalEstimator.of(distribution).estimate(parameters, f);
 * }
 *
 * <p>f must be pure: its value may depend on nothing but the row and the number. Under {@code parallel()} it is called from several
 * threads at once. The arrays belong to the library, are used again, and may be longer than n. The library chooses which rows are
 * evaluated together, and may choose otherwise in another run. If f throws, or leaves a value that is not finite, the estimate ends
 * with an {@link EvaluationException}. After a throw the library calls f again, for one row at a time, to find the row that it
 * names.
 */
@FunctionalInterface
public interface ConditionalBatchFunction {
    /**
     * Evaluates f at one number of each row.
     *
     * @param x the numbers: {@code x[i]} was drawn for row {@code firstRow + i}; neither to be changed nor to be kept
     * @param firstRow the index of the first row
     * @param n the number of rows, at least 1 and at most 1024
     * @param f the values to be written: {@code f[i]} is f of row {@code firstRow + i}, finite, for each i from 0 to n − 1
     */
    void evaluate(double[] x, int firstRow, int n, double[] f);
}
