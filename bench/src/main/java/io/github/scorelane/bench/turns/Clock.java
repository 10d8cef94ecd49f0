package io.github.scorelane.bench.turns;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** A clock that takes a slice's time. */
public enum Clock {
    /** The time that the calling thread had a processor: other programs are not in it. */
    CPU {
        @Override
        public long now() {
            return THREADS.getCurrentThreadCpuTime();
        }
    },
    /** The time on the wall, for what runs on several threads. */
    WALL {
        @Override
        public long now() {
            return System.nanoTime();
        }
    };

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** A hundredth of a slice. Some systems count a thread's time in ticks of milliseconds. */
    private static final long COARSEST = Pace.SLICE / 100;
    private static final int STEPS = 50;

    /** The time, in nanoseconds of this clock. */
    public abstract long now();

    /** This clock, or the wall's where a thread's own is missing or too coarse for a slice. */
    public Clock orFinerOne() {
        return this == CPU && (!THREADS.isCurrentThreadCpuTimeSupported() || step() > COARSEST) ? WALL : this;
    }

    /** The smallest of some steps, in nanoseconds. */
    private long step() {
        long least = Long.MAX_VALUE;
        long before = now();
        for (int steps = 0; steps < STEPS;) {
            long after = now();
            if (after > before) {
                least = Math.min(least, after - before);
                before = after;
                steps++;
            }
        }
        return least;
    }
}
