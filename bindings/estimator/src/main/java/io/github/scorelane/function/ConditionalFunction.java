package io.github.scorelane.function;

/**
 * Function f(b, x) of the row b and a number x drawn from that row's distribution. It is the simple form of the function of a
 * {@link io.github.scorelane.ConditionalEstimator ConditionalEstimator}. Data that belong to a row, its context, are looked up by
 * the index of the row. For example, the reward of action x in state b:
 *
 * {@snippet :
 * ConditionalFunction f = (row, x) -> reward[row][(int) x];
 * ConditionalEstimate estimate = ConditionalEstimator.of(ConditionalCategorical.ofLogits(3)).estimate(logits, f);
 * }
 *
 * <p>f must be pure: its value may depend on nothing but the row and the number. Under {@code parallel()} it is called from several
 * threads at once. If it throws, or returns a value that is not finite, the estimate ends with an {@link EvaluationException}.
 */
@FunctionalInterface
public interface ConditionalFunction {
    /**
     * Evaluates f.
     *
     * @param row the index b of the row, from 0
     * @param x a number drawn from the row's own distribution
     * @return f(b, x), finite
     */
    double evaluate(int row, double x);
}
