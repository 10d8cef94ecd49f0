package io.github.scorelane.engine;

import io.github.scorelane.kernel.sum.SumTree;

/** What one thread does with a block of samples. An instance has scratch of its own. */
abstract class BlockWork {
    /** Before the first range, the thread that made this works by itself. */
    final Check check = new Check();

    /** Before a range of blocks, which is a crew's task. */
    final void begin(Crew newCrew, long newTask) {
        check.begin(newCrew, newTask);
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
