package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.NormalFormula;
import io.github.scorelane.distribution.Normal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Logarithms of the normal density. */
public class NormalLogPdfBenchmark extends ArrayBenchmark {
    @Param({Implementation.COMMONS, Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    double[] x;
    double[] logPdf;
    private Runnable work;

    /** Fills the array. */
    @Benchmark
    public double[] logPdf() {
        work.run();
        return logPdf;
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    void prepare() {
        x = Points.normal(size);
        logPdf = new double[size];
        work = switch (implementation) {
            case Implementation.COMMONS -> {
                NormalFormula formula = new NormalFormula(MEAN, STANDARD_DEVIATION);
                yield () -> formula.logPdf(x, logPdf);
            }
            case Implementation.SCALAR, Implementation.SIMD -> {
                Normal normal = Normal.of(MEAN, STANDARD_DEVIATION);
                yield () -> normal.logPdf(x, 0, logPdf, 0, size);
            }
            default -> throw unknownImplementation();
        };
    }
}
