package io.github.scorelane.bench.turns;

import java.util.List;

/**
 * A task in this JVM, in several copies that lie differently in memory: each slice is of the next one. Where its arrays begin on
 * a cache line, and how far one is from the other, can change a short loop's time by half; no claim may hang on that luck.
 */
public final class LocalTask implements TimedTask {
    private final List<Task> copies;
    private final Clock clock;
    private int slice;

    /** Creates the task of its copies, and of the clock that times them. */
    public LocalTask(List<Task> copies, Clock clock) {
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public long time(int calls) {
        Runnable work = copies.get(slice++ % copies.size()).work();
        long start = clock.now();
        for (int i = 0; i < calls; i++) {
            work.run();
        }
        return clock.now() - start;
    }
}
