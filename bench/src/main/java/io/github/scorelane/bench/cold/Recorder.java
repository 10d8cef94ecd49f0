package io.github.scorelane.bench.cold;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Writes down how far the work is, and at which times: at first every 2 ms or more, later every 20 ms, always between two
 * estimates. The recorder's own time and objects are taken off.
 */
final class Recorder {
    private static final long LEAST = 2_000_000;
    private static final long MOST = 20_000_000;
    /** A part of the time since the first use. */
    private static final int PART = 25;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ProcessClock clock = new ProcessClock();
    private long[] samples = new long[1024];
    private long[] wall = new long[1024];
    private long[] cpu = new long[1024];
    private long[] work = new long[1024];
    private long[] bytes = new long[1024];
    private int points;
    private long wallZero;
    private long cpuZero;
    private long workZero;
    private long bytesZero;
    private long cpuBefore;
    private long wallBefore;
    private long next;
    private long worked;

    /** Begins: this moment is the first use. */
    void start() {
        record(0, 0, 0); // once for its own classes
        for (long[] column : new long[][] {samples, wall, cpu, work, bytes}) {
            column[0] = 0;
        }
        wallBefore = (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) * 1_000_000;
        bytesZero = threads.getTotalThreadAllocatedBytes();
        cpuBefore = clock.now();
        cpuZero = cpuBefore;
        workZero = threads.getCurrentThreadCpuTime();
        worked = 0;
        wallZero = System.nanoTime();
        points = 1;
        next = wallZero + LEAST;
    }

    /** The processor time of this thread at the last moment that was written down, in nanoseconds since the first use. */
    long worked() {
        return worked;
    }

    /** Says how many samples are done; otherThreads is the processor's time of those that work besides this one. */
    void done(long count, long otherThreads) {
        long now = System.nanoTime();
        if (now >= next) {
            record(count, otherThreads, now);
        }
    }

    /** Writes down a last point. */
    void end(long count, long otherThreads) {
        record(count, otherThreads, System.nanoTime());
    }

    private void record(long count, long otherThreads, long now) {
        long own = threads.getCurrentThreadCpuTime();
        long ownBytes = threads.getCurrentThreadAllocatedBytes();
        if (points == samples.length) {
            grow();
        }
        samples[points] = count;
        wall[points] = now - wallZero;
        cpu[points] = clock.now() - cpuZero - (threads.getCurrentThreadCpuTime() - own);
        worked = own - workZero;
        work[points] = worked + otherThreads;
        bytes[points] = threads.getTotalThreadAllocatedBytes() - bytesZero - (threads.getCurrentThreadAllocatedBytes() - ownBytes);
        points++;
        bytesZero += threads.getCurrentThreadAllocatedBytes() - ownBytes;
        long spent = threads.getCurrentThreadCpuTime() - own;
        cpuZero += spent;
        workZero += spent;
        long after = System.nanoTime();
        wallZero += after - now;
        next = after + Math.clamp((after - wallZero) / PART, LEAST, MOST);
    }

    private void grow() {
        int length = 2 * samples.length;
        samples = Arrays.copyOf(samples, length);
        wall = Arrays.copyOf(wall, length);
        cpu = Arrays.copyOf(cpu, length);
        work = Arrays.copyOf(work, length);
        bytes = Arrays.copyOf(bytes, length);
    }

    Series series(String runs) {
        return new Series(runs, wallBefore, cpuBefore, Arrays.copyOf(samples, points), Arrays.copyOf(wall, points),
                Arrays.copyOf(cpu, points), Arrays.copyOf(work, points), Arrays.copyOf(bytes, points));
    }
}
