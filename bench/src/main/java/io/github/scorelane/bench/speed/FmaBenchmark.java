package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.JdkFma;
import io.github.scorelane.kernel.math.Fma;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;

/** Fused multiply-adds in a JVM that takes the hardware to have none. */
@Fork(value = 3, jvmArgsPrepend = {"--add-modules=jdk.incubator.vector", "-Dscorelane.vector.cold=0", "-XX:-UseFMA"})
public class FmaBenchmark extends ArrayBenchmark {
    @Param({Implementation.JDK, Implementation.SCALAR})
    public String implementation;

    double[] a;
    double[] x;
    double[] b;
    double[] y;
    private Runnable work;

    /** Fills the array. */
    @Benchmark
    public double[] fma() {
        work.run();
        return y;
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    void prepare() {
        a = Points.normal(size);
        x = Points.uniform(size);
        b = Points.positive(size);
        y = new double[size];
        work = switch (implementation) {
            case Implementation.JDK -> () -> JdkFma.fma(a, x, b, y);
            case Implementation.SCALAR -> this::software;
            default -> throw unknownImplementation();
        };
    }

    private void software() {
        for (int i = 0; i < y.length; i++) {
            y[i] = Fma.fma(a[i], x[i], b[i]);
        }
    }
}
