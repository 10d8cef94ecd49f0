package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.CommonsNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.stream.SplitStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Normal draws. */
public class NormalSampleBenchmark extends ArrayBenchmark {
    @Param({Implementation.COMMONS, Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    double[] x;
    private Runnable work;

    /** Fills the array. */
    @Benchmark
    public double[] sample() {
        work.run();
        return x;
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    void prepare() {
        x = new double[size];
        work = switch (implementation) {
            case Implementation.COMMONS -> {
                CommonsNormal commons = new CommonsNormal(MEAN, STANDARD_DEVIATION, SEED);
                yield () -> commons.sample(x);
            }
            case Implementation.SCALAR, Implementation.SIMD -> {
                Normal normal = Normal.of(MEAN, STANDARD_DEVIATION);
                SplitStream stream = SplitStream.of(SEED);
                yield () -> normal.sample(stream, 0, x, 0, size);
            }
            default -> throw unknownImplementation();
        };
    }
}
