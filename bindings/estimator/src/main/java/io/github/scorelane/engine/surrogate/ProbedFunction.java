package io.github.scorelane.engine.surrogate;

/** The function f, as it is asked at points that were not drawn. */
@FunctionalInterface
public interface ProbedFunction {
    /** The most points that are asked at once. */
    int BLOCK = 1024;

    /**
     * Evaluates f.
     *
     * @param x the points, in columns
     * @param n how many, at most {@link #BLOCK}
     * @param f where the values go
     * @return whether f gave finite values at all of them; false where it threw
     */
    boolean evaluate(double[][] x, int n, double[] f);
}
