package io.github.scorelane;

import io.github.scorelane.engine.thread.Threads;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * An estimator of gradients from random samples: the options that all of them share, a seed and who works. Immutable and
 * thread-safe: each method returns a new estimator.
 *
 * <p>The estimate is a function of the seed and of what is estimated, to the bit: not of the machine, the vector width or the
 * number of threads.
 *
 * @param <E> the estimator's own type, which its options return
 */
public abstract sealed class MonteCarloEstimator<E extends MonteCarloEstimator<E>>
        permits ConditionalEstimator, ExpectationEstimator {
    private static final int MAX_THREADS = 1024;

    private final RunOptions options;

    MonteCarloEstimator(RunOptions options) {
        this.options = options;
    }

    /**
     * Sets the seed. Estimates of one seed use the same random words: those at two θ share their random numbers, and those
     * that are to be independent, as the steps of an optimisation are, need seeds of their own. Any two seeds will do, consecutive
     * ones too.
     *
     * @param value any number
     * @return an estimator that is otherwise this one
     */
    public final E seed(long value) {
        return with(options.withSeed(value));
    }

    /**
     * Works with the calling thread and the common pool.
     *
     * @return an estimator that is otherwise this one
     */
    public final E parallel() {
        return with(options.withThreads(Threads.commonPool()));
    }

    /**
     * Works with the calling thread and others that are started for each estimate and end with it.
     *
     * @param number how many threads in all, 1 to 1024
     * @return an estimator that is otherwise this one
     * @throws IllegalArgumentException if the number is out of range
     */
    public final E parallel(int number) {
        return with(options.withThreads(Threads.of(requireThreads(number))));
    }

    /**
     * Works with the calling thread and the threads of an executor: a pool of the application's, one of virtual threads, or
     * any other. Each estimate hands it one task fewer than there are threads, and not more than there is work for; under the
     * automatic baseline of a {@link ScoreFunctionEstimator} twice, for the first 4,096 samples and for the others.
     *
     * <p>The result does not depend on the executor, only the time that it takes. The calling thread works throughout, and does
     * what the others do not: an executor may have fewer threads, be busy, run tasks in the calling thread, or never run
     * them. A task that it comes to after the estimate has ended does nothing. If it rejects a task with a
     * {@link java.util.concurrent.RejectedExecutionException}, the estimate is made with the threads that it has; anything
     * else that it throws ends the estimate. It is not shut down.
     *
     * @param executor what runs the others
     * @param number how many threads in all, 1 to 1024
     * @return an estimator that is otherwise this one
     * @throws IllegalArgumentException if the number is out of range
     */
    public final E parallel(Executor executor, int number) {
        Objects.requireNonNull(executor, "executor");
        return with(options.withThreads(new Threads(requireThreads(number), executor)));
    }

    private static int requireThreads(int number) {
        if (number < 1 || number > MAX_THREADS) {
            throw new IllegalArgumentException("number of threads is not between 1 and " + MAX_THREADS + ": " + number);
        }
        return number;
    }

    /** Returns an estimator that is otherwise this one. */
    abstract E with(RunOptions newOptions);
}
