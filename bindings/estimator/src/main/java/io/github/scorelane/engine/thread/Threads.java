package io.github.scorelane.engine.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * How many threads work on a run, the caller among them, and where the others come from.
 *
 * @param count how many, at least 1
 * @param executor what runs the others
 */
public record Threads(int count, Executor executor) {
    /**
     * The caller alone.
     *
     * @return one thread
     */
    public static Threads one() {
        return new Threads(1, Runnable::run);
    }

    /**
     * The caller and the common pool.
     *
     * @return as many threads as the pool has, and the caller
     */
    public static Threads commonPool() {
        return new Threads(ForkJoinPool.getCommonPoolParallelism() + 1, ForkJoinPool.commonPool());
    }

    /**
     * The caller and threads of the run's own, which end with it.
     *
     * @param count how many in all
     * @return the threads
     */
    public static Threads of(int count) {
        return new Threads(count, task -> Thread.ofPlatform().daemon().name("scorelane-", 0).start(task));
    }
}
