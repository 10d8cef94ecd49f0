package io.github.scorelane.engine.thread;

import java.util.concurrent.CancellationException;

/**
 * Asks, before each call of f and now and then besides, whether the work is wanted any more. One class for all runs, so that it is
 * inlined into the loops over samples, where it takes some tenths of a nanosecond. An instance belongs to one thread.
 */
public final class Check {
    private final String what;
    /** Null where the thread works by itself. */
    private Crew crew;
    private long task;

    /** Creates the check of an estimate. */
    public Check() {
        this("estimate");
    }

    /** Creates the check of something else, which is named in a word. */
    public Check(String what) {
        this.what = what;
    }

    /** Before a crew's task. */
    public void begin(Crew newCrew, long newTask) {
        crew = newCrew;
        task = newTask;
    }

    /**
     * Ends the work where it is not wanted any more.
     *
     * @throws CancellationException if so
     */
    public void run() {
        if (crew == null) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the " + what + " was interrupted");
            }
        } else {
            crew.checkpoint(task);
        }
    }
}
