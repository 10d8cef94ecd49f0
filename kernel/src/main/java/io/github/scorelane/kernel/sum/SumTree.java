package io.github.scorelane.kernel.sum;

import java.util.ArrayList;
import java.util.List;

/**
 * Adds nodes, arrays of sums, along the binary tree over their indices: node (level, k) is node (level − 1, 2k) plus node
 * (level − 1, 2k + 1), and a node without a sibling rises unchanged. Nodes come in the order of their indices; what is kept is
 * one node for each 1 in their count, as in a binary counter.
 *
 * <p>A tree over aligned runs of 2^j blocks, each summed by a tree of its own, gives the same bits as one over all blocks. Not
 * thread-safe.
 */
public final class SumTree {
    private final int length;
    private final double[][] waiting = new double[Long.SIZE][];
    private long count;

    /**
     * An empty tree.
     *
     * @param length sums of a node
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
     * How many nodes were added.
     *
     * @return the number of nodes
     */
    public long count() {
        return count;
    }

    /**
     * The sum of all nodes. The tree is then empty, and can be used again.
     *
     * @param root where the sums go
     * @throws IllegalStateException if no node was added
     */
    public void drainTo(double[] root) {
        copyTo(root);
        clear();
    }

    /**
     * What is kept of all nodes, or of all but the last one if that was added by itself: one node for each 1 in their number.
     * Added to an empty tree in this order, each at the level of its 1, they make it what this one is, or was.
     *
     * @param number how many nodes: as many as were added, or one fewer
     * @return copies, those of most nodes first
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

    /** Takes all nodes away. */
    public void clear() {
        count = 0;
    }

    /**
     * The sum of all nodes. The tree is as it was: more can be added.
     *
     * @param root where the sums go
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
