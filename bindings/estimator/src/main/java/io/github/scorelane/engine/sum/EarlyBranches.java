package io.github.scorelane.engine.sum;

import io.github.scorelane.kernel.sum.SumTree;

/**
 * Branches of a tree of blocks that were worked before their turn, in a list by their places. A new one mostly belongs near the
 * end, so that its place is looked for from there. Branches and their arrays are used again, up to half a megabyte from one run to
 * the next. It is not thread-safe.
 */
public final class EarlyBranches {
    private static final int KEPT = 1 << 16;

    private final int length;
    private Branch first;
    private Branch last;
    private Branch spare;
    private int spares;

    /** Creates an empty list, for nodes of the given length. */
    public EarlyBranches(int length) {
        this.length = length;
    }

    /** Forgets all branches. */
    public void clear() {
        while (first != null) {
            removeFirst();
        }
        while (spare != null && (long) spares * length > KEPT) {
            spare = spare.next;
            spares--;
        }
    }

    /** Returns the number of doubles that are kept for branches to come. */
    public long doubles() {
        return (long) spares * length;
    }

    /** Keeps the sums of 2^level blocks, the first of them at a place. */
    public void put(long place, int level, double[] node) {
        Branch branch = spare;
        if (branch == null) {
            branch = new Branch(length);
        } else {
            spare = branch.next;
            spares--;
        }
        branch.place = place;
        branch.level = level;
        System.arraycopy(node, 0, branch.node, 0, length);
        Branch before = last;
        while (before != null && before.place > place) {
            before = before.previous;
        }
        branch.previous = before;
        branch.next = before == null ? first : before.next;
        if (before == null) {
            first = branch;
        } else {
            before.next = branch;
        }
        if (branch.next == null) {
            last = branch;
        } else {
            branch.next.previous = branch;
        }
    }

    /** Adds to the tree the branches that follow on what it has. */
    void addTo(SumTree tree) {
        while (first != null && first.place == tree.count()) {
            tree.add(first.node, first.level);
            removeFirst();
        }
    }

    private void removeFirst() {
        Branch branch = first;
        first = branch.next;
        if (first == null) {
            last = null;
        } else {
            first.previous = null;
        }
        branch.next = spare;
        spare = branch;
        spares++;
    }

    /** The sums of 2^level blocks, the first of them at a place. */
    private static final class Branch {
        private final double[] node;
        private long place;
        private int level;
        private Branch previous;
        private Branch next;

        Branch(int length) {
            node = new double[length];
        }
    }
}
