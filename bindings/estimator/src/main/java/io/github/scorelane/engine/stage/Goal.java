package io.github.scorelane.engine.stage;

import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.kernel.math.Fma;

/**
 * Goal at which a run ends before its samples do: each component of the gradient has a standard error of at most
 * absolute + relative·|component|, or the time is used up.
 *
 * @param absolute the absolute part of the allowed error
 * @param relative the relative part of the allowed error, as a ratio
 * @param hasError whether there is an allowed error at all
 * @param nanoseconds the budget of time; {@link Long#MAX_VALUE} where there is none
 */
public record Goal(double absolute, double relative, boolean hasError, long nanoseconds) {
    /** Goal of a run that nothing ends but its samples. */
    public static final Goal NONE = new Goal(0, 0, false, Long.MAX_VALUE);

    /** Bounds of a pilot run: it may spend this many samples, or this part (one 64th) of the budget if that is more. */
    private static final long PILOT_SAMPLES = 8L * BlockSampler.BLOCK;
    private static final long PILOT_PART = 64;
    /** Ratio of the error at which a pilot run ends to the error of the goal. */
    private static final double PILOT_ERROR = 8;
    /** Part of the allowed variance that the pilot aims at, because the variance it estimates may be too small by chance. */
    private static final double PILOT_AIM = 0.9;

    /**
     * Tells whether every component has the allowed error.
     *
     * @param outcome the outcome of all samples so far
     * @return true if there is an allowed error and every component has it; false while an error is NaN
     */
    public boolean isMet(Outcome outcome) {
        return hasError && largestRatio(outcome) <= 1;
    }

    /** Tells whether there is a budget of time. */
    boolean isTimed() {
        return nanoseconds != Long.MAX_VALUE;
    }

    /**
     * Estimates the number of samples that would meet this goal, supposing that the variances are those found so far. Errors fall
     * as the root of the number of samples.
     *
     * @param outcome the outcome of the samples so far
     * @param samples the number of samples so far
     * @return the number of samples in all; infinity if no number is enough, NaN if none is known
     */
    double needed(Outcome outcome, long samples) {
        double ratio = largestRatio(outcome);
        return hasError ? samples * (ratio * ratio) : Double.NaN;
    }

    /** Returns the largest ratio of a standard error to the allowed one; NaN if one of the errors is NaN. */
    private double largestRatio(Outcome outcome) {
        double largest = 0;
        for (int p = 0; p < outcome.gradient().length; p++) {
            double error = outcome.standardError()[p];
            double allowed = Fma.fma(relative, Math.abs(outcome.gradient()[p]), absolute);
            largest = Math.max(largest, error == 0 ? 0 : error / allowed);
        }
        return largest;
    }

    /** Returns the goal of a pilot run that is to find the number of samples for this goal. */
    Goal ofPilot() {
        return new Goal(PILOT_ERROR * absolute, PILOT_ERROR * relative, true, nanoseconds);
    }

    /** Returns the most samples of a pilot run, of a budget of samples. */
    static long pilotBudget(long samples) {
        return Math.min(samples, Math.max(PILOT_SAMPLES, samples / PILOT_PART));
    }

    /**
     * Returns the number of samples that a pilot run says are needed, in whole blocks: never so few that their error could not be
     * trusted.
     */
    long fixedByPilot(Outcome outcome, long pilotSamples, long budget) {
        double needed = needed(outcome, pilotSamples) / PILOT_AIM;
        if (!(needed < budget)) {
            return budget;
        }
        long blocks = Math.ceilDiv((long) Math.ceil(needed), BlockSampler.BLOCK);
        return Math.min(budget, Math.max(PILOT_SAMPLES, blocks * BlockSampler.BLOCK));
    }
}
