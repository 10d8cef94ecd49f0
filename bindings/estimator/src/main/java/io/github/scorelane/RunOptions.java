package io.github.scorelane;

import io.github.scorelane.engine.thread.Threads;
import java.util.OptionalLong;

/**
 * Holds what every estimator is asked for, whatever it estimates: which random words, and who works.
 *
 * @param seed the user's seed; empty for a fresh one at each estimate
 * @param threads who works
 */
record RunOptions(OptionalLong seed, Threads threads) {
    static final RunOptions DEFAULT = new RunOptions(OptionalLong.empty(), Threads.one());

    RunOptions withSeed(long value) {
        return new RunOptions(OptionalLong.of(value), threads);
    }

    RunOptions withThreads(Threads newThreads) {
        return new RunOptions(seed, newThreads);
    }
}
