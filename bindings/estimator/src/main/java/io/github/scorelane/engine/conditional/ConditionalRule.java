package io.github.scorelane.engine.conditional;

import io.github.scorelane.engine.baseline.BaselineRule;

/**
 * Rule by which a baseline makes the estimates of many cases of their sums, side by side; for a single problem it is a
 * {@link BaselineRule}. Implementations are plain loops with one index for all arrays, which the compiler turns into vector
 * instructions.
 */
public interface ConditionalRule {
    /**
     * Returns the number of samples that a case needs for its gradient.
     *
     * @return the least K
     */
    int minSamples();

    /**
     * Returns the number of samples that a case needs for the standard error of its gradient.
     *
     * @return the least K
     */
    int minSamplesForError();

    /**
     * Prepares the rule for a block of cases, before their samples are drawn.
     *
     * @param first the index of the first case
     * @param n the number of cases
     * @param constants room for a number of each case, which the other methods are given again
     */
    void prepare(int first, int n, double[] constants);

    /**
     * Computes one component of the gradient of each case.
     *
     * @param f the sums of the function
     * @param s the sums of the parameter's score
     * @param constants the numbers that {@link #prepare} left
     * @param n the number of cases
     * @param gradient the components to be written
     */
    void gradient(ConditionalTotals f, ConditionalScores s, double[] constants, int n, double[] gradient);

    /**
     * Computes the standard errors of one component of the gradient of each case. It is called only where K is at least
     * {@link #minSamplesForError}.
     *
     * @param f the sums of the function
     * @param s the sums of the parameter's score
     * @param constants the numbers that {@link #prepare} left
     * @param gradient the components, as {@link #gradient} wrote them
     * @param n the number of cases
     * @param errors the standard errors to be written
     */
    void errors(ConditionalTotals f, ConditionalScores s, double[] constants, double[] gradient, int n, double[] errors);
}
