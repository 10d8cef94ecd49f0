package io.github.scorelane.bench.speed;

import org.openjdk.jmh.annotations.Param;

/** The benchmark of the points that sampling plans draw from. */
public class SequencesBenchmark extends KernelBenchmark {
    @Param
    public Sequences kernel;

    @Override
    ArrayWork kernel(int length) {
        return kernel.of(length);
    }
}
