package io.github.scorelane.engine.draw;

import io.github.scorelane.distribution.HasScoreRanges;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.List;

/**
 * Wrapper that presents a univariate distribution as one of vectors with a single coordinate, so that the engine knows one kind of
 * distribution. Only {@link Capability} looks through it. Scores are made all at once unless the distribution gives ranges of them.
 */
public final class UnivariateAsVector implements MultivariateDistribution, Serializable {
    private final UnivariateDistribution distribution;

    /** Wraps the distribution of the one coordinate. */
    public UnivariateAsVector(UnivariateDistribution distribution) {
        this.distribution = distribution;
    }

    /** Returns the distribution of the one coordinate, which is wrapped. */
    public UnivariateDistribution distribution() {
        return distribution;
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public List<String> parameterNames() {
        return distribution.parameterNames();
    }

    @Override
    public double[] parameters() {
        return distribution.parameters();
    }

    @Override
    public MultivariateDistribution withParameters(double... parameters) {
        return new UnivariateAsVector(distribution.withParameters(parameters));
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        distribution.sample(stream, first, x[0], offset, length);
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        distribution.logPdf(x[0], offset, logPdf, logPdfOffset, length);
    }

    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset,
            int length) {
        HasScoreRanges ranges = Capability.of(distribution, HasScoreRanges.class);
        if (ranges != null) {
            ranges.gradLogPdf(x[0], offset, firstParameter, gradient, gradientOffset, length);
        } else {
            distribution.gradLogPdf(x[0], offset, gradient, gradientOffset, length);
        }
    }

    @Override
    public int statistics() {
        return distribution.statistics();
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        distribution.sample(stream, first, x[0], statistics, offset, length);
    }

    @Override
    public void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        HasScoreRanges ranges = Capability.of(distribution, HasScoreRanges.class);
        if (ranges != null) {
            ranges.gradLogPdf(x[0], offset, firstParameter, gradient, offset, length);
        } else {
            distribution.gradLogPdf(x[0], statistics, gradient, offset, length);
        }
    }

    @Override
    public String toString() {
        return distribution.toString();
    }
}
