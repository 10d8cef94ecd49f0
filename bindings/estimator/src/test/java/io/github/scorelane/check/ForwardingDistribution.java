package io.github.scorelane.check;

import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A wrapper that forwards to another distribution all but the methods that a test overrides, to make a wrong distribution
 * from a right one.
 */
public class ForwardingDistribution implements UnivariateDistribution {
    private final UnivariateDistribution original;
    private final UnaryOperator<UnivariateDistribution> wrap;

    /** Wraps a distribution. The operator wraps the original again after its parameters have changed. */
    protected ForwardingDistribution(UnivariateDistribution original, UnaryOperator<UnivariateDistribution> wrap) {
        this.original = original;
        this.wrap = wrap;
    }

    protected final UnivariateDistribution original() {
        return original;
    }

    @Override
    public List<String> parameterNames() {
        return original.parameterNames();
    }

    @Override
    public double[] parameters() {
        return original.parameters();
    }

    @Override
    public UnivariateDistribution withParameters(double... parameters) {
        return wrap.apply(original.withParameters(parameters));
    }

    @Override
    public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
        original.sample(stream, first, x, offset, length);
    }

    @Override
    public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        original.logPdf(x, offset, logPdf, logPdfOffset, length);
    }

    @Override
    public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
        original.gradLogPdf(x, offset, gradient, gradientOffset, length);
    }
}
