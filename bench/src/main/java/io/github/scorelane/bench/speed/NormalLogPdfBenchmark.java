package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.NormalFormula;
import io.github.scorelane.distribution.Normal;
import org.openjdk.jmh.annotations.Benchmark;

/** Logarithms of the normal density. */
public class NormalLogPdfBenchmark extends CommonsBenchmark {
    /** Fills the array. */
    @Benchmark
    public Object logPdf() {
        return fill();
    }

    @Override
    ArrayWork make() {
        double[] x = Points.normal(size);
        double[] logPdf = new double[size];
        Runnable run = switch (implementation) {
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
        return new ArrayWork(run, logPdf);
    }
}
