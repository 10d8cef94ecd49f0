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
    private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

    private double[][] doubles = new double[0][];
    private long[][] longs = new long[0][];
    private int doublesTaken;
    private int longsTaken;

    private Workspace() {}

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
        if (doublesTaken == doubles.length) {
            doubles = Arrays.copyOf(doubles, doublesTaken + 1);
            doubles[doublesTaken] = new double[BLOCK + MORE];
        }
        return doubles[doublesTaken++];
    }

    /**
     * Takes an array.
     *
     * @return an array of {@link #BLOCK} longs or more
     */
    public long[] longs() {
        if (longsTaken == longs.length) {
            longs = Arrays.copyOf(longs, longsTaken + 1);
            longs[longsTaken] = new long[BLOCK + MORE];
        }
        return longs[longsTaken++];
    }

    /**
     * Gives the arrays back that were taken last.
     *
     * @param doubles how many of doubles
     * @param longs how many of longs
     */
    public void giveBack(int doubles, int longs) {
        doublesTaken -= doubles;
        longsTaken -= longs;
    }
}
