package io.github.scorelane.bench.cold;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Estimates of a normal distribution by the calling thread and by another one, each with its own estimator. */
final class TwoThreads extends Work {
    private final Work mine = Work.normal();
    private final Thread other = new Thread(this::work);
    private volatile long otherSamples;
    private volatile long otherTime;
    private volatile boolean ended;
    private long taken;

    TwoThreads() {
        other.setDaemon(true);
        other.start();
    }

    private void work() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Work theirs = Work.normal();
        long samples = 0;
        while (!ended) {
            samples += theirs.step();
            otherTime = threads.getCurrentThreadCpuTime();
            otherSamples = samples;
        }
    }

    @Override
    long step() {
        long samples = mine.step();
        use(mine.sum());
        long theirs = otherSamples;
        samples += theirs - taken;
        taken = theirs;
        return samples;
    }

    @Override
    long otherThreads() {
        return otherTime;
    }

    @Override
    void end() throws InterruptedException {
        ended = true;
        other.join();
    }
}
