package io.github.scorelane;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Remembers how an estimate was made, which differs from what was asked for where that left something open: the seed, the number of
 * samples of a run with a target, the baseline of few samples.
 *
 * @param samples how many there are, of each row where there are rows
 * @param seed the user's seed, or the fresh one that was taken; empty where nothing was drawn
 * @param baseline what was subtracted from f
 * @param plan how samples depended on each other
 * @param reason why there are no more samples
 * @param elapsed wall time
 */
record WorkDone(long samples, OptionalLong seed, Baseline baseline, SamplingPlan plan, StopReason reason, Duration elapsed) {
    /** Remembers a run that drew as many samples as it was asked for, and began when the clock of nanoseconds showed so much. */
    static WorkDone since(long start, EstimateRequest request, long seed) {
        return new WorkDone(request.samples(), seed(request, seed), request.baseline(), request.plan(), StopReason.SAMPLES,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Returns the seed that was used: the user's own where there is one. */
    static OptionalLong seed(EstimateRequest request, long used) {
        return request.seed().isPresent() ? request.seed() : OptionalLong.of(used);
    }
}
