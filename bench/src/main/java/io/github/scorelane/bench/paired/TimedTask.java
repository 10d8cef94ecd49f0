package io.github.scorelane.bench.paired;

/** A task with a clock. */
interface TimedTask {
    /** Nanoseconds of so many calls, one after the other. */
    long time(int calls);
}
