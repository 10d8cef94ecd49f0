package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Lanes;
import java.util.List;

/** Estimates whose results nobody needs, made for the compiler to see. */
final class WarmUp {
    /** Nanoseconds that it takes at most. */
    private static final long MOST = 10_000_000_000L;
    /** Rounds that it takes at least: what is not a vector loop has no gate, and is to be compiled too. */
    private static final int ROUNDS = 400;
    /** Rounds after which gates are looked at: so many that each loop in use is asked several times between two looks. */
    private static final int LOOK = 20;
    private static final int SAMPLES = 4096;

    private WarmUp() {}

    static Runnable of(UnivariateDistribution distribution) {
        return () -> estimate(ScoreFunctionEstimator.of(distribution), (x, n, f) -> distribution.logPdf(x[0], 0, f, 0, n));
    }

    static Runnable of(MultivariateDistribution distribution) {
        return () -> estimate(ScoreFunctionEstimator.of(distribution), (x, n, f) -> distribution.logPdf(x, 0, f, 0, n));
    }

    private static void estimate(ScoreFunctionEstimator<?> estimator, BatchFunction logPdf) {
        BatchFunction f = (x, n, values) -> {
            logPdf.evaluate(x, n, values);
            bound(values, n);
        };
        estimator.samples(SAMPLES).seed(1).baseline(Baseline.automatic()).estimate(f);
        estimator.samples(SAMPLES).seed(1).baseline(Baseline.leaveOneOut()).estimate(f);
    }

    /** Makes values finite, for there are densities that have no bound. */
    private static void bound(double[] values, int n) {
        for (int i = 0; i < n; i++) {
            values[i] = Math.clamp(values[i], -1e3, 1e3);
        }
    }

    static boolean run(List<Runnable> rounds) {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("number of distributions is not strictly positive: 0");
        }
        Gate.load();
        long begin = System.nanoTime();
        for (int round = 1; round <= ROUNDS || round % LOOK != 0 || !Gate.areSettled(); round++) {
            for (Runnable distribution : rounds) {
                if (System.nanoTime() - begin > MOST || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                distribution.run();
            }
        }
        return Lanes.BITS > 0;
    }
}
