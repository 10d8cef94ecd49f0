package io.github.scorelane.bench.honesty;

/**
 * The size of a run.
 *
 * @param samples the numbers of samples of an estimate, rising
 * @param seeds estimates of each kind, for each of these numbers
 * @param threads the number of threads that measure cells side by side
 */
public record HonestySettings(int[] samples, int[] seeds, int threads) {
    /** The grid as the results have it. */
    public static HonestySettings full() {
        return new HonestySettings(new int[] {256, 1_024, 4_096, 16_384, 131_072}, new int[] {1_000, 1_000, 1_000, 300, 40}, 2);
    }

    /** A grid of fewer seeds, in some minutes. */
    public static HonestySettings brief() {
        return new HonestySettings(new int[] {256, 1_024, 4_096, 16_384}, new int[] {400, 400, 400, 200}, 2);
    }

    /** The number of estimates of each kind that have so many samples. */
    public int seedsOf(int number) {
        for (int i = 0; i < samples.length; i++) {
            if (samples[i] == number) {
                return seeds[i];
            }
        }
        throw new IllegalArgumentException("number of samples is not of the grid: " + number);
    }
}
