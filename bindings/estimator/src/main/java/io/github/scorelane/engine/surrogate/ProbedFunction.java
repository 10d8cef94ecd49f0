package io.github.scorelane.engine.surrogate;

/**
 * Function f as a search for a surrogate evaluates it, at points that no sample need have. f need not be defined there: a failure
 * is not an error, and only means that there is no surrogate.
 */
@FunctionalInterface
public interface ProbedFunction {
    /** Most points of one call. */
    int BLOCK = 1024;

    /**
     * Evaluates f.
     *
     * @param x the points, a column for each coordinate
     * @param n the number of points, at most {@link #BLOCK}
     * @param f the values to be written
     * @return false if f threw; values that are not finite may pass
     */
    boolean evaluate(double[][] x, int n, double[] f);
}
