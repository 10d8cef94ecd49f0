package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.JdkMath;
import io.github.scorelane.kernel.math.Exp;
import org.openjdk.jmh.annotations.Benchmark;

/** Exponentials of numbers between −10 and 10. */
public class ExpBenchmark extends JdkBenchmark {
    /** Fills the array. */
    @Benchmark
    public Object exp() {
        return fill();
    }

    @Override
    ArrayWork make() {
        return from(Points.uniform(size), JdkMath::exp, (x, y) -> Exp.exp(x, 0, y, 0, size));
    }
}
