package io.github.scorelane.engine.baseline;

import java.io.Serializable;

/**
 * The rule of a baseline: what is subtracted from f, and the estimate and its errors that follow from a run's sums. There is one
 * method for each number, and a variance that too few samples tell is NaN. What a run has to know of a rule it asks here, and never
 * by the rule's class. Immutable.
 */
public interface BaselineRule extends Serializable {
    /** Returns the least number of samples for which the gradient exists. */
    int minSamples();

    /** Returns the least number of samples for which the gradient's variance exists. */
    int minSamplesForError();

    /** Tells whether the rule chooses for each lane of samples, so that there are choices to report. */
    default boolean chooses() {
        return false;
    }

    /**
     * Returns the choice that the first samples of a run make for all others; null if the rule needs no pilot, but the sums of all
     * samples.
     */
    default Automatic pilot() {
        return null;
    }

    /** Returns the rule for a function that is divided by 2^exponent. */
    default BaselineRule in(int exponent) {
        return this;
    }

    /** Returns the magnitude of what is subtracted from f, as far as it is known before f is; 0 if only samples tell. */
    default double magnitude() {
        return 0;
    }

    /**
     * Tells whether what is left of f has the magnitude of f, or of {@link #magnitude()}; not so if a baseline of the user's own is
     * subtracted, whose values may have any.
     */
    default boolean isToldByFunction() {
        return true;
    }

    /**
     * Subtracts what the rule knows of each sample before it is drawn.
     *
     * @param phi the values φ = f − c of a block
     * @param centre the centre c
     * @param x the samples of the block
     * @param first index of the first sample
     * @param n number of samples
     * @param scratch room for as many numbers
     * @return what scores are summed with: φ itself, or the scratch
     */
    default double[] residual(double[] phi, double centre, double[][] x, long first, int n, double[] scratch) {
        return phi;
    }

    /** Returns the constant that is subtracted from φ in every lane, if it is known before the samples; or else NaN. */
    default double knownConstant(FunctionTotals f) {
        return Double.NaN;
    }

    /** Tells whether the mean of f over the run's own samples is subtracted, so that its error is part of the estimate's. */
    default boolean subtractsOwnMean() {
        return false;
    }

    /**
     * Returns what each lane's constant is, as {@link Choices} names it, for who fits it anew without some groups of samples; null
     * if nothing is fitted.
     */
    default int[] laneChoices(ConstantSelection selection) {
        return null;
    }

    /** Fits the baseline of one component, from the sums of the function and of the parameter's score, and returns it with them. */
    Fit fit(FunctionTotals f, ScoreTotals s, ConstantSelection selection);

    /** Returns a component of the gradient. */
    double gradient(Fit s);

    /** Returns the estimated variance of a component of the gradient. */
    double variance(Fit s);

    /** Returns the variance that the plain estimate has on the same sums; NaN if these do not tell it. */
    default double plainVariance(FunctionTotals f, ScoreTotals s) {
        return FixedConstant.PLAIN.variance(f, s);
    }

    /** Returns the estimated covariance of two components, from the sums of the products of their scores; NaN if there is none. */
    double covariance(Fit s, Fit t, CrossTotals st);

    /** Returns the estimated covariance of a component and the value; NaN if there is none. */
    double covarianceWithValue(Fit s);

    /** Returns the estimated covariance of a component and the plain gradient of another score; NaN if there is none. */
    double covarianceWithPlain(Fit component, Fit plain, CrossTotals st);
}
