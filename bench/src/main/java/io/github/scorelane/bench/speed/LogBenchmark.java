package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.JdkMath;
import io.github.scorelane.kernel.math.Log;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Natural logarithms of numbers between e^−10 and e^10. */
public class LogBenchmark extends FillingBenchmark {
    @Param({Implementation.JDK, Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    /** Fills the array. */
    @Benchmark
    public Object log() {
        return fill();
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    ArrayWork make() {
        double[] x = Points.positive(size);
        double[] y = new double[size];
        return new ArrayWork(switch (implementation) {
            case Implementation.JDK -> () -> JdkMath.log(x, y);
            case Implementation.SCALAR, Implementation.SIMD -> () -> Log.log(x, 0, y, 0, size);
            default -> throw unknownImplementation();
        }, y);
    }
}
