package io.github.scorelane.engine.baseline;

/** How a baseline makes an estimate of the sums: one method a number. A variance of too few samples is NaN. */
public interface BaselineRule {
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
     * Whether it chooses for each lane, and its fits say what.
     *
     * @return true if there are choices to report
     */
    default boolean chooses() {
        return false;
    }

    /**
     * The same baseline for a function that is divided by a power of two.
     *
     * @param exponent of the power
     * @return the formula
     */
    default BaselineRule in(int exponent) {
        return this;
    }

    /**
     * The magnitude of what is subtracted from f, as far as it is known before f is.
     *
     * @return the magnitude; 0 if only samples tell
     */
    default double magnitude() {
        return 0;
    }

    /**
     * Whether what is left of f has the magnitude of f, or of {@link #magnitude()}.
     *
     * @return false if a baseline of the user's own is subtracted, whose values may have any
     */
    default boolean isToldByFunction() {
        return true;
    }

    /**
     * What the sums say of the baseline of one component.
     *
     * @param f sums of the function
     * @param s sums of the parameter's score
     * @param evidence to work in
     * @return both sums, and what was fitted to them
     */
    Fit fit(FunctionTotals f, ScoreTotals s, ConstantSelection evidence);

    /**
     * A component of the gradient.
     *
     * @param s its fit
     * @return its estimate
     */
    double gradient(Fit s);

    /**
     * The estimated variance of a component of the gradient.
     *
     * @param s its fit
     * @return the square of its standard error
     */
    double variance(Fit s);

    /**
     * The estimated covariance of two components of the gradient.
     *
     * @param s fit of the one
     * @param t fit of the other
     * @param st sums of their scores' products
     * @return the covariance
     */
    double covariance(Fit s, Fit t, CrossTotals st);

    /**
     * The estimated covariance of a component of the gradient and the value.
     *
     * @param s its fit
     * @return the covariance
     */
    double covarianceWithValue(Fit s);
}
