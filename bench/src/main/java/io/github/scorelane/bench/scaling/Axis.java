package io.github.scorelane.bench.scaling;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.BatchFunction;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** The axes, along each of which one thing grows while the rest stays. f is the sum of the squares, with leave-one-out. */
public enum Axis {
    /** Samples of one normal variable, on one thread. */
    SAMPLES("samples", "one coordinate, one thread") {
        @Override
        public List<Long> sizes() {
            return powersOfTen(3, 9);
        }

        @Override
        public long samples(long value) {
            return value;
        }
    },
    /** Independent normal variables, on one thread; as many samples as make {@link #DRAWS} draws, but at least 64. */
    COORDINATES("coordinates", "one thread, 2^24 draws an estimate, or 64 samples where those are more") {
        @Override
        public List<Long> sizes() {
            return List.of(1L, 2L, 3L, 10L, 30L, 100L, 300L, 1_000L, 2_048L, 2_049L, 10_000L, 100_000L, 1_000_000L);
        }

        @Override
        public long samples(long value) {
            return Math.max(64, DRAWS / value);
        }
    },
    /** Threads, up to all of the machine's. */
    THREADS("threads", "one coordinate, 2^27 samples") {
        @Override
        public List<Long> sizes() {
            return LongStream.rangeClosed(1, Runtime.getRuntime().availableProcessors()).boxed().toList();
        }

        @Override
        public long samples(long value) {
            return 1L << 27;
        }
    };

    /** The number of draws of an estimate where the coordinates grow. */
    static final long DRAWS = 1L << 24;
    private static final int LARGEST_BATCH = 2048;
    private static final double MEAN = 0.1;
    private static final double STANDARD_DEVIATION = 1.1;

    private final String title;
    private final String setting;

    Axis(String title, String setting) {
        this.title = title;
        this.setting = setting;
    }

    /** The words for what grows. */
    public String title() {
        return title;
    }

    /** The words for what stays. */
    public String setting() {
        return setting;
    }

    /** The values at which it is measured. */
    public abstract List<Long> sizes();

    /** The number of samples of an estimate at one of the values. */
    public abstract long samples(long value);

    /** The number of draws of an estimate at one of the values. */
    public long draws(long value) {
        return samples(value) * (this == COORDINATES ? value : 1);
    }

    /** Makes an estimate as often as it is asked for. */
    public Supplier<Estimate> estimate(long value) {
        if (this == COORDINATES && value > 1) {
            return ofMany((int) value, samples(value));
        }
        var one = ScoreFunctionEstimator.of(Normal.of(MEAN, STANDARD_DEVIATION)).samples(samples(value)).seed(1)
                .baseline(Baseline.leaveOneOut());
        var estimator = this == THREADS ? one.parallel((int) value) : one;
        return () -> estimator.estimate((BatchFunction) Axis::sumOfSquares);
    }

    private static Supplier<Estimate> ofMany(int dimension, long samples) {
        double[] means = new double[dimension];
        double[] standardDeviations = new double[dimension];
        Arrays.fill(means, MEAN);
        Arrays.fill(standardDeviations, STANDARD_DEVIATION);
        var estimator = ScoreFunctionEstimator.of(DiagonalNormal.of(means, standardDeviations)).samples(samples).seed(1)
                .baseline(Baseline.leaveOneOut());
        return dimension > LARGEST_BATCH ? () -> estimator.estimate((ToDoubleFunction<double[]>) Axis::sumOfSquares)
                : () -> estimator.estimate((BatchFunction) Axis::sumOfSquares);
    }

    private static void sumOfSquares(double[][] x, int n, double[] f) {
        Arrays.fill(f, 0, n, 0.0);
        for (double[] column : x) {
            for (int s = 0; s < n; s++) {
                f[s] += column[s] * column[s];
            }
        }
    }

    private static double sumOfSquares(double[] x) {
        double sum = 0;
        for (double coordinate : x) {
            sum += coordinate * coordinate;
        }
        return sum;
    }

    private static List<Long> powersOfTen(int first, int last) {
        return LongStream.iterate((long) Math.pow(10, first), n -> n <= Math.pow(10, last), n -> n * 10).boxed().toList();
    }
}
