package io.github.scorelane.bench.speed;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.bench.peer.CommonsEstimator;
import io.github.scorelane.distribution.Normal;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * The whole way from a seed to the gradient of E[x²], x ~ N(μ, σ²), by μ and σ, with the leave-one-out baseline and standard
 * errors, in one thread. An element is a sample.
 */
public class EstimateBenchmark extends ArrayBenchmark {
    @Param({Implementation.COMMONS, Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    private Supplier<Object> work;

    /** Makes an estimate. */
    @Benchmark
    public Object estimate() {
        return work.get();
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    void prepare() {
        work = switch (implementation) {
            case Implementation.COMMONS -> {
                CommonsEstimator commons = CommonsEstimator.of(MEAN, STANDARD_DEVIATION, SEED);
                yield () -> commons.estimate(size);
            }
            case Implementation.SCALAR, Implementation.SIMD -> library();
            default -> throw unknownImplementation();
        };
    }

    private Supplier<Object> library() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(MEAN, STANDARD_DEVIATION)).samples(size).seed(SEED)
                .baseline(Baseline.leaveOneOut());
        return () -> estimateOfSquare(estimator);
    }

    private static Estimate estimateOfSquare(ScoreFunctionEstimator<?> estimator) {
        return estimator.estimate((x, n, f) -> {
            double[] column = x[0];
            for (int s = 0; s < n; s++) {
                f[s] = column[s] * column[s];
            }
        });
    }
}
