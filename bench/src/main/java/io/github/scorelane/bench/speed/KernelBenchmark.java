package io.github.scorelane.bench.speed;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** A benchmark of one kernel of several, by Scorelane alone. */
public abstract class KernelBenchmark extends FillingBenchmark {
    @Param({Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    /** Fills the arrays. */
    @Benchmark
    public Object work() {
        return fill();
    }

    /** Makes the work of the kernel that is chosen, on arrays of a length. */
    abstract ArrayWork kernel(int length);

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    ArrayWork make() {
        if (!Implementation.isLibrary(implementation)) {
            throw unknownImplementation();
        }
        return kernel(size);
    }
}
