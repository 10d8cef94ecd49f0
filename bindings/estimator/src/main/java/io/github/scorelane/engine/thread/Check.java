package io.github.scorelane.engine.thread;

import java.util.concurrent.CancellationException;

/**
 * Ends a thread's work once nobody wants its result: when the caller was interrupted, or when another thread has failed at an
 * earlier task. The loops over samples run it before each call of f. All runs share this one final class, so that the compiler
 * inlines it into those loops, where it then takes some tenths of a nanosecond. An instance belongs to one thread.
 */
public final class Check {
    private final String what;
    /** Crew whose task this thread works on; null where the thread works by itself. */
    private Crew crew;
    private long task;

    /** Creates the check of an estimate, which its message calls so. */
    public Check() {
        this("estimate");
    }

    /** Creates the check of other work, which the message calls by the given word. */
    public Check(String what) {
        this.what = what;
    }

    /** Notes which task of which crew the thread works on from now on; the crew is null where the thread works by itself. */
    public void begin(Crew newCrew, long newTask) {
        crew = newCrew;
        task = newTask;
    }

    /**
     * Returns as long as the result is wanted.
     *
     * @throws CancellationException if it is not wanted any more
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
