package io.github.scorelane.engine.sum;

/**
 * Who works the units of a task: threads of this machine, or others. How units are cut and in what order they are worked does not
 * show in the bits, as long as each unit is worked once and what becomes of consecutive ones is added along the tree.
 */
public interface BlockExecutor {
    /**
     * Works consecutive units of a task, and returns when all of their parts have been handed on.
     *
     * @param task the task, which makes a worker for each thread
     * @param first the first unit
     * @param end the unit after the last
     * @param receiver takes the parts
     * @throws io.github.scorelane.function.EvaluationException if f fails: of several failures the first by unit
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    void sum(BlockTask task, long first, long end, PartReceiver receiver);

    /** Has the calling thread's worker sum the first block, before all others: it tells what these need to know. */
    default void sumFirstBlock(BlockWorker own) {
        own.sumFirstBlock();
    }
}
