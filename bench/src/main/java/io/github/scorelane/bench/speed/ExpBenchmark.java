package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.JdkMath;
import io.github.scorelane.kernel.math.Exp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Exponentials of numbers between −10 and 10. */
public class ExpBenchmark extends FillingBenchmark {
    @Param({Implementation.JDK, Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    /** Fills the array. */
    @Benchmark
    public Object exp() {
        return fill();
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    ArrayWork make() {
        double[] x = Points.uniform(size);
        double[] y = new double[size];
        return new ArrayWork(switch (implementation) {
            case Implementation.JDK -> () -> JdkMath.exp(x, y);
            case Implementation.SCALAR, Implementation.SIMD -> () -> Exp.exp(x, 0, y, 0, size);
            default -> throw unknownImplementation();
        }, y);
    }
}
