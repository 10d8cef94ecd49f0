package io.github.scorelane.bench.speed;

import org.openjdk.jmh.annotations.Param;

/** Sums of scores, residuals, controls and pairs. */
public class SumsBenchmark extends KernelBenchmark {
    @Param
    public Sums kernel;

    @Override
    ArrayWork kernel(int length) {
        return kernel.of(length);
    }
}
