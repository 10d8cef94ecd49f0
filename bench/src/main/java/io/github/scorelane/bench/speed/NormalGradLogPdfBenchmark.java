package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.NormalFormula;
import io.github.scorelane.distribution.Normal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Both scores of the normal. */
public class NormalGradLogPdfBenchmark extends ArrayBenchmark {
    @Param({Implementation.COMMONS, Implementation.HOISTED, Implementation.COPY, Implementation.SCALAR,
        Implementation.SIMD})
    public String implementation;

    double[] x;
    double[][] gradient;
    private Runnable work;

    /** Fills both rows. */
    @Benchmark
    public double[][] gradLogPdf() {
        work.run();
        return gradient;
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    void prepare() {
        x = Points.normal(size);
        gradient = new double[2][size];
        work = switch (implementation) {
            case Implementation.COMMONS -> {
                NormalFormula formula = new NormalFormula(MEAN, STANDARD_DEVIATION);
                yield () -> formula.gradLogPdf(x, gradient[0], gradient[1]);
            }
            case Implementation.HOISTED -> {
                NormalFormula formula = new NormalFormula(MEAN, STANDARD_DEVIATION);
                yield () -> formula.gradLogPdfHoisted(x, gradient[0], gradient[1]);
            }
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
    }
}
