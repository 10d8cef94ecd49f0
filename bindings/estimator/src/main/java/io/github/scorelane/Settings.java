package io.github.scorelane;

import io.github.scorelane.engine.control.KnownControl;
import io.github.scorelane.engine.stage.StoppingSchedule;
import io.github.scorelane.engine.thread.Threads;
import java.util.List;
import java.util.Objects;
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
 * @param plan how samples depend on each other
 * @param controls the user's control variates
 * @param staging what may end a run early, and who is told; or how it ended
 * @param probes whether f may be asked at points that were not drawn
 */
record Settings(long samples, OptionalLong seed, Baseline baseline, boolean covariance, Threads threads,
        ImportanceSampling importance, SamplingPlan plan, List<KnownControl> controls,
        Staging staging, boolean probes) {
    static final Settings DEFAULT = new Settings(ScoreFunctionEstimator.DEFAULT_SAMPLES, OptionalLong.empty(),
            Baseline.automatic(), false, Threads.one(), null, SamplingPlan.independent(), List.of(), Staging.NONE,
            true);

    /** Refuses numbers of which the blocks, or what they are multiplied with, would not fit a long. */
    Settings withSamples(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("number of samples is not strictly positive: " + number);
        }
        if (number > StoppingSchedule.UNLIMITED) {
            throw new IllegalArgumentException("number of samples is above 2^60: " + number);
        }
        return new Settings(number, seed, baseline, covariance, threads, importance, plan, controls, staging,
                probes);
    }

    Settings withSeed(long value) {
        return new Settings(samples, OptionalLong.of(value), baseline, covariance, threads, importance, plan, controls, staging,
                probes);
    }

    Settings withBaseline(Baseline newBaseline) {
        return new Settings(samples, seed, newBaseline, covariance, threads, importance, plan, controls, staging,
                probes);
    }

    Settings withCovariance() {
        return new Settings(samples, seed, baseline, true, threads, importance, plan, controls, staging,
                probes);
    }

    Settings withThreads(Threads newThreads) {
        return new Settings(samples, seed, baseline, covariance, newThreads, importance, plan, controls, staging,
                probes);
    }

    /** Of recorded samples, which nothing is drawn for. */
    Settings withoutSeed() {
        return new Settings(samples, OptionalLong.empty(), baseline, covariance, threads, importance, plan, controls, staging,
                probes);
    }

    Settings withImportance(ImportanceSampling newImportance) {
        return new Settings(samples, seed, baseline, covariance, threads, newImportance, plan, controls, staging,
                probes);
    }

    Settings withPlan(SamplingPlan newPlan) {
        return new Settings(samples, seed, baseline, covariance, threads, importance, newPlan, controls, staging, probes);
    }

    Settings withControls(List<KnownControl> newControls) {
        return new Settings(samples, seed, baseline, covariance, threads, importance, plan, newControls, staging, probes);
    }

    Settings withoutProbes() {
        return new Settings(samples, seed, baseline, covariance, threads, importance, plan, controls, staging, false);
    }

    Settings withStaging(Staging newStaging) {
        return new Settings(samples, seed, baseline, covariance, threads, importance, plan, controls, newStaging,
                probes);
    }

    /** Of a run that is resumed, whose seed is the checkpoint's. */
    Settings withCheckpoint(Checkpoint checkpoint) {
        Objects.requireNonNull(checkpoint, "checkpoint");
        if (seed.isPresent() && seed.getAsLong() != checkpoint.seed()) {
            throw new IllegalArgumentException("checkpoint is of seed " + checkpoint.seed() + ", and this estimator has "
                    + seed.getAsLong());
        }
        return withSeed(checkpoint.seed()).withStaging(staging.withCheckpoint(checkpoint));
    }
}
