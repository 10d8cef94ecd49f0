package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.JdkMath;
import io.github.scorelane.kernel.math.Log;
import org.openjdk.jmh.annotations.Benchmark;

/** Natural logarithms of numbers between e^−10 and e^10. */
public class LogBenchmark extends JdkBenchmark {
    /** Fills the array. */
    @Benchmark
    public Object log() {
        return fill();
    }

    @Override
    ArrayWork make() {
        return from(Points.positive(size), JdkMath::log, (x, y) -> Log.log(x, 0, y, 0, size));
    }
}
