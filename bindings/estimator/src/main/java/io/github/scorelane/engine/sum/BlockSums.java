package io.github.scorelane.engine.sum;

import io.github.scorelane.kernel.sum.SumTree;
import java.util.List;

/**
 * The sums of consecutive units along the binary tree over them, which several threads may extend. The bits depend neither on the
 * number of threads nor on how units are cut into ranges. Its memory grows as the logarithm of the number of units.
 */
public final class BlockSums extends PartReceiver {
    /** The most units that are handed on as one branch; a power of two. */
    public static final int MAX_BRANCH = 64;
    /** Number of nodes of a tree over the units of such a branch. */
    static final int LEVELS = Integer.numberOfTrailingZeros(MAX_BRANCH) + 1;

    private final long origin;
    private final SumTree tree;
    /** The branches that wait for those before them. */
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

    /** Adds a branch, whose array is used up; a branch that comes before its turn is copied. */
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

    /** Takes up the sums of the first units from a checkpoint, while there are none yet. */
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
