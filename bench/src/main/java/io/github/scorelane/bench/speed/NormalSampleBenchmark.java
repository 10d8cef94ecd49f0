package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.CommonsNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.stream.SplitStream;
import org.openjdk.jmh.annotations.Benchmark;

/** Normal draws. */
public class NormalSampleBenchmark extends CommonsBenchmark {
    /** Fills the array. */
    @Benchmark
    public Object sample() {
        return fill();
    }

    @Override
    ArrayWork make() {
        double[] x = new double[size];
        Runnable run = switch (implementation) {
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
        return new ArrayWork(run, x);
    }
}
