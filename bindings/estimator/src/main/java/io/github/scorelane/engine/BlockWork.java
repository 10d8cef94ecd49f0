package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.SumTree;

/** What one thread does with a block of samples. An instance has scratch of its own. */
abstract class BlockWork {
    /** Null before the first range, when the thread that made this works by itself. */
    private Crew crew;
    private long task;

    /** Ends the work where it is not wanted any more; called now and then. */
    final Runnable check = this::checkpoint;

    private void checkpoint() {
        if (crew == null) {
            Thrown.requireNotInterrupted();
        } else {
            crew.checkpoint(task);
        }
    }

    /** Before a range of blocks, which is a crew's task. */
    final void begin(Crew newCrew, long newTask) {
        crew = newCrew;
        task = newTask;
    }

    /** Leaves a block's sums in {@link #node()}. */
    abstract void sum(long block);

    /** The sums of one block. */
    abstract double[] node();

    /** An empty tree, for the sums of some blocks. */
    abstract SumTree branch();

    /** No block is left; not called after a failure. */
    abstract void done();
}
