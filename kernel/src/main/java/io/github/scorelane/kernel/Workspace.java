package io.github.scorelane.kernel;

import java.util.Arrays;

/**
 * Scratch arrays of a block's length, one set for each thread, so that kernels allocate nothing. They are a stack: a kernel takes
 * the arrays it needs, and gives them back before it returns, when the kernels that it called have done so too. An array that was
 * taken holds whatever the last user left in it, and must never be used after it was given back.
 */
public final class Workspace {
    /** Number of elements that kernels work at a time: so few that all their arrays stay in the inner caches. */
    public static final int BLOCK = 1024;

    /**
     * Additional places of each array. {@link WorkList} may write past a list's end, and lengths far from a multiple of 4,096 bytes
     * keep stores to one array from delaying loads from another.
     */
    private static final int MORE = 38;
    private static final int DOUBLES = 0;
    private static final int LONGS = 1;
    private static final ThreadArrays<Workspace> OF_THREAD =
            new ThreadArrays<>(() -> new Object[] {new double[0][], new long[0][], new int[2]}, Workspace::new);

    private final Object[] arrays;
    /** Number of arrays of doubles that are taken, and number of arrays of longs. */
    private final int[] taken;
    private double[][] doubles;
    private long[][] longs;

    private Workspace(Object[] arrays) {
        this.arrays = arrays;
        doubles = (double[][]) arrays[DOUBLES];
        longs = (long[][]) arrays[LONGS];
        taken = (int[]) arrays[2];
    }

    /**
     * Returns the calling thread's own workspace.
     *
     * @return the workspace, the same at each call
     */
    public static Workspace ofThread() {
        return OF_THREAD.get();
    }

    /**
     * Takes an array from the stack.
     *
     * @return an array of {@link #BLOCK} doubles or more
     */
    public double[] doubles() {
        int next = taken[DOUBLES];
        if (next == doubles.length) {
            doubles = Arrays.copyOf(doubles, next + 1);
            doubles[next] = new double[BLOCK + MORE];
            arrays[DOUBLES] = doubles;
        }
        taken[DOUBLES] = next + 1;
        return doubles[next];
    }

    /**
     * Takes an array from the stack.
     *
     * @return an array of {@link #BLOCK} longs or more
     */
    public long[] longs() {
        int next = taken[LONGS];
        if (next == longs.length) {
            longs = Arrays.copyOf(longs, next + 1);
            longs[next] = new long[BLOCK + MORE];
            arrays[LONGS] = longs;
        }
        taken[LONGS] = next + 1;
        return longs[next];
    }

    /**
     * Gives the arrays back that were taken last.
     *
     * @param doubles number of arrays of doubles
     * @param longs number of arrays of longs
     */
    public void giveBack(int doubles, int longs) {
        taken[DOUBLES] -= doubles;
        taken[LONGS] -= longs;
    }

    /**
     * Tells which arrays are taken, for {@link #giveBackTo(long)}. A caller of code that may throw, a user's distribution say,
     * gives back in a {@code finally} clause, since an exception passes by all calls that would have given back.
     *
     * @return a mark
     */
    public long mark() {
        return (long) taken[DOUBLES] << Integer.SIZE | taken[LONGS];
    }

    /**
     * Gives all arrays back that were taken since a mark, whoever took them.
     *
     * @param mark the arrays that were taken then
     */
    public void giveBackTo(long mark) {
        taken[DOUBLES] = (int) (mark >>> Integer.SIZE);
        taken[LONGS] = (int) mark;
    }
}
