package io.github.scorelane.function;

/**
 * A function of a row and its number: the simple form of f of a {@link io.github.scorelane.ConditionalEstimator}. What belongs to
 * the row, its context, it looks up by the row.
 *
 * <p>It is pure: its value depends on nothing but the two. Under {@code parallel()} it is called from several threads.
 */
@FunctionalInterface
public interface ConditionalFunction {
    /**
     * Evaluates f.
     *
     * @param row which row, from 0
     * @param x a number drawn from the row's own distribution
     * @return f, finite
     */
    double evaluate(int row, double x);
}
