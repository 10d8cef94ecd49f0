package io.github.scorelane.engine.evaluate;

/**
 * The loop of {@link OwnLoops} for one function, and one thread's count of the samples that the function was called for. The count
 * is handed on with the first block, and afterwards once in many samples, because threads of many estimates would wait for each
 * other at a common counter.
 *
 * @param <L> the interface by which a loop is called
 */
final class CountedCalls<L> {
    private static final int SAMPLES = 1 << 16;

    private final OwnLoops<L> loops;
    private final Object function;
    private final long[] notes;
    private L loop;
    private int uncounted;

    CountedCalls(OwnLoops<L> loops, Object function) {
        this.loops = loops;
        this.function = function;
        notes = loops.notes(function);
    }

    /** Returns the loop that the next n samples are to be worked with. */
    public L loop(int n) {
        uncounted += n;
        if (loop == null || uncounted >= SAMPLES) {
            loop = loops.loop(function, notes, uncounted);
            uncounted = 0;
        }
        return loop;
    }
}
