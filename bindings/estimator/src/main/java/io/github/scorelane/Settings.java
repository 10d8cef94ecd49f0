package io.github.scorelane;

import io.github.scorelane.engine.Threads;
import java.util.OptionalLong;

/**
 * What an estimator is told besides its distribution.
 *
 * @param samples n
 * @param seed or none, for a fresh one at each estimate
 * @param baseline what is subtracted from f
 * @param covariance whether the joint covariance is wanted
 * @param threads who works
 */
record Settings(long samples, OptionalLong seed, Baseline baseline, boolean covariance, Threads threads) {
    static final Settings DEFAULT = new Settings(ScoreFunctionEstimator.DEFAULT_SAMPLES, OptionalLong.empty(),
            Baseline.automatic(), false, Threads.one());

    Settings withSamples(long number) {
        return new Settings(number, seed, baseline, covariance, threads);
    }

    Settings withSeed(long value) {
        return new Settings(samples, OptionalLong.of(value), baseline, covariance, threads);
    }

    Settings withBaseline(Baseline newBaseline) {
        return new Settings(samples, seed, newBaseline, covariance, threads);
    }

    Settings withCovariance() {
        return new Settings(samples, seed, baseline, true, threads);
    }

    Settings withThreads(Threads newThreads) {
        return new Settings(samples, seed, baseline, covariance, newThreads);
    }
}
