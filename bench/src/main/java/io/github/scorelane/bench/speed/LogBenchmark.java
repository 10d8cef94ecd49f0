package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.JdkMath;
import io.github.scorelane.kernel.math.Log;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Natural logarithms of numbers between e^−10 and e^10. */
public class LogBenchmark extends ArrayBenchmark {
    @Param({Implementation.JDK, Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    double[] x;
    double[] y;
    private Runnable work;

    /** Fills the array. */
    @Benchmark
    public double[] log() {
        work.run();
        return y;
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    void prepare() {
        x = Points.positive(size);
        y = new double[size];
        work = switch (implementation) {
            case Implementation.JDK -> () -> JdkMath.log(x, y);
            case Implementation.SCALAR, Implementation.SIMD -> () -> Log.log(x, 0, y, 0, size);
            default -> throw unknownImplementation();
        };
    }
}
