package io.github.scorelane.engine;

/** How a baseline makes an estimate of the sums: one method a number. A variance of too few samples is NaN. */
public interface GradientFormula {
    /**
     * How many samples an estimate needs.
     *
     * @return the least n for which the gradient exists
     */
    int minSamples();

    /**
     * How many samples a standard error needs.
     *
     * @return the least n for which the gradient's variance exists
     */
    int minSamplesForError();

    /**
     * A component of the gradient.
     *
     * @param f sums of the function
     * @param s sums of the parameter's score
     * @return its estimate
     */
    double gradient(FunctionTotals f, ScoreTotals s);

    /**
     * The estimated variance of a component of the gradient.
     *
     * @param f sums of the function
     * @param s sums of the parameter's score
     * @return the square of its standard error
     */
    double variance(FunctionTotals f, ScoreTotals s);

    /**
     * The estimated covariance of two components of the gradient.
     *
     * @param f sums of the function
     * @param s sums of the one parameter's score
     * @param t sums of the other's
     * @param st sums of their products
     * @return the covariance
     */
    double covariance(FunctionTotals f, ScoreTotals s, ScoreTotals t, CrossTotals st);

    /**
     * The estimated covariance of a component of the gradient and the value.
     *
     * @param f sums of the function
     * @param s sums of the parameter's score
     * @return the covariance
     */
    double covarianceWithValue(FunctionTotals f, ScoreTotals s);
}
