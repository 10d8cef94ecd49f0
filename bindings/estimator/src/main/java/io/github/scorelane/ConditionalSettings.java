package io.github.scorelane;

import io.github.scorelane.engine.thread.Threads;
import java.util.OptionalLong;

/**
 * What a conditional estimator is told besides its distribution.
 *
 * @param samplesPerRow K
 * @param seed or none, for a fresh one at each estimate
 * @param wantedBaseline what is subtracted from f, or null for what K allows
 * @param threads who works
 */
record ConditionalSettings(int samplesPerRow, OptionalLong seed, Baseline wantedBaseline, Threads threads) {
    static final ConditionalSettings DEFAULT = new ConditionalSettings(ConditionalEstimator.DEFAULT_SAMPLES_PER_ROW,
            OptionalLong.empty(), null, Threads.one());

    Baseline baseline() {
        if (wantedBaseline != null) {
            return wantedBaseline;
        }
        return samplesPerRow < 2 ? Baseline.none() : Baseline.leaveOneOut();
    }

    ConditionalSettings withSamplesPerRow(int number) {
        return new ConditionalSettings(number, seed, wantedBaseline, threads);
    }

    ConditionalSettings withSeed(long value) {
        return new ConditionalSettings(samplesPerRow, OptionalLong.of(value), wantedBaseline, threads);
    }

    ConditionalSettings withBaseline(Baseline baseline) {
        return new ConditionalSettings(samplesPerRow, seed, baseline, threads);
    }

    ConditionalSettings withThreads(Threads newThreads) {
        return new ConditionalSettings(samplesPerRow, seed, wantedBaseline, newThreads);
    }
}
