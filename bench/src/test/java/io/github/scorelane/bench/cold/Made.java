package io.github.scorelane.bench.cold;

import java.util.Arrays;

/** Series that are made up. */
final class Made {
    static final long MILLISECOND = 1_000_000;

    private Made() {}

    /** A point every 20 ms, with so many nanoseconds a sample in each; all clocks show the same. */
    static Series windows(double... speeds) {
        long[] samples = new long[speeds.length + 1];
        long[] time = new long[speeds.length + 1];
        for (int i = 0; i < speeds.length; i++) {
            samples[i + 1] = samples[i] + Math.round(20 * MILLISECOND / speeds[i]);
            time[i + 1] = time[i] + 20 * MILLISECOND;
        }
        return new Series("made up", 0, 0, samples, time, time, time, new long[speeds.length + 1]);
    }

    /** Makes a series of numbers of samples and their milliseconds, in pairs, from the first point behind 0 on. */
    static Series points(long... pairs) {
        int length = pairs.length / 2 + 1;
        long[] samples = new long[length];
        long[] time = new long[length];
        for (int i = 1; i < length; i++) {
            samples[i] = pairs[2 * i - 2];
            time[i] = pairs[2 * i - 1] * MILLISECOND;
        }
        long[] bytes = Arrays.stream(samples).map(count -> 3 * count).toArray();
        return new Series("made up", 0, 0, samples, time, time, time, bytes);
    }
}
