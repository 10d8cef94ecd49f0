package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.SumTree;
import java.util.HashMap;
import java.util.Map;

/** Puts the nodes that threads finish in any order onto a tree in the order of their indices. */
final class OrderedSums {
    private final SumTree tree;
    private final Map<Long, double[]> early = new HashMap<>();
    private long next;

    OrderedSums(int length) {
        tree = new SumTree(length);
    }

    /** Takes a node, and keeps it. */
    synchronized void accept(long index, double[] node) {
        early.put(index, node);
        for (double[] ready; (ready = early.remove(next)) != null; next++) {
            tree.add(ready);
        }
    }

    synchronized void drainTo(double[] root) {
        tree.drainTo(root);
    }
}
