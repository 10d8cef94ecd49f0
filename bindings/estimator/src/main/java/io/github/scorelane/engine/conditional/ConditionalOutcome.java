package io.github.scorelane.engine.conditional;

/**
 * Arrays into which a run of a batch writes its results, each as long as there are cases. Threads write to different cases, and so
 * need no lock.
 *
 * @param gradient a column for each parameter, {@code gradient[p][b]}
 * @param standardError the standard errors of the gradient, alike; null where only the gradient is wanted
 * @param value the mean of f of each case; null where only the gradient is wanted
 * @param valueStandardError the standard errors of the values; null where only the gradient is wanted
 */
public record ConditionalOutcome(double[][] gradient, double[][] standardError, double[] value, double[] valueStandardError) {
    /**
     * Creates an outcome with new arrays for everything.
     *
     * @param parameters the number of parameters
     * @param cases the number of cases
     * @return the outcome
     */
    public static ConditionalOutcome of(int parameters, int cases) {
        return new ConditionalOutcome(new double[parameters][cases], new double[parameters][cases], new double[cases],
                new double[cases]);
    }

    /**
     * Creates an outcome for the gradient alone, in the caller's arrays.
     *
     * @param gradient a column for each parameter
     * @return the outcome
     */
    public static ConditionalOutcome ofGradient(double[][] gradient) {
        return new ConditionalOutcome(gradient, null, null, null);
    }

    /**
     * Returns the largest ratio of a standard error to its component's magnitude, over all cases. A component whose error is 0 has
     * the ratio 0.
     *
     * @return the ratio; NaN where there are too few samples for standard errors
     */
    public double largestRelativeError() {
        double largest = 0;
        for (int p = 0; p < gradient.length; p++) {
            for (int b = 0; b < gradient[p].length; b++) {
                double error = standardError[p][b];
                largest = Math.max(largest, error == 0 ? 0 : error / Math.abs(gradient[p][b]));
            }
        }
        return largest;
    }

    /** Tells whether values and standard errors are wanted, beside the gradient. */
    boolean hasErrors() {
        return standardError != null;
    }
}
