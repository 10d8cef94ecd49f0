package io.github.scorelane.engine.sum;

import io.github.scorelane.kernel.sum.SumTree;
import java.util.List;

/**
 * The sums of consecutive units along the binary tree over them, which several threads may extend. Neither their number nor how the
 * units are cut shows in the bits. What is kept does not grow with the number of units, but as its logarithm.
 */
public final class BlockSums extends PartReceiver {
    /** The most units that are handed on as one branch; a power of two. */
    public static final int MAX_BRANCH = 64;
    /** Nodes of a tree over the units of such a branch. */
    static final int LEVELS = Integer.numberOfTrailingZeros(MAX_BRANCH) + 1;

    private final long origin;
    private final SumTree tree;
    /** Branches that wait for those before them. */
    private final EarlyBranches early;

    /** Creates sums of no units yet, on a tree and branches, which are cleared; the first unit will be {@code origin}. */
    public BlockSums(long origin, SumTree tree, EarlyBranches early) {
        this.origin = origin;
        this.tree = tree;
        this.early = early;
        tree.clear();
        early.clear();
    }

    @Override
    public long origin() {
        return origin;
    }

    @Override
    public boolean takesBranches() {
        return true;
    }

    /** Returns the first unit that is not in the sums. */
    public long end() {
        return origin + tree.count();
    }

    /** Adds a branch, which is used up; one that is early is copied. */
    @Override
    public synchronized void accept(long place, int level, double[] node) {
        if (place != tree.count()) {
            early.put(place, level, node);
            return;
        }
        tree.add(node, level);
        early.addTo(tree);
    }

    /** Returns what is kept of the first units: of all, or of all but the last one, if that was worked by itself. */
    public List<double[]> nodes(long units) {
        return tree.nodes(units);
    }

    /** Takes up the sums of so many units, where there are none yet. */
    public void restore(long units, List<double[]> nodes) {
        long left = units;
        for (double[] node : nodes) {
            tree.add(node.clone(), Long.numberOfTrailingZeros(Long.highestOneBit(left)));
            left -= Long.highestOneBit(left);
        }
    }

    /** Copies the sums of all units so far. */
    public void copyTo(double[] root) {
        tree.copyTo(root);
    }
}
