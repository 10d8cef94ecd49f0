package io.github.scorelane.kernel.sum;

import java.util.ArrayList;
import java.util.List;

/**
 * Adds nodes, arrays of sums, along the binary tree over their indices: node (level, k) is node (level − 1, 2k) plus node (level −
 * 1, 2k + 1), and a node without a sibling rises unchanged. Nodes come in the order of their indices. The tree keeps one node for
 * each 1 in their count, as a binary counter does, so its size is the logarithm of their number. It stands behind all sums over
 * blocks, and never adds nodes in another order.
 *
 * <p>A tree over aligned runs of 2^j blocks, each summed by a tree of its own, gives the same bits as one over all blocks. Not
 * thread-safe.
 */
public final class SumTree {
    private final int length;
    private final double[][] waiting = new double[Long.SIZE][];
    private long count;

    /**
     * Creates an empty tree.
     *
     * @param length number of sums of a node
     */
    public SumTree(int length) {
        this.length = length;
    }

    /**
     * Adds the next node.
     *
     * @param node its sums; used up as scratch
     */
    public void add(double[] node) {
        add(node, 0);
    }

    /**
     * Adds the next 2^j nodes, of which a tree of their own has made one.
     *
     * @param node their sums; used up as scratch
     * @param firstLevel j
     * @throws IllegalArgumentException if the number of nodes so far is not a multiple of 2^j
     */
    public void add(double[] node, int firstLevel) {
        if (Long.numberOfTrailingZeros(count) < firstLevel) {
            throw new IllegalArgumentException("number of nodes is not a multiple of 2^" + firstLevel + ": " + count);
        }
        int level = firstLevel;
        for (; (count >>> level & 1) != 0; level++) {
            addTo(node, waiting[level]);
        }
        if (waiting[level] == null) {
            waiting[level] = new double[length];
        }
        System.arraycopy(node, 0, waiting[level], 0, length);
        count += 1L << firstLevel;
    }

    /**
     * Returns the number of nodes that were added.
     *
     * @return the number of nodes
     */
    public long count() {
        return count;
    }

    /**
     * Copies the sum of all nodes and empties the tree, which can be used again.
     *
     * @param root receives the sums
     * @throws IllegalStateException if no node was added
     */
    public void drainTo(double[] root) {
        copyTo(root);
        clear();
    }

    /**
     * Returns the nodes that are kept for all added ones, or for all but the last if that was added by itself: one for each 1 in
     * their number. Added to an empty tree in this order, each at the level of its 1, they make it equal to this one, or to this
     * one before its last node.
     *
     * @param number number of nodes: as many as were added, or one fewer
     * @return copies, in the order of how many nodes each is made of, the most first
     * @throws IllegalArgumentException if it is another number
     */
    public List<double[]> nodes(long number) {
        if (number < 0 || number < count - 1 || number > count) {
            throw new IllegalArgumentException("number of nodes is not " + count + " or one fewer: " + number);
        }
        // The last node rose above all those that it was added to, which stand as they were.
        List<double[]> nodes = new ArrayList<>();
        for (long left = number; left != 0; left -= Long.highestOneBit(left)) {
            nodes.add(waiting[Long.numberOfTrailingZeros(Long.highestOneBit(left))].clone());
        }
        return nodes;
    }

    /** Empties the tree. */
    public void clear() {
        count = 0;
    }

    /**
     * Copies the sum of all nodes and leaves the tree as it was: more can be added.
     *
     * @param root receives the sums
     * @throws IllegalStateException if no node was added
     */
    public void copyTo(double[] root) {
        if (count == 0) {
            throw new IllegalStateException("no node was added");
        }
        int lowest = Long.numberOfTrailingZeros(count);
        System.arraycopy(waiting[lowest], 0, root, 0, length);
        for (int level = lowest + 1; count >>> level != 0; level++) {
            if ((count >>> level & 1) != 0) {
                addTo(root, waiting[level]);
            }
        }
    }

    private void addTo(double[] sum, double[] other) {
        for (int i = 0; i < length; i++) {
            sum[i] += other[i];
        }
    }
}
