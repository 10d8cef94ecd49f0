package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.JdkMath;
import io.github.scorelane.kernel.math.Exp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Exponentials of numbers between −10 and 10. */
public class ExpBenchmark extends ArrayBenchmark {
    @Param({Implementation.JDK, Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    double[] x;
    double[] y;
    private Runnable work;

    /** Fills the array. */
    @Benchmark
    public double[] exp() {
        work.run();
        return y;
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    void prepare() {
        x = Points.uniform(size);
        y = new double[size];
        work = switch (implementation) {
            case Implementation.JDK -> () -> JdkMath.exp(x, y);
            case Implementation.SCALAR, Implementation.SIMD -> () -> Exp.exp(x, 0, y, 0, size);
            default -> throw unknownImplementation();
        };
    }
}
