package io.github.scorelane.bench.cold;

import com.google.gson.Gson;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** A JVM in which one kernel is hot, is given three special values in one call, and goes on with plain numbers. */
final class SpecialFork {
    static final int WINDOWS = 200;
    static final long WINDOW = 5_000_000;
    private static final int ELEMENTS = 1_024;
    private static final int HOT_WINDOWS = 100;
    private static final int[] PLACES = {100, 500, 900};
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Special special;
    private final double[] x = new double[ELEMENTS];
    private final double[] y = new double[ELEMENTS];
    private double sum;

    private SpecialFork(Special special) {
        this.special = special;
        Random random = new Random(42);
        Arrays.setAll(x, _ -> 0.1 + 5 * random.nextDouble());
    }

    /** Runs with the special value, seconds to become hot, and the file for the windows. */
    public static void main(String[] args) throws IOException {
        SpecialFork fork = new SpecialFork(Special.valueOf(args[0]));
        Windows windows = fork.measure((long) (Double.parseDouble(args[1]) * 1e9));
        Files.writeString(Path.of(args[2]), new Gson().toJson(windows));
        if (Double.isNaN(fork.sum)) {
            throw new IllegalStateException("a plain number's result is not a number");
        }
    }

    /**
     * The nanoseconds an element.
     *
     * @param hot the time before, the median of half a second
     * @param after the times from the call with the special values on, in windows of 5 ms
     */
    record Windows(double hot, double[] after) {}

    private Windows measure(long hotTime) {
        long start = THREADS.getCurrentThreadCpuTime();
        while (THREADS.getCurrentThreadCpuTime() - start < hotTime) {
            special.work(x, y);
        }
        double[] before = new double[HOT_WINDOWS];
        for (int i = 0; i < before.length; i++) {
            before[i] = window();
        }
        Arrays.sort(before);
        double[] given = x.clone();
        for (int place : PLACES) {
            given[place] = special.value();
        }
        double[] after = new double[WINDOWS];
        special.work(given, y);
        for (int i = 0; i < after.length; i++) {
            after[i] = window();
        }
        return new Windows(before[before.length / 2], after);
    }

    /** Works for a window by the processor time of this thread, for another program may come between. */
    private double window() {
        long start = THREADS.getCurrentThreadCpuTime();
        long calls = 0;
        long work;
        do {
            special.work(x, y);
            calls++;
            work = THREADS.getCurrentThreadCpuTime() - start;
        } while (work < WINDOW);
        sum += y[7];
        return (double) work / (calls * ELEMENTS);
    }
}
