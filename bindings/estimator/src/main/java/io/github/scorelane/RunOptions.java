package io.github.scorelane;

import io.github.scorelane.engine.run.LocalExecutor;
import io.github.scorelane.engine.sum.BlockExecutor;
import io.github.scorelane.engine.thread.Threads;
import java.util.OptionalLong;

/**
 * Holds what every estimator is asked for, whatever it estimates: which random words, and who works.
 *
 * @param seed the user's seed; empty for a fresh one at each estimate
 * @param threads who works
 * @param executor who works the blocks in place of the threads; null for these
 */
record RunOptions(OptionalLong seed, Threads threads, BlockExecutor executor) {
    static final RunOptions DEFAULT = new RunOptions(OptionalLong.empty(), Threads.one(), null);

    RunOptions withSeed(long value) {
        return new RunOptions(OptionalLong.of(value), threads, executor);
    }

    RunOptions withThreads(Threads newThreads) {
        return new RunOptions(seed, newThreads, executor);
    }

    RunOptions withExecutor(BlockExecutor newExecutor) {
        return new RunOptions(seed, threads, newExecutor);
    }

    /** Returns who works the blocks of an estimate, by its number in a flight recording. */
    BlockExecutor executor(long estimate) {
        return executor == null ? new LocalExecutor(threads, estimate) : executor;
    }
}
