package io.github.scorelane.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Several threads that work through tasks 0, 1, … of one run. Tasks are handed out in order, so that when one fails, all
 * before it were begun and are finished: of several failures the first by index is thrown. A run ends early when its caller is
 * interrupted.
 */
final class Crew {
    /** What one thread does; it has scratch of its own. */
    interface Worker {
        void work(long task);

        /** Called when no task is left for it, unless one failed. */
        default void done() {}
    }

    private final Thread caller = Thread.currentThread();
    private final AtomicLong next = new AtomicLong();
    private long tasks;
    private int active;
    private boolean closed;
    private Throwable failure;
    private volatile long failedTask = Long.MAX_VALUE;
    private volatile boolean interrupted;

    /** Works through all tasks, and returns when they are done. */
    void run(long count, Threads threads, Supplier<Worker> workers) {
        tasks = count;
        next.set(0);
        closed = false;
        long helpers = Math.min(threads.count(), count) - 1;
        try {
            for (long i = 0; i < helpers; i++) {
                threads.executor().execute(() -> help(workers));
            }
        } catch (RejectedExecutionException e) {
            System.getLogger(Crew.class.getName()).log(System.Logger.Level.DEBUG, "fewer threads: refused", e);
        }
        drain(workers);
        awaitHelpers();
        throwFailure();
    }

    /** Ends a task whose result is not wanted any more. */
    void checkpoint(long task) {
        if (interrupted || caller.isInterrupted() || task > failedTask) {
            throw new CancellationException("the estimate was interrupted");
        }
    }

    private void help(Supplier<Worker> workers) {
        synchronized (this) {
            if (closed) {
                return;
            }
            active++;
        }
        try {
            drain(workers);
        } finally {
            synchronized (this) {
                active--;
                notifyAll();
            }
        }
    }

    private void drain(Supplier<Worker> workers) {
        long task = -1;
        try {
            Worker worker = null;
            while ((task = next.getAndIncrement()) < tasks) {
                checkpoint(task);
                if (worker == null) {
                    worker = workers.get();
                }
                worker.work(task);
            }
            if (worker != null) {
                worker.done();
            }
        } catch (Throwable e) {
            fail(task, e);
        }
    }

    private synchronized void fail(long task, Throwable e) {
        if (task < failedTask) {
            failedTask = task;
            failure = e;
        }
        next.set(Long.MAX_VALUE / 2);
    }

    private synchronized void awaitHelpers() {
        closed = true;
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

    private void throwFailure() {
        if (interrupted || caller.isInterrupted()) {
            throw new CancellationException("the estimate was interrupted");
        }
        switch (failure) {
            case null -> { }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }
}
