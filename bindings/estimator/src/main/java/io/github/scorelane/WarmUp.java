package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Lanes;
import java.util.List;
import java.util.function.IntConsumer;

/** Makes estimates whose results nobody needs, for the compiler to see. */
final class WarmUp {
    /** The most nanoseconds for each distribution. */
    private static final long MOST = 10_000_000_000L;
    /** The least number of rounds of large estimates, for the loops over samples, many of which are no vector loops. */
    private static final int ROUNDS = 30;
    private static final int NUMBERS = 32_768;
    /**
     * The number of rounds after which gates are looked at: so many that each loop over samples is asked often between two looks.
     */
    private static final int LOOK = 10;
    /** The number of rounds of small estimates that follow, for what is done once an estimate. */
    private static final int SMALL_ROUNDS = 400;
    private static final int FEW_NUMBERS = 2048;
    /** The least number of samples of an estimate, however many numbers each has. */
    private static final int FEWEST = 256;

    private WarmUp() {}

    static IntConsumer of(UnivariateDistribution distribution) {
        BatchFunction logPdf = (x, n, f) -> distribution.logPdf(x[0], 0, f, 0, n);
        return samples -> estimate(ScoreFunctionEstimator.of(distribution), samples, logPdf);
    }

    static IntConsumer of(MultivariateDistribution distribution) {
        BatchFunction logPdf = (x, n, f) -> distribution.logPdf(x, 0, f, 0, n);
        int dimension = distribution.dimension();
        return numbers -> estimate(ScoreFunctionEstimator.of(distribution), Math.max(FEWEST, numbers / dimension), logPdf);
    }

    /**
     * Makes estimates of three functions: where a call has met three classes of functions, code that C2 makes of it stays when a
     * user's own comes, which would be thrown away otherwise.
     */
    private static void estimate(ScoreFunctionEstimator<?> estimator, int samples, BatchFunction logPdf) {
        BatchFunction bounded = (x, n, f) -> {
            logPdf.evaluate(x, n, f);
            bound(f, n);
        };
        estimate(estimator.samples(samples).seed(1).baseline(Baseline.automatic()), bounded);
        estimate(estimator.samples(samples).seed(1).baseline(Baseline.leaveOneOut()), bounded);
    }

    private static void estimate(ScoreFunctionEstimator<?> estimator, BatchFunction bounded) {
        estimator.estimate(bounded);
        estimator.estimate((BatchFunction) WarmUp::squeezed);
        estimator.estimate((BatchFunction) WarmUp::positive);
    }

    /** Makes values finite, for there are densities that have no bound. */
    private static void bound(double[] values, int n) {
        for (int i = 0; i < n; i++) {
            values[i] = Math.clamp(values[i], -1e3, 1e3);
        }
    }

    private static void squeezed(double[][] x, int n, double[] f) {
        for (int i = 0; i < n; i++) {
            f[i] = x[0][i] / (1 + Math.abs(x[0][i]));
        }
    }

    private static void positive(double[][] x, int n, double[] f) {
        for (int i = 0; i < n; i++) {
            f[i] = Math.min(1, Math.abs(x[0][i]));
        }
    }

    static boolean run(List<IntConsumer> distributions) {
        if (distributions.isEmpty()) {
            throw new IllegalArgumentException("number of distributions is not strictly positive: 0");
        }
        Gate.load();
        long end = System.nanoTime() + MOST * distributions.size();
        boolean isInTime = true;
        boolean isSettled = false;
        for (int round = 1; isInTime && (round <= ROUNDS || !isSettled); round++) {
            isInTime = work(distributions, NUMBERS, end);
            isSettled = round % LOOK == 0 ? Gate.areSettled() : isSettled;
        }
        for (int round = 0; isInTime && round < SMALL_ROUNDS; round++) {
            isInTime = work(distributions, FEW_NUMBERS, end);
        }
        return isSettled && Lanes.BITS > 0;
    }

    private static boolean work(List<IntConsumer> distributions, int numbers, long end) {
        for (IntConsumer distribution : distributions) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            distribution.accept(numbers);
        }
        return true;
    }
}
