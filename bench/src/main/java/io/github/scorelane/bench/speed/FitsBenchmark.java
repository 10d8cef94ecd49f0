package io.github.scorelane.bench.speed;

import org.openjdk.jmh.annotations.Param;

/** The benchmark of what the automatic choice does with the sums of one parameter. */
public class FitsBenchmark extends KernelBenchmark {
    @Param
    public Fits kernel;

    @Override
    ArrayWork kernel(int length) {
        return kernel.of(length);
    }
}
