package io.github.scorelane.engine.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * Number of threads that work on a run, the caller among them, and the executor that the others come from. It is a value that an
 * estimator's settings hold; a {@link Crew} puts the threads to work. Results never depend on it.
 *
 * @param count the number of threads, at least 1
 * @param executor runs all threads but the caller
 */
public record Threads(int count, Executor executor) {
    /**
     * Describes the caller alone.
     *
     * @return one thread
     */
    public static Threads one() {
        return new Threads(1, Runnable::run);
    }

    /**
     * Describes the caller and the threads of the common pool.
     *
     * @return as many threads as the pool has, and the caller
     */
    public static Threads commonPool() {
        return new Threads(ForkJoinPool.getCommonPoolParallelism() + 1, ForkJoinPool.commonPool());
    }

    /**
     * Describes the caller and threads that are started for the run and end with it. They are daemons, so that an f that never
     * returns does not keep the JVM from ending.
     *
     * @param count the number of threads, the caller among them
     * @return that many threads
     */
    public static Threads of(int count) {
        return new Threads(count, task -> Thread.ofPlatform().daemon().name("scorelane-", 0).start(task));
    }
}
