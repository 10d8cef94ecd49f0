package io.github.scorelane.kernel;

/**
 * Works a loop on given numbers, away from anybody's data.
 *
 * <p>It calls the method that asks the loop's {@link Gate}, and the gate decides whether vectors or the twin do the work. So the
 * loop can be shown values that C2 must know of before it compiles it, and the results of vectors can be compared with the twin's.
 * It touches no array but those it is given and new ones, as a kernel further up may be in the middle of its work in this thread.
 */
@FunctionalInterface
public interface Rehearsal {
    /** The largest number of numbers to work. */
    int MOST = 256;

    /** The length of the array of the results. */
    int RESULTS = 2048;

    /**
     * Works the loop.
     *
     * @param numbers numbers to work on: {@link #MOST} numbers of many sizes and both signs, zeros, infinities, NaNs and subnormal
     *     ones among them; a loop that is given none of these makes its own of them
     * @param results receives all that the loop gives, in {@link #RESULTS} places; it may be given to a loop as scratch, too
     * @param length number of numbers to work
     */
    void work(double[] numbers, double[] results, int length);

    /**
     * Writes whole numbers as results: the upper half of each, then the lower halves.
     *
     * @param words the numbers
     * @param results receives them, two places for each
     * @param length number of elements
     */
    static void store(long[] words, double[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = (int) (words[i] >> 32);
            results[length + i] = (int) words[i];
        }
    }
}
