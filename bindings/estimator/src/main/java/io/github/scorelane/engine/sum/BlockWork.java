package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.thread.Crew;
import io.github.scorelane.kernel.moment.SumTree;

/** What one thread does with a block of samples. An instance has scratch of its own. */
public abstract class BlockWork {
    /** Before the first range, the thread that made this works by itself. */
    public final Check check = new Check();

    /** Before a range of blocks, which is a crew's task. */
    public final void begin(Crew newCrew, long newTask) {
        check.begin(newCrew, newTask);
    }

    /** Leaves a block's sums in {@link #node()}. */
    public abstract void sum(long block);

    /** The sums of one block. */
    public abstract double[] node();

    /** An empty tree, for the sums of some blocks. */
    public abstract SumTree branch();

    /** No block is left; not called after a failure. */
    public abstract void done();
}
