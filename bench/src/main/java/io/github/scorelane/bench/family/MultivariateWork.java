package io.github.scorelane.bench.family;

import io.github.scorelane.bench.speed.ArrayBenchmark;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;

/** One of Scorelane's multivariate families. */
final class MultivariateWork extends FamilyWork {
    private final MultivariateDistribution distribution;
    private final SplitStream stream = SplitStream.of(ArrayBenchmark.SEED);
    private final double[][] statistics;
    private final int size;
    private long next;

    MultivariateWork(MultivariateDistribution distribution, int size) {
        super(distribution.dimension(), distribution.parameterNames().size(), size);
        this.distribution = distribution;
        this.size = size;
        statistics = new double[distribution.statistics()][size];
        sample();
    }

    @Override
    public void sample() {
        distribution.sample(stream, next, x, 0, size);
        next += size;
    }

    @Override
    public void logPdf() {
        distribution.logPdf(x, 0, logPdf, 0, size);
    }

    @Override
    public void gradLogPdf() {
        distribution.gradLogPdf(x, 0, 0, gradient, 0, size);
    }

    @Override
    public void both() {
        distribution.sample(stream, next, x, statistics, 0, size);
        next += size;
        distribution.gradLogPdf(x, statistics, 0, gradient, 0, size);
    }
}
