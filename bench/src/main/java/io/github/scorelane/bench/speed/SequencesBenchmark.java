package io.github.scorelane.bench.speed;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Points that sampling plans draw from. */
public class SequencesBenchmark extends ArrayBenchmark {
    @Param
    public Sequences kernel;

    @Param({Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    Object result;
    private Runnable work;

    /** Fills the arrays. */
    @Benchmark
    public Object points() {
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
