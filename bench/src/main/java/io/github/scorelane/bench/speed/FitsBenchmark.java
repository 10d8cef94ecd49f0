package io.github.scorelane.bench.speed;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** What the automatic choice does with the sums of one parameter. */
public class FitsBenchmark extends ArrayBenchmark {
    @Param
    public Fits kernel;

    @Param({Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    Object result;
    private Runnable work;

    /** Fills the arrays. */
    @Benchmark
    public Object fits() {
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
