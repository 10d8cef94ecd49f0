package io.github.scorelane.engine.baseline;

/**
 * The sums that a component of the gradient is made of, and what its baseline fitted to them.
 *
 * @param f sums of the function
 * @param s sums of the parameter's score
 * @param constants the constant that each of the eight lanes subtracts from φ; null if none is fitted
 * @param constant their mean, each weighted by its lane's samples
 * @param variance the estimated variance of the component, where constants are fitted; else NaN
 * @param scale the ratio of the standard error to the one that covariances imply
 * @param choices how often a constant was chosen, as {@link Choices} packs it
 */
public record Fit(FunctionTotals f, ScoreTotals s, double[] constants, double constant, double variance, double scale,
        int choices) {
    public Fit(FunctionTotals f, ScoreTotals s) {
        this(f, s, null, 0, Double.NaN, 1, Choices.NONE);
    }
}
