package io.github.scorelane.engine.conditional;

/**
 * Where a run of many rows puts what it finds: arrays as long as there are rows.
 *
 * @param gradient a column for each parameter
 * @param standardError of each component, alike; or null where errors and values are not wanted
 * @param value the mean of f; or null
 * @param valueStandardError its standard error; or null
 */
public record ConditionalOutcome(double[][] gradient, double[][] standardError, double[] value, double[] valueStandardError) {
    /**
     * New arrays.
     *
     * @param parameters how many
     * @param rows how many
     * @return an outcome with errors
     */
    public static ConditionalOutcome of(int parameters, int rows) {
        return new ConditionalOutcome(new double[parameters][rows], new double[parameters][rows], new double[rows],
                new double[rows]);
    }

    /**
     * The caller's arrays.
     *
     * @param gradient a column for each parameter
     * @return an outcome without errors
     */
    public static ConditionalOutcome ofGradient(double[][] gradient) {
        return new ConditionalOutcome(gradient, null, null, null);
    }

    /**
     * The largest ratio of a standard error to its component's magnitude, over all rows.
     *
     * @return the ratio; NaN where there are too few samples
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

    boolean hasErrors() {
        return standardError != null;
    }
}
