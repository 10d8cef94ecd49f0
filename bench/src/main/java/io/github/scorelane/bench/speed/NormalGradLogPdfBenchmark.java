package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.NormalFormula;
import io.github.scorelane.distribution.Normal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Both scores of the normal. */
public class NormalGradLogPdfBenchmark extends FillingBenchmark {
    @Param({Implementation.COMMONS, Implementation.HOISTED, Implementation.COPY, Implementation.SCALAR,
        Implementation.SIMD})
    public String implementation;

    /** Fills both rows. */
    @Benchmark
    public Object gradLogPdf() {
        return fill();
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    ArrayWork make() {
        double[] x = Points.normal(size);
        double[][] gradient = new double[2][size];
        NormalFormula formula = new NormalFormula(MEAN, STANDARD_DEVIATION);
        Runnable run = switch (implementation) {
            case Implementation.COMMONS -> () -> formula.gradLogPdf(x, gradient[0], gradient[1]);
            case Implementation.HOISTED -> () -> formula.gradLogPdfHoisted(x, gradient[0], gradient[1]);
            case Implementation.COPY -> () -> {
                System.arraycopy(x, 0, gradient[0], 0, size);
                System.arraycopy(x, 0, gradient[1], 0, size);
            };
            case Implementation.SCALAR, Implementation.SIMD -> {
                Normal normal = Normal.of(MEAN, STANDARD_DEVIATION);
                yield () -> normal.gradLogPdf(x, 0, gradient, 0, size);
            }
            default -> throw unknownImplementation();
        };
        return new ArrayWork(run, gradient);
    }
}
