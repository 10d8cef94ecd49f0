package io.github.scorelane.engine.conditional;

import io.github.scorelane.engine.baseline.BaselineRule;

/**
 * How a baseline makes the estimates of many rows of their sums, side by side; see {@link BaselineRule}. Loops are plain, and
 * have one index for all arrays.
 */
public interface ConditionalRule {
    /**
     * How many samples a row's estimate needs.
     *
     * @return the least K for which the gradient exists
     */
    int minSamples();

    /**
     * How many samples a row's standard error needs.
     *
     * @return the least K for which the gradient's variance exists
     */
    int minSamplesForError();

    /**
     * Begins a block of rows.
     *
     * @param first the first row
     * @param n how many rows
     * @param constants room for a number of each row that the formula needs
     */
    void prepare(int first, int n, double[] constants);

    /**
     * A component of the gradient of each row.
     *
     * @param f sums of the function
     * @param s sums of the parameter's score
     * @param constants what {@link #prepare} left there
     * @param n how many rows
     * @param gradient where the components go
     */
    void gradient(ConditionalTotals f, ConditionalScores s, double[] constants, int n, double[] gradient);

    /**
     * The standard errors of a component of each row's gradient.
     *
     * @param f sums of the function
     * @param s sums of the parameter's score
     * @param constants what {@link #prepare} left there
     * @param gradient the components
     * @param n how many rows
     * @param errors where their standard errors go
     */
    void errors(ConditionalTotals f, ConditionalScores s, double[] constants, double[] gradient, int n, double[] errors);
}
