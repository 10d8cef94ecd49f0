package io.github.scorelane.engine.stage;

import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.kernel.math.Fma;

/**
 * What ends a run before its samples do: a standard error of each component that is no more than absolute + relative·|component|,
 * or time.
 *
 * @param absolute part of the error that is allowed
 * @param relative part of it, as a ratio
 * @param hasError whether there is such an error at all
 * @param nanoseconds of the budget of time; or the largest long
 */
public record Goal(double absolute, double relative, boolean hasError, long nanoseconds) {
    /** Nothing but the samples. */
    public static final Goal NONE = new Goal(0, 0, false, Long.MAX_VALUE);

    /** What a pilot may spend: the fewest samples, and the part of a budget. */
    private static final long PILOT_SAMPLES = 8L * BlockSampler.BLOCK;
    private static final long PILOT_PART = 64;
    private static final double PILOT_ERROR = 8;
    /** The part of the variance that is allowed that a pilot aims at. */
    private static final double PILOT_AIM = 0.9;

    /**
     * Whether every component meets it.
     *
     * @param outcome what was found
     * @return true if there is an error to be met, and it is
     */
    public boolean isMet(Outcome outcome) {
        return hasError && largestRatio(outcome) <= 1;
    }

    boolean isTimed() {
        return nanoseconds != Long.MAX_VALUE;
    }

    /**
     * How many samples would meet it, if the variances are what they seem.
     *
     * @param outcome what was found
     * @param samples of how many
     * @return how many there have to be in all; infinite or NaN if no number is enough, or known
     */
    double needed(Outcome outcome, long samples) {
        double ratio = largestRatio(outcome);
        return hasError ? samples * (ratio * ratio) : Double.NaN;
    }

    /** The largest standard error, over what is allowed; NaN if one is. */
    private double largestRatio(Outcome outcome) {
        double largest = 0;
        for (int p = 0; p < outcome.gradient().length; p++) {
            double error = outcome.standardError()[p];
            double allowed = Fma.fma(relative, Math.abs(outcome.gradient()[p]), absolute);
            largest = Math.max(largest, error == 0 ? 0 : error / allowed);
        }
        return largest;
    }

    /** What a pilot's run is to meet. */
    Goal ofPilot() {
        return new Goal(PILOT_ERROR * absolute, PILOT_ERROR * relative, true, nanoseconds);
    }

    /** The most samples of a pilot. */
    static long pilotBudget(long samples) {
        return Math.min(samples, Math.max(PILOT_SAMPLES, samples / PILOT_PART));
    }

    /** How many samples the pilot says there have to be; never so few that no error could be trusted. */
    long fixedByPilot(Outcome outcome, long pilotSamples, long budget) {
        double needed = needed(outcome, pilotSamples) / PILOT_AIM;
        if (!(needed < budget)) {
            return budget;
        }
        long blocks = Math.ceilDiv((long) Math.ceil(needed), BlockSampler.BLOCK);
        return Math.min(budget, Math.max(PILOT_SAMPLES, blocks * BlockSampler.BLOCK));
    }
}
