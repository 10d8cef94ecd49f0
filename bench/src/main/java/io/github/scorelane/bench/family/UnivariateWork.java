package io.github.scorelane.bench.family;

import io.github.scorelane.bench.speed.ArrayBenchmark;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;

/** One of Scorelane's univariate families. */
final class UnivariateWork implements FamilyWork {
    private final UnivariateDistribution distribution;
    private final SplitStream stream = SplitStream.of(ArrayBenchmark.SEED);
    private final double[] x;
    private final double[][] statistics;
    private final double[] logPdf;
    private final double[][] gradient;
    private long next;

    UnivariateWork(UnivariateDistribution distribution, int size) {
        this.distribution = distribution;
        x = new double[size];
        statistics = new double[distribution.statistics()][size];
        logPdf = new double[size];
        gradient = new double[distribution.parameterNames().size()][size];
        sample();
    }

    @Override
    public void sample() {
        distribution.sample(stream, next, x, 0, x.length);
        next += x.length;
    }

    @Override
    public void logPdf() {
        distribution.logPdf(x, 0, logPdf, 0, x.length);
    }

    @Override
    public void gradLogPdf() {
        distribution.gradLogPdf(x, 0, gradient, 0, x.length);
    }

    @Override
    public void both() {
        distribution.sample(stream, next, x, statistics, 0, x.length);
        next += x.length;
        distribution.gradLogPdf(x, statistics, gradient, 0, x.length);
    }

    @Override
    public double[][] points() {
        return new double[][] {x};
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
