package io.github.scorelane.quickstart;

/**
 * An estimated number beside the exact one.
 *
 * @param name what it is
 * @param estimate the estimate
 * @param standardError its standard error
 * @param exact the truth
 */
record Sensitivity(String name, double estimate, double standardError, double exact) {
    /** How many standard errors the estimate lies above the truth. */
    double errorsOff() {
        return (estimate - exact) / standardError;
    }
}
