package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.JdkFma;
import io.github.scorelane.kernel.math.Fma;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;

/** Fused multiply-adds in a JVM that takes the hardware to have none. */
@Fork(value = 3, jvmArgsPrepend = {"--add-modules=jdk.incubator.vector", "-Dscorelane.vector.cold=0", "-XX:-UseFMA"})
public class FmaBenchmark extends FillingBenchmark {
    @Param({Implementation.JDK, Implementation.SCALAR})
    public String implementation;

    /** Fills the array. */
    @Benchmark
    public Object fma() {
        return fill();
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    ArrayWork make() {
        double[] a = Points.normal(size);
        double[] x = Points.uniform(size);
        double[] b = Points.positive(size);
        double[] y = new double[size];
        Runnable run = switch (implementation) {
            case Implementation.JDK -> () -> JdkFma.fma(a, x, b, y);
            case Implementation.SCALAR -> () -> software(a, x, b, y);
            default -> throw unknownImplementation();
        };
        return new ArrayWork(run, y);
    }

    private static void software(double[] a, double[] x, double[] b, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Fma.fma(a[i], x[i], b[i]);
        }
    }
}
