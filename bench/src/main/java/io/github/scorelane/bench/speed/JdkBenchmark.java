package io.github.scorelane.bench.speed;

import java.util.function.BiConsumer;
import org.openjdk.jmh.annotations.Param;

/** A benchmark of Scorelane beside a plain loop over a method of {@link Math}, from x to y. */
public abstract class JdkBenchmark extends FillingBenchmark {
    @Param({Implementation.JDK, Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    @Override
    final String implementation() {
        return implementation;
    }

    /** Makes the work of the implementation that is asked for, each of which is given x and y. */
    final ArrayWork from(double[] x, BiConsumer<double[], double[]> jdk, BiConsumer<double[], double[]> library) {
        double[] y = new double[size];
        Runnable run = switch (implementation) {
            case Implementation.JDK -> () -> jdk.accept(x, y);
            case Implementation.SCALAR, Implementation.SIMD -> () -> library.accept(x, y);
            default -> throw unknownImplementation();
        };
        return new ArrayWork(run, y);
    }
}
