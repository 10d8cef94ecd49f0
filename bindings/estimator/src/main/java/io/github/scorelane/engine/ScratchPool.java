package io.github.scorelane.engine;

import java.util.ArrayDeque;

/**
 * Scratch that is kept from one estimate to the next, so that small estimates in a loop do not allocate it again. It keeps one
 * for each thread of the last estimates, of one shape, unless the sums of a covariance make it larger than 8 MB.
 */
public final class ScratchPool {
    private static final int LARGEST_NODE = 1 << 20;

    private final ArrayDeque<Scratch> idle = new ArrayDeque<>();

    /** An empty pool. */
    public ScratchPool() {}

    synchronized Scratch take(Problem problem) {
        Scratch scratch = idle.poll();
        if (scratch != null && !scratch.fits(problem)) {
            idle.clear();
            scratch = null;
        }
        return scratch == null ? new Scratch(problem) : scratch;
    }

    synchronized void giveBack(Scratch scratch) {
        if (scratch.node.length <= LARGEST_NODE) {
            idle.push(scratch);
        }
    }
}
