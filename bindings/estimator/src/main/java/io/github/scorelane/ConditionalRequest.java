package io.github.scorelane;

/**
 * Holds what a {@link ConditionalEstimator} is asked for besides its distribution.
 *
 * @param options seed and threads
 * @param samplesPerRow K
 * @param wantedBaseline what is subtracted from f, or null for what K allows
 */
record ConditionalRequest(RunOptions options, int samplesPerRow, Baseline wantedBaseline) {
    static final ConditionalRequest DEFAULT = new ConditionalRequest(RunOptions.DEFAULT,
            ConditionalEstimator.DEFAULT_SAMPLES_PER_ROW, null);

    /** Returns what is subtracted: leave-one-out by default, which one sample a row does not allow. */
    Baseline baseline() {
        if (wantedBaseline != null) {
            return wantedBaseline;
        }
        return samplesPerRow < 2 ? Baseline.none() : Baseline.leaveOneOut();
    }

    ConditionalRequest withOptions(RunOptions newOptions) {
        return new ConditionalRequest(newOptions, samplesPerRow, wantedBaseline);
    }

    ConditionalRequest withSamplesPerRow(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("number of samples per row is not strictly positive: " + number);
        }
        return new ConditionalRequest(options, number, wantedBaseline);
    }

    /** Refuses a baseline that would need folds of a row's samples. */
    ConditionalRequest withBaseline(Baseline baseline) {
        Compatibility.requirePair(Feature.CONDITIONAL, baseline.feature(), baseline, SamplingPlan.independent(), 1);
        return new ConditionalRequest(options, samplesPerRow, baseline);
    }
}
