package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Does the part that all samplers by transformed rejection have in common, after their first attempt: the places that the squeeze
 * did not accept are tested in full, and drawn again from the reserved streams until none is refused. It never sees a law; the
 * subclass computes attempts, and the margins by which they are accepted.
 *
 * <p>The first attempts and the loops over attempts stand in each subclass. C2 has to compile each of these loops apart: if they
 * were one, it would call the different parts through a table, and make no vectors.
 */
abstract class CountRejection {
    /** Least ½ − |U| for which the squeeze holds. */
    static final double LEAST_T = 0.07;
    /** Number of parts of V: the last 12 bits of a word are V in parts, which begin it. */
    static final int PARTS = 4096;
    /** Bits of 2^52: a whole number that is put in the low bits of its fraction makes the double 2^52 and that number. */
    static final long WHOLE_BITS = 0x4330000000000000L;
    /** 2^52, which is subtracted again. */
    static final double WHOLE = 0x1p52;
    /** Number whose sum with another one is rounded to a whole number. */
    static final double ROUNDER = 0x1.8p52;
    /** Number of words whose bits of refusal are one long. */
    static final int GROUP = 64;
    /** Bits of 1, whose fraction takes the first 52 bits of a word. */
    static final long ONE_BITS = 0x3ff0000000000000L;
    /** Subtrahend that makes a number in (1, 2) of 52 random bits one in (−½, ½), in the two steps of the twin. */
    static final double ONE_LESS_HALF_STEP = 1 - 0x1p-53;

    /** Makes first attempts at all words, lists the places that the squeeze does not accept, and returns their number. */
    @FunctionalInterface
    interface FirstAttempt {
        int first(long[] words, double[] x, int offset, long[] places, int length);
    }

    /** Makes attempts with two words each, and computes what the margins are made of. */
    @FunctionalInterface
    interface Attempt {
        void transform(long[] words, long[] fresh, double[] k, double[] heights, int count);
    }

    /** Returns the number of parts with which a word begins V. */
    static double part(long word) {
        return Double.longBitsToDouble((word & (PARTS - 1)) | WHOLE_BITS) - WHOLE;
    }

    /**
     * Makes attempts, with two words each.
     *
     * @param parameters the parameter of each draw, or null if they all have the same
     * @param words the words that choose k and begin V
     * @param fresh the words that end V
     * @param k receives the numbers that are attempted
     * @param heights receives what the margins are made of
     * @param count number of attempts
     */
    abstract void transform(double[] parameters, long[] words, long[] fresh, double[] k, double[] heights, int count);

    /**
     * Replaces heights by the margins by which attempts are accepted: those that are not positive are refused.
     *
     * @param parameters the parameter of each draw, or null if they all have the same
     * @param k the numbers that are attempted
     * @param margins the heights
     * @param count number of attempts
     */
    abstract void margins(double[] parameters, double[] k, double[] margins, int count);

    /**
     * Tests the listed places in full, and draws again where an attempt is refused.
     *
     * @param parameters the parameter of each draw of the block, or null if they all have the same
     * @param stream the stream whose reserved streams have the words of further attempts
     * @param first index of the block's first draw
     * @param words the words of the first attempts, which are used up
     * @param places the listed places, which are used up
     * @param listed number of listed places
     * @param x receives the draws
     * @param offset index of the block's first draw in x
     */
    final void test(double[] parameters, SplitStream stream, long first, long[] words, long[] places, int listed, double[] x,
            int offset) {
        Workspace workspace = Workspace.ofThread();
        long[] fresh = workspace.longs();
        long[] refused = workspace.longs();
        double[] k = workspace.doubles();
        double[] margins = workspace.doubles();
        double[] listedParameters = workspace.doubles();
        double[] own = parameters == null ? null : listedParameters;
        for (int i = 0; i < listed; i++) {
            words[i] = words[(int) places[i]];
        }
        select(parameters, places, listed, own);
        int count = listed;
        for (int attempt = 0; count > 0; attempt++) {
            if (attempt > 0) {
                stream.reservedWords(2 * attempt - 1, first, places, words, count);
            }
            stream.reservedWords(2 * attempt, first, places, fresh, count);
            transform(own, words, fresh, k, margins, count);
            margins(own, k, margins, count);
            // All are written, also the refused ones, which are written again.
            for (int i = 0; i < count; i++) {
                x[offset + (int) places[i]] = k[i];
            }
            count = WorkList.ofRefused(margins, count, refused);
            for (int i = 0; i < count; i++) {
                places[i] = places[(int) refused[i]];
            }
            select(own, refused, count, own);
        }
        workspace.giveBack(3, 2);
    }

    private static void select(double[] parameters, long[] places, int count, double[] selected) {
        if (parameters != null) {
            for (int i = 0; i < count; i++) {
                selected[i] = parameters[(int) places[i]];
            }
        }
    }

    /** Rehearses first attempts on random words. */
    static void rehearseFirstAttempts(FirstAttempt attempt, double[] numbers, double[] results, int n) {
        long[] words = new long[n];
        long[] places = new long[n + WorkList.SPARE];
        SplitStream.of(Double.doubleToRawLongBits(numbers[0])).words(7, words, 0, n);
        int count = attempt.first(words, results, 0, places, n);
        results[n] = count;
        for (int i = 0; i < count; i++) {
            results[n + 1 + i] = places[i];
        }
    }

    /** Rehearses further attempts on random words. */
    static void rehearseAttempts(Attempt attempt, double[] numbers, double[] results, int n) {
        long[] words = new long[n];
        long[] fresh = new long[n];
        double[] heights = new double[n];
        SplitStream stream = SplitStream.of(Double.doubleToRawLongBits(numbers[0]));
        stream.words(7, words, 0, n);
        stream.words(7 + n, fresh, 0, n);
        attempt.transform(words, fresh, results, heights, n);
        System.arraycopy(heights, 0, results, n, n);
    }
}
