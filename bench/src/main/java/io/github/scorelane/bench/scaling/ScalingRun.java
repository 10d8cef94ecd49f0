package io.github.scorelane.bench.scaling;

import io.github.scorelane.Estimate;
import io.github.scorelane.bench.machine.Machine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Measures along all axes, by the clock on the wall. */
public final class ScalingRun {
    private static final int MOST_REPETITIONS = 100_000;

    private static final long WARM_UP_SAMPLES = 100_000;

    private final double seconds;
    private final long mostDraws;

    /** The run that claims are made of. */
    public static ScalingRun full() {
        return new ScalingRun(2, Long.MAX_VALUE);
    }

    /** The run without the largest estimates, in half a minute. */
    public static ScalingRun brief() {
        return new ScalingRun(0.3, 1L << 27);
    }

    /**
     * Creates a run.
     *
     * @param seconds the time to spend on each point, before and while it is timed
     * @param mostDraws the number of draws above which estimates are left out
     */
    ScalingRun(double seconds, long mostDraws) {
        this.seconds = seconds;
        this.mostDraws = mostDraws;
    }

    /** Measures, and says so on standard output as it goes. */
    public ScalingMeasurements measure(Machine machine) {
        repeat(Axis.SAMPLES.estimate(WARM_UP_SAMPLES)); // or the first points would wait for the compiler
        List<ScalingMeasurements.Point> points = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            for (long value : axis.sizes()) {
                if (axis.draws(value) <= mostDraws) {
                    ScalingMeasurements.Point point = measure(axis, value);
                    System.out.printf("%s %,d: %.3f ns per draw, %d times %.6f s%n", axis.title(), value,
                            point.nanosecondsPerDraw(), point.repetitions(), point.seconds());
                    points.add(point);
                }
            }
        }
        return new ScalingMeasurements(machine.lines(), points);
    }

    private ScalingMeasurements.Point measure(Axis axis, long value) {
        Supplier<Estimate> estimate = axis.estimate(value);
        repeat(estimate);
        double[] times = repeat(estimate);
        Arrays.sort(times);
        double median = times[times.length / 2];
        return new ScalingMeasurements.Point(axis, value, axis.samples(value), median, times.length,
                median * 1e9 / axis.draws(value));
    }

    private double[] repeat(Supplier<Estimate> estimate) {
        double[] times = new double[MOST_REPETITIONS];
        double spent = 0;
        int count = 0;
        while (spent < seconds && count < times.length || count < 1) {
            long start = System.nanoTime();
            Estimate result = estimate.get();
            times[count] = (System.nanoTime() - start) * 1e-9;
            if (!Double.isFinite(result.value())) {
                throw new IllegalStateException("not an estimate: " + result);
            }
            spent += times[count++];
        }
        return Arrays.copyOf(times, count);
    }
}
