package io.github.scorelane.bench.turns;

/** A task with a clock. */
public interface TimedTask {
    /** Makes so many calls, one after the other, and returns their nanoseconds. */
    long time(int calls);
}
