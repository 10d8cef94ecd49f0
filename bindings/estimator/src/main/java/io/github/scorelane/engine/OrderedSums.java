package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.SumTree;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** Puts the nodes that threads finish in any order onto a tree in the order of their indices. */
final class OrderedSums {
    private final SumTree tree;
    private final Map<Long, double[]> early = new HashMap<>();
    private final ArrayDeque<double[]> spare = new ArrayDeque<>();
    private long next;

    OrderedSums(int length) {
        tree = new SumTree(length);
    }

    /** Takes a node, and uses it up as scratch; one that is early is copied. */
    synchronized void accept(long index, double[] node) {
        if (index != next) {
            early.put(index, copy(node));
            return;
        }
        tree.add(node);
        next++;
        for (double[] ready; (ready = early.remove(next)) != null; next++) {
            tree.add(ready);
            spare.push(ready);
        }
    }

    synchronized void drainTo(double[] root) {
        tree.drainTo(root);
    }

    private double[] copy(double[] node) {
        if (spare.isEmpty()) {
            return node.clone();
        }
        double[] copy = spare.pop();
        System.arraycopy(node, 0, copy, 0, node.length);
        return copy;
    }
}
