package io.github.scorelane.engine.sum;

import java.io.Serializable;

/**
 * The task of one phase of a run: the problem, and which sums are to be made of each unit. It is a value that may be serialised.
 * The worker of the thread that began the run stays behind, and others make their own.
 */
public final class BlockTask implements Serializable {
    private final Problem problem;
    private final SinkSource sinks;
    private final double[] firstNode;
    private final transient BlockWorker own;

    /**
     * Creates a task.
     *
     * @param problem the problem
     * @param sinks makes the sums of each output
     * @param firstNode the sums of the first block of the first unit, if they are known; or null
     * @param own the worker of the calling thread; or null
     */
    public BlockTask(Problem problem, SinkSource sinks, double[] firstNode, BlockWorker own) {
        this.problem = problem;
        this.sinks = sinks;
        this.firstNode = firstNode;
        this.own = own;
    }

    /** Returns the problem. */
    public Problem problem() {
        return problem;
    }

    /** Returns the worker of the thread that began the run; null where this task has travelled. */
    public BlockWorker own() {
        return own;
    }

    /** Makes a worker for a thread, which has to be closed. */
    public BlockWorker worker() {
        BlockWorker worker = new BlockWorker(problem, sinks);
        worker.know(firstNode);
        return worker;
    }
}
