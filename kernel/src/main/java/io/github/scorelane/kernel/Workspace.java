package io.github.scorelane.kernel;

import java.util.Arrays;

/**
 * Arrays of a block's length that a thread's kernels work in, so that they allocate nothing. They are a stack: a kernel takes
 * what it needs, and gives it back before it returns, when what it called has done so too. What they hold is left over.
 */
public final class Workspace {
    /** Elements that kernels work at a time: so few that all their arrays stay in the inner caches. */
    public static final int BLOCK = 1024;

    /** What {@link WorkList} may write past a list's end; and, of the doubles, far from a multiple of 4,096 bytes. */
    private static final int MORE = 38;
    private static final int DOUBLES = 0;
    private static final int LONGS = 1;
    private static final ThreadArrays<Workspace> OF_THREAD =
            new ThreadArrays<>(() -> new Object[] {new double[0][], new long[0][], new int[2]}, Workspace::new);

    private final Object[] arrays;
    /** The numbers of the arrays that are taken, of doubles and of longs. */
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
     * The calling thread's own.
     *
     * @return the workspace, the same at each call
     */
    public static Workspace ofThread() {
        return OF_THREAD.get();
    }

    /**
     * Takes an array.
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
     * Takes an array.
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
     * @param doubles how many of doubles
     * @param longs how many of longs
     */
    public void giveBack(int doubles, int longs) {
        taken[DOUBLES] -= doubles;
        taken[LONGS] -= longs;
    }

    /**
     * Tells what is taken, for {@link #giveBackTo(long)}. Who calls code that may throw, a user's distribution say, gives back in
     * a {@code finally} clause, for what was thrown passes by all that would give back.
     *
     * @return a mark
     */
    public long mark() {
        return (long) taken[DOUBLES] << Integer.SIZE | taken[LONGS];
    }

    /**
     * Gives all arrays back that were taken since a mark, by whomever.
     *
     * @param mark what was taken then
     */
    public void giveBackTo(long mark) {
        taken[DOUBLES] = (int) (mark >>> Integer.SIZE);
        taken[LONGS] = (int) mark;
    }
}
