package io.github.scorelane.bench.turns;

/** The number of calls of a task that make a slice. */
public final class Pace {
    /** Nanoseconds of a slice: long enough for the clock, short enough that the machine is the same in the next one. */
    static final long SLICE = 3_000_000;

    private final TimedTask task;
    private int calls = 1;

    /** Begins with slices of one call. */
    public Pace(TimedTask task) {
        this.task = task;
    }

    /** Nanoseconds per call of one slice. */
    double slice() {
        return (double) task.time(calls) / calls;
    }

    /** Works for a while, adapting the number of calls. Returns the best nanoseconds per call. */
    public double warmUp(long nanoseconds) {
        double best = Double.POSITIVE_INFINITY;
        long spent = 0;
        while (spent < nanoseconds) {
            long time = Math.max(1, task.time(calls));
            spent += time;
            best = Math.min(best, (double) time / calls);
            calls = (int) Math.clamp(Math.round(SLICE / best), 1, Math.min(Integer.MAX_VALUE, 1000L * calls));
        }
        return best;
    }
}
