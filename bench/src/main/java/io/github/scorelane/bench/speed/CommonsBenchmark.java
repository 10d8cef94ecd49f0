package io.github.scorelane.bench.speed;

import org.openjdk.jmh.annotations.Param;

/** A benchmark of Scorelane beside a sampler of Commons RNG, or beside a plain loop. */
public abstract class CommonsBenchmark extends FillingBenchmark {
    @Param({Implementation.COMMONS, Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    @Override
    final String implementation() {
        return implementation;
    }
}
