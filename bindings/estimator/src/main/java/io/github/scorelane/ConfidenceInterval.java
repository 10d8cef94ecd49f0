package io.github.scorelane;

/**
 * A range that holds the truth with a stated probability.
 *
 * @param lower where it begins
 * @param upper where it ends
 */
public record ConfidenceInterval(double lower, double upper) {
    /**
     * Tells whether a number lies in the interval.
     *
     * @param number any number
     * @return true if it is not below, nor above
     */
    public boolean contains(double number) {
        return lower <= number && number <= upper;
    }
}
