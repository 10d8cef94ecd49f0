package io.github.scorelane.bench.speed;

import org.openjdk.jmh.annotations.Param;

/** The benchmark of the series that a surrogate is made of. */
public class SeriesBenchmark extends KernelBenchmark {
    @Param
    public Series kernel;

    @Override
    ArrayWork kernel(int length) {
        return kernel.of(length);
    }
}
