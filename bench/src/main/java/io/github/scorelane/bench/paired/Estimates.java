package io.github.scorelane.bench.paired;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.bench.peer.CommonsEstimator;
import io.github.scorelane.bench.peer.WrittenNormal;
import io.github.scorelane.bench.speed.ArrayBenchmark;
import io.github.scorelane.bench.speed.Implementation;
import io.github.scorelane.bench.turns.Task;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.function.BatchFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Gradients of E[x²], x ~ N(μ, σ²), with the leave-one-out baseline and standard errors. */
final class Estimates {
    static final BatchFunction SQUARE = (x, n, f) -> {
        double[] column = x[0];
        for (int s = 0; s < n; s++) {
            f[s] = column[s] * column[s];
        }
    };
    /** The number of seeds: a power of two, so large that a processor does not know the branches of small estimates by heart. */
    private static final int SEEDS = 256;

    private Estimates() {}

    /** Creates the estimator; one sample has no others to be its baseline. */
    private static ScoreFunctionEstimator<DoubleUnaryOperator> estimator(UnivariateDistribution distribution, int samples) {
        return ScoreFunctionEstimator.of(distribution).samples(samples)
                .baseline(samples == 1 ? Baseline.none() : Baseline.leaveOneOut());
    }

    private static Normal normal() {
        return Normal.of(ArrayBenchmark.MEAN, ArrayBenchmark.STANDARD_DEVIATION);
    }

    /** Makes Scorelane's estimates on the calling thread, of many seeds in turn. */
    static Task of(String name, int samples) {
        return of(name, normal(), samples);
    }

    /** Makes the same estimates of a family that Scorelane does not know. */
    static Task written(int samples) {
        return of(WrittenNormal.NAME, new WrittenNormal(normal()), samples);
    }

    private static Task of(String name, UnivariateDistribution distribution, int samples) {
        var estimator = estimator(distribution, samples); // estimators of other seeds share its scratch
        var estimators = IntStream.range(0, SEEDS).mapToObj(seed -> estimator.seed(ArrayBenchmark.SEED + seed)).toList();
        int[] calls = {0};
        return Task.repeated(name, () -> estimators.get(calls[0]++ & SEEDS - 1).estimate(SQUARE));
    }

    /** Makes Scorelane's estimates on so many threads. */
    static Task onThreads(String name, int samples, int threads) {
        var estimator = estimator(normal(), samples).seed(ArrayBenchmark.SEED).parallel(threads);
        return Task.repeated(name, () -> estimator.estimate(SQUARE));
    }

    /** Makes estimates by the scalar loop on Commons RNG. */
    static Task commons(int samples) {
        CommonsEstimator estimator =
                CommonsEstimator.of(ArrayBenchmark.MEAN, ArrayBenchmark.STANDARD_DEVIATION, ArrayBenchmark.SEED);
        return Task.repeated(Implementation.COMMONS, () -> estimator.estimate(samples));
    }

    /** Makes the one estimate that a cold JVM is asked for. */
    static Estimate first(int samples) {
        return estimator(normal(), samples).seed(ArrayBenchmark.SEED).estimate(SQUARE);
    }
}
