package io.github.scorelane.bench.family;

import io.github.scorelane.bench.speed.ArrayBenchmark;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;

/** One of Scorelane's multivariate families. */
final class MultivariateWork implements FamilyWork {
    private final MultivariateDistribution distribution;
    private final SplitStream stream = SplitStream.of(ArrayBenchmark.SEED);
    private final double[][] x;
    private final double[][] statistics;
    private final double[] logPdf;
    private final double[][] gradient;
    private final int size;
    private long next;

    MultivariateWork(MultivariateDistribution distribution, int size) {
        this.distribution = distribution;
        this.size = size;
        x = new double[distribution.dimension()][size];
        statistics = new double[distribution.statistics()][size];
        logPdf = new double[size];
        gradient = new double[distribution.parameterNames().size()][size];
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

    @Override
    public double[][] points() {
        return x;
    }

    @Override
    public double[] logPdfs() {
        return logPdf;
    }

    @Override
    public double[][] gradient() {
        return gradient;
    }
}
