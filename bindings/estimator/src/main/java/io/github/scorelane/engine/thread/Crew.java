package io.github.scorelane.engine.thread;

import io.github.scorelane.kernel.Workspace;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Team of threads that works through tasks 0, 1, … of one run. Tasks are handed out in order, so that when one fails, all tasks
 * before it have begun and are finished. Of several failures the one of the lowest index is thrown, which does not depend on the
 * number of threads. A run ends early when its caller is interrupted.
 *
 * <p>The caller works too, and waits for those helpers alone that have begun. So the run ends whatever an executor does with the
 * tasks it was given, even if it never runs them.
 */
public final class Crew {
    /** Work of one thread, which has scratch of its own. */
    public interface Worker {
        void work(long task);

        /** Called when no task is left for this worker; not called where it failed. */
        default void done() {}
    }

    private final Thread caller = Thread.currentThread();
    private final AtomicLong next = new AtomicLong();
    private long tasks;
    /**
     * Makes the workers; null once the run is over, so that a helper that begins too late does nothing and keeps no memory alive.
     */
    private Supplier<Worker> workers;
    private int active;
    private Throwable failure;
    private volatile long failedTask = Long.MAX_VALUE;
    private volatile boolean interrupted;

    /**
     * Works through all tasks, and returns when they are done.
     *
     * @param count how many tasks there are
     * @param threads how many threads to work with, and where they come from
     * @param newWorkers makes the worker of a thread, in that thread
     */
    public void run(long count, Threads threads, Supplier<Worker> newWorkers) {
        tasks = count;
        workers = newWorkers;
        recruit(Math.min(threads.count(), count) - 1, threads.executor());
        drain(newWorkers);
        awaitHelpers();
        throwFailure();
    }

    /** Ends the work of a thread that works alone where it is interrupted before it begins. */
    public static void requireNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the estimate was interrupted");
        }
    }

    /**
     * Ends the work of a thread that works alone as a crew's work ends: with a cancellation where the thread is interrupted.
     *
     * @param failure what was thrown
     * @return what to throw; an error is thrown at once
     */
    public static RuntimeException ended(Throwable failure) {
        Thrown.restoreInterruption(failure);
        if (Thread.currentThread().isInterrupted() && !isCancellation(failure)) {
            return Thrown.cancellation(failure);
        }
        return unchecked(failure);
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(failure);
        };
    }

    private void recruit(long helpers, Executor executor) {
        try {
            for (long i = 0; i < helpers; i++) {
                executor.execute(this::help);
            }
        } catch (RejectedExecutionException e) {
            System.getLogger(Crew.class.getName()).log(System.Logger.Level.DEBUG, "fewer threads: refused", e);
        } catch (Throwable e) {
            // The failure counts as one before all tasks: helpers that have begun must end before it is thrown.
            fail(-1, e);
        }
    }

    /** Ends a task whose result is not wanted any more, by a {@link CancellationException}; called by a thread of this crew. */
    public void checkpoint(long task) {
        if (interrupted || caller.isInterrupted() || task > failedTask) {
            throw new CancellationException("the estimate was interrupted");
        }
    }

    private void help() {
        Supplier<Worker> newWorkers;
        synchronized (this) {
            if (workers == null) {
                return;
            }
            newWorkers = workers;
            active++;
        }
        try {
            drain(newWorkers);
        } finally {
            synchronized (this) {
                active--;
                notifyAll();
            }
        }
    }

    private void drain(Supplier<Worker> newWorkers) {
        long task = -1;
        Workspace workspace = Workspace.ofThread();
        long mark = workspace.mark();
        try {
            Worker worker = null;
            while ((task = next.getAndIncrement()) < tasks) {
                checkpoint(task);
                if (worker == null) {
                    worker = newWorkers.get();
                }
                worker.work(task);
            }
            if (worker != null) {
                worker.done();
            }
        } catch (Throwable e) {
            workspace.giveBackTo(mark);
            fail(task, e);
        }
    }

    private synchronized void fail(long task, Throwable e) {
        Thrown.restoreInterruption(e);
        // A cancellation only says that another thread noticed an interruption. The exception that the interrupted function threw
        // explains more, so it replaces a cancellation, and is not replaced by one, whatever the order of the tasks.
        boolean tells = isCancellation(failure) && !isCancellation(e);
        boolean tellsLess = isCancellation(e) && failure != null && !isCancellation(failure);
        if (tells || task < failedTask && !tellsLess) {
            failedTask = Math.min(failedTask, task);
            failure = e;
        }
        // Nobody takes a further task. Half the largest number leaves room for the increments of threads that still ask.
        next.set(Long.MAX_VALUE / 2);
    }

    private synchronized void awaitHelpers() {
        workers = null;
        while (active > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A cancellation tells less than other failures do: it is what threads see of somebody else's. */
    private static boolean isCancellation(Throwable failure) {
        return failure instanceof CancellationException;
    }

    private void throwFailure() {
        if (interrupted || caller.isInterrupted()) {
            throw isCancellation(failure) ? (CancellationException) failure : Thrown.cancellation(failure);
        }
        // An interruption that another thread swallowed is not this thread's: its flag stays as it is.
        if (failure != null) {
            throw unchecked(failure);
        }
    }
}
