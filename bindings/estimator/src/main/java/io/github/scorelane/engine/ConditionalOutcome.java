package io.github.scorelane.engine;

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

    boolean hasErrors() {
        return standardError != null;
    }
}
