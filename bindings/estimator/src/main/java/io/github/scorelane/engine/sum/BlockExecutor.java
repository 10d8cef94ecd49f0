package io.github.scorelane.engine.sum;

/**
 * Executor of the units of a task, on threads of this machine or elsewhere. The bits do not depend on how units are cut into ranges
 * nor on the order in which these are worked, as long as each unit is worked once and sums are added along the tree over all units.
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

    /**
     * Has the calling thread's own worker work consecutive units, if no other thread is to work: that spares the task.
     *
     * @param own the calling thread's worker, which feeds the sinks that are wanted
     * @param first the first unit
     * @param end the unit after the last
     * @param receiver takes the parts
     * @return whether the units are worked; if not, a task is to be made of them
     */
    default boolean sumAlone(BlockWorker own, long first, long end, PartReceiver receiver) {
        return false;
    }

    /** Has the calling thread's worker sum the first block before all others, which need the centre that it tells. */
    default void sumFirstBlock(BlockWorker own) {
        own.sumFirstBlock();
    }

    /** Returns this executor for an estimate that a flight recording knows by a number; 0 where it is not recorded. */
    default BlockExecutor recorded(long estimate) {
        return this;
    }
}
