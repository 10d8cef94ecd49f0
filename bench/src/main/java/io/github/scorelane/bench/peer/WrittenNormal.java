package io.github.scorelane.bench.peer;

import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/** The normal distribution as a family of one's own: Scorelane writes its scores and then sums them, as it does for any family. */
public record WrittenNormal(Normal normal) implements UnivariateDistribution {
    /** The name that it has in results. */
    public static final String NAME = "written";

    @Override
    public List<String> parameterNames() {
        return normal.parameterNames();
    }

    @Override
    public double[] parameters() {
        return normal.parameters();
    }

    @Override
    public UnivariateDistribution withParameters(double... parameters) {
        return new WrittenNormal(normal.withParameters(parameters));
    }

    @Override
    public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
        normal.sample(stream, first, x, offset, length);
    }

    @Override
    public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        normal.logPdf(x, offset, logPdf, logPdfOffset, length);
    }

    @Override
    public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
        normal.gradLogPdf(x, offset, gradient, gradientOffset, length);
    }
}
