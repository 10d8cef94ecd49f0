package io.github.scorelane.quickstart;

/**
 * An estimated derivative, or value, beside the exact one.
 *
 * @param name the name of the number
 * @param estimate the estimate
 * @param standardError its standard error
 * @param exact the truth
 */
record Sensitivity(String name, double estimate, double standardError, double exact) {
    /** Returns the number of standard errors by which the estimate lies above the truth. */
    double errorsOff() {
        return (estimate - exact) / standardError;
    }
}
