package io.github.scorelane.bench.cold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The moment from which on a JVM is as fast as it becomes. Its speed is looked at in windows of 20 ms or more, by the processor
 * time of the threads that make estimates: what other programs take is not in it. The last speed is the median of the last third
 * of the windows; the steady state begins behind the last two neighbouring windows that are slower than 1.5 times that, for one
 * alone may be another program's doing. The first window counts alone, for there is none before it.
 */
public final class SteadyState {
    private static final long WINDOW = 20_000_000;
    private static final double FACTOR = 1.5;

    private final Series series;
    /** The places of the windows' ends among the points; the first is 0. */
    private final List<Integer> ends = new ArrayList<>(List.of(0));

    /** The steady state of a series. */
    public SteadyState(Series series) {
        this.series = series;
        for (int i = 1; i < series.samples().length; i++) {
            int last = ends.getLast();
            if (series.work()[i] - series.work()[last] >= WINDOW && series.samples()[i] > series.samples()[last]) {
                ends.add(i);
            }
        }
        if (ends.size() == 1) {
            ends.add(series.samples().length - 1);
        }
    }

    /** The last speed, in nanoseconds a sample. */
    public double lastSpeed() {
        int windows = ends.size() - 1;
        double[] last = new double[(windows + 2) / 3];
        for (int i = 0; i < last.length; i++) {
            last[i] = speed(windows - i);
        }
        Arrays.sort(last);
        return last.length % 2 == 1 ? last[last.length / 2] : (last[last.length / 2 - 1] + last[last.length / 2]) / 2;
    }

    /** The moment from which on it is steady, on one of the series' columns; 0 where it was from the first use on. */
    public double beginning(long[] column) {
        double limit = FACTOR * lastSpeed();
        for (int window = ends.size() - 1; window >= 1; window--) {
            if (speed(window) > limit && (window == 1 || speed(window - 1) > limit)) {
                return column[ends.get(window)];
            }
        }
        return 0;
    }

    /** Nanoseconds a sample in a window, 1 the first. */
    private double speed(int window) {
        int from = ends.get(window - 1);
        int to = ends.get(window);
        return (double) (series.work()[to] - series.work()[from]) / (series.samples()[to] - series.samples()[from]);
    }
}
