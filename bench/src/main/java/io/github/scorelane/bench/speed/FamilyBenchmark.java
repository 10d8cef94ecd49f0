package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.FamilyWork;
import io.github.scorelane.bench.family.Operation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
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
 * Draws, log densities, scores, and draws with their scores of every family: one operation is of {@code size} samples, in one
 * thread. There are so many of them that each has one fork, and that only those are measured that are asked for.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsPrepend = {"--add-modules=jdk.incubator.vector", "-Dscorelane.vector.cold=0"})
public class FamilyBenchmark {
    @Param
    public Family family;

    @Param
    public Operation operation;

    @Param({Implementation.COMMONS, Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    @Param("4096")
    public int size;

    FamilyWork work;
    private Runnable call;

    /** Makes the fork run what is asked for, and prints it. */
    @Setup(Level.Trial)
    public final void setUp() {
        WhatRuns.begin(implementation);
        work = switch (implementation) {
            case Implementation.COMMONS -> family.peer(size);
            case Implementation.SCALAR, Implementation.SIMD -> family.library(size);
            default -> throw new IllegalArgumentException("unknown implementation: " + implementation);
        };
        call = operation.of(work);
        System.out.println("\n" + WhatRuns.line(implementation)); // JMH is in the midst of a line
    }

    /** Fills the arrays. */
    @Benchmark
    public Object family() {
        call.run();
        return operation.result(work);
    }
}
