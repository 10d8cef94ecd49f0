package io.github.scorelane.bench.speed;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** What benchmarks share that measure one kernel of several, by Scorelane alone. */
public abstract class KernelBenchmark extends ArrayBenchmark {
    @Param({Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    Object result;
    private Runnable work;

    /** Fills the arrays. */
    @Benchmark
    public Object work() {
        work.run();
        return result;
    }

    /** The kernel that is chosen, on arrays of a length. */
    abstract ArrayWork kernel(int length);

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    void prepare() {
        if (!Implementation.isLibrary(implementation)) {
            throw unknownImplementation();
        }
        ArrayWork made = kernel(size);
        work = made.run();
        result = made.result();
    }
}
