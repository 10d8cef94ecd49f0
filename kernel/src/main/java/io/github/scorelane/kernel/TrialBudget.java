package io.github.scorelane.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * The time that trials of vector loops may take, of all loops together: after each one there is none for fifteen times as long as
 * it took. So trials of loops that are not compiled cost about a sixteenth of the time. A trial that seems to have taken longer
 * than five milliseconds, as one does whose thread lost its processor, is counted as five.
 */
final class TrialBudget {
    static final TrialBudget SHARED = new TrialBudget(System::nanoTime, TrialBudget::ofThread);

    private static final int PACE = 15;
    private static final long MOST = 5_000_000;

    private final LongSupplier clock;
    private final LongSupplier allocated;
    private long next = Long.MIN_VALUE;

    /**
     * Creates a budget of which nothing is spent.
     *
     * @param clock tells the time in nanoseconds, from any beginning, as {@link System#nanoTime} does
     * @param allocated tells how many bytes the thread has allocated
     */
    TrialBudget(LongSupplier clock, LongSupplier allocated) {
        this.clock = clock;
        this.allocated = allocated;
    }

    private static long ofThread() {
        return Bean.BEAN == null ? 0 : Bean.BEAN.getCurrentThreadAllocatedBytes();
    }

    /** The bytes that this thread has allocated; always the same number where that is not known, as in a virtual thread. */
    long allocated() {
        return allocated.getAsLong();
    }

    /** The time, never 0. */
    long now() {
        return clock.getAsLong() | 1;
    }

    /** Tells whether a trial may begin. */
    boolean allows(long now) {
        return next == Long.MIN_VALUE || now - next >= 0;
    }

    /** Tells what a trial took that ends now. */
    void spend(long now, long time) {
        next = now + PACE * Math.clamp(time, 0, MOST);
    }

    /** Loaded when a gate is about to open: management takes some milliseconds to load. */
    private static final class Bean {
        static final ThreadMXBean BEAN = find();

        private Bean() {}

        private static ThreadMXBean find() {
            try {
                return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean ? bean : null;
            } catch (LinkageError e) {
                return null; // This is a run-time image without that module.
            }
        }
    }
}
