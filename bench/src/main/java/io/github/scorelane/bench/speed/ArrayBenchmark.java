package io.github.scorelane.bench.speed;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The base of benchmarks on arrays: one operation works {@code size} elements, in one thread.
 *
 * <p>No class of the library may be initialised before {@link #setUp}, so fields of benchmarks hold no kernel, and their work is
 * chosen in {@link #prepare}. A fork runs one implementation: the call of the work is monomorphic.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1) // the largest kernels take C2 two seconds of a busy machine
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsPrepend = {"--add-modules=jdk.incubator.vector", "-Dscorelane.vector.cold=0"})
public abstract class ArrayBenchmark {
    /** The mean of the normal distribution that all benchmarks work on. */
    public static final double MEAN = 0.5;
    /** The standard deviation of that distribution. */
    public static final double STANDARD_DEVIATION = 1.2;
    /** The seed of all streams and points. */
    public static final long SEED = 42;

    @Param({"1024", "1048576"})
    public int size;

    /** Makes the fork run what is asked for, and prints it. */
    @Setup(Level.Trial)
    public final void setUp() {
        WhatRuns.begin(implementation());
        prepare();
        System.out.println("\n" + WhatRuns.line(implementation())); // JMH is in the midst of a line
    }

    abstract String implementation();

    abstract void prepare();

    IllegalArgumentException unknownImplementation() {
        return new IllegalArgumentException("unknown implementation: " + implementation());
    }
}
