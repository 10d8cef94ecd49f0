package io.github.scorelane.bench.speed;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Sums of residuals, controls and pairs. */
public class SumsBenchmark extends ArrayBenchmark {
    @Param
    public Sums kernel;

    @Param({Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    Object result;
    private Runnable work;

    /** Fills the arrays. */
    @Benchmark
    public Object sums() {
        work.run();
        return result;
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    void prepare() {
        if (!Implementation.isLibrary(implementation)) {
            throw unknownImplementation();
        }
        ArrayWork made = kernel.of(size);
        work = made.run();
        result = made.result();
    }
}
