package io.github.scorelane.check;

import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/**
 * A uniform distribution with its upper bound as the parameter. That moves the support, so the scores that it claims are
 * wrong.
 */
record Uniform(double upper) implements UnivariateDistribution {
    Uniform {
        if (!(upper > 0)) {
            throw new IllegalArgumentException("upper bound is not strictly positive: " + upper);
        }
    }

    @Override
    public List<String> parameterNames() {
        return List.of("upper bound");
    }

    @Override
    public double[] parameters() {
        return new double[] {upper};
    }

    @Override
    public Uniform withParameters(double... parameters) {
        if (parameters.length != 1) {
            throw new IllegalArgumentException("number of parameters is not 1: " + parameters.length);
        }
        return new Uniform(parameters[0]);
    }

    @Override
    public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
        for (int i = 0; i < length; i++) {
            x[offset + i] = upper * stream.uniform(first + i);
        }
    }

    @Override
    public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        for (int i = 0; i < length; i++) {
            logPdf[logPdfOffset + i] = x[offset + i] < upper ? -StrictMath.log(upper) : Double.NEGATIVE_INFINITY;
        }
    }

    @Override
    public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
        for (int i = 0; i < length; i++) {
            gradient[0][gradientOffset + i] = -1 / upper;
        }
    }
}
