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
 * @param importance where samples come from instead of the distribution, or null
 */
record Settings(long samples, OptionalLong seed, Baseline baseline, boolean covariance, Threads threads,
        ImportanceSampling importance) {
    static final Settings DEFAULT = new Settings(ScoreFunctionEstimator.DEFAULT_SAMPLES, OptionalLong.empty(),
            Baseline.automatic(), false, Threads.one(), null);

    Settings withSamples(long number) {
        return new Settings(number, seed, baseline, covariance, threads, importance);
    }

    Settings withSeed(long value) {
        return new Settings(samples, OptionalLong.of(value), baseline, covariance, threads, importance);
    }

    Settings withBaseline(Baseline newBaseline) {
        return new Settings(samples, seed, newBaseline, covariance, threads, importance);
    }

    Settings withCovariance() {
        return new Settings(samples, seed, baseline, true, threads, importance);
    }

    Settings withThreads(Threads newThreads) {
        return new Settings(samples, seed, baseline, covariance, newThreads, importance);
    }

    /** Of recorded samples, which nothing is drawn for. */
    Settings withoutSeed() {
        return new Settings(samples, OptionalLong.empty(), baseline, covariance, threads, importance);
    }

    Settings withImportance(ImportanceSampling newImportance) {
        return new Settings(samples, seed, baseline, covariance, threads, newImportance);
    }
}
