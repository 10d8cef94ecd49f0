package io.github.scorelane;

/**
 * The exponentially weighted average of the values of past estimates, to be the baseline of the next, in an optimisation loop
 * whose estimates have too few samples to tell their own. Immutable.
 *
 * <pre>
 *     MovingAverage average = MovingAverage.of(0.9);
 *     for (…) {
 *         Estimate estimate = estimator.at(distribution).seed(step).baseline(average.baseline()).estimate(f);
 *         average = average.with(estimate);
 *     }
 * </pre>
 *
 * <p>With vₜ the newest of t values and d the decay, it is Σ d^k vₜ₋ₖ/Σ d^k, k = 0 … t − 1. It keeps the gradient unbiased if
 * each estimate has a seed of its own: with one seed for all, the average holds the next estimate's samples. Where the distribution
 * moves fast the average is out of date, which costs variance, and no bias.
 *
 * <p>Source: R. J. Williams, <i>Simple statistical gradient-following algorithms for connectionist reinforcement learning</i>,
 * 1992; the weights add up to 1 from the first value on as in D. P. Kingma, J. Ba, <i>Adam</i>, 2015.
 */
public final class MovingAverage {
    /** The size of a value from which on all are divided by 2^60: weights add up to 2^54 at most, and their sum stays a number. */
    private static final double LARGEST = 0x1p960;
    private static final int UNIT = 60;

    private final double decay;
    /** The sum Σ d^k vₜ₋ₖ, in units of 2^unit. */
    private final double sum;
    private final double weights;
    private final int unit;

    private MovingAverage(double decay, double sum, double weights, int unit) {
        this.decay = decay;
        this.sum = sum;
        this.weights = weights;
        this.unit = unit;
    }

    /**
     * Makes an average of no values yet.
     *
     * @param decay d, the weight of a value relative to that of the next; at least 0, which keeps only the last, and below 1
     * @return the average
     * @throws IllegalArgumentException if it is out of range
     */
    public static MovingAverage of(double decay) {
        if (!(decay >= 0 && decay < 1)) {
            throw new IllegalArgumentException("decay is not at least 0 and below 1: " + decay);
        }
        return new MovingAverage(decay, 0, 0, 0);
    }

    /**
     * Adds the newest estimate's {@link Estimate#value()}.
     *
     * @param estimate the estimate
     * @return the average with it
     */
    public MovingAverage with(Estimate estimate) {
        return with(estimate.value());
    }

    /**
     * Adds a value.
     *
     * @param value the newest
     * @return the average with it
     * @throws IllegalArgumentException if it is not finite
     */
    public MovingAverage with(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value is not finite: " + value);
        }
        boolean isLarge = Math.abs(value) >= LARGEST || unit > 0 && decay * Math.abs(sum) >= Math.scalb(LARGEST, -UNIT);
        int newUnit = isLarge ? UNIT : 0;
        double kept = decay * sum == 0 ? 0 : Math.scalb(sum, unit - newUnit);
        return new MovingAverage(decay, decay * kept + Math.scalb(value, -newUnit), decay * weights + 1, newUnit);
    }

    /**
     * Returns the average.
     *
     * @return Σ d^k vₜ₋ₖ/Σ d^k; NaN before the first value
     */
    public double value() {
        return Math.scalb(sum / weights, unit);
    }

    /**
     * Returns the baseline for the next estimate.
     *
     * @return the average, as a constant; before the first value, none
     */
    public Baseline baseline() {
        return weights == 0 ? Baseline.none() : Baseline.constant(value());
    }

    @Override
    public String toString() {
        return "MovingAverage(decay=" + decay + ", value=" + value() + ")";
    }
}
