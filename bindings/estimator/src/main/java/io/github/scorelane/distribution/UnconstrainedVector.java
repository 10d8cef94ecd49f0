package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import java.util.function.IntFunction;

/** A distribution of vectors by unconstrained parameters η: scores are ∂ log p/∂η = ∂ log p/∂θ · ∂θ/∂η. */
class UnconstrainedVector implements MultivariateDistribution, HasUnconstrainedVectorForm {
    private final MultivariateDistribution distribution;
    private final IntFunction<Link> links;
    private final double[] slopes;

    private UnconstrainedVector(MultivariateDistribution distribution, IntFunction<Link> links) {
        this.distribution = distribution;
        this.links = links;
        slopes = distribution.parameters();
        for (int p = 0; p < slopes.length; p++) {
            slopes[p] = links.apply(p).slope(slopes[p]);
        }
    }

    /** A distribution, and for each of its parameters how it depends on the unconstrained one. It has a normal form if that has. */
    static UnconstrainedVector of(MultivariateDistribution distribution, IntFunction<Link> links) {
        return distribution instanceof HasStandardNormalForm
                ? new OfNormals(distribution, links) : new UnconstrainedVector(distribution, links);
    }

    @Override
    public MultivariateDistribution unconstrained() {
        return this;
    }

    @Override
    public int dimension() {
        return distribution.dimension();
    }

    @Override
    public List<String> parameterNames() {
        List<String> constrained = distribution.parameterNames();
        return new Names(slopes.length, p -> links.apply(p).name(constrained.get(p)));
    }

    @Override
    public double[] parameters() {
        double[] parameters = distribution.parameters();
        for (int p = 0; p < parameters.length; p++) {
            parameters[p] = links.apply(p).unconstrained(parameters[p]);
        }
        return parameters;
    }

    @Override
    public MultivariateDistribution withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, slopes.length);
        double[] constrained = new double[slopes.length];
        for (int p = 0; p < slopes.length; p++) {
            if (!Double.isFinite(parameters[p])) {
                Parameters.requireFinite(parameterNames().get(p), parameters[p]);
            }
            constrained[p] = links.apply(p).constrained(parameters[p]);
        }
        return of(distribution.withParameters(constrained), links);
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        distribution.sample(stream, first, x, offset, length);
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        distribution.logPdf(x, offset, logPdf, logPdfOffset, length);
    }

    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length) {
        distribution.gradLogPdf(x, offset, firstParameter, gradient, gradientOffset, length);
        multiply(firstParameter, gradient, gradientOffset, length);
    }

    @Override
    public int statistics() {
        return distribution.statistics();
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        distribution.sample(stream, first, x, statistics, offset, length);
    }

    @Override
    public void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        distribution.gradLogPdf(x, statistics, firstParameter, gradient, offset, length);
        multiply(firstParameter, gradient, offset, length);
    }

    private void multiply(int firstParameter, double[][] gradient, int offset, int length) {
        for (int row = 0; row < gradient.length; row++) {
            if (links.apply(firstParameter + row) != Link.IDENTITY) {
                double slope = slopes[firstParameter + row];
                double[] scores = gradient[row];
                for (int i = offset; i < offset + length; i++) {
                    scores[i] *= slope;
                }
            }
        }
    }

    @Override
    public String toString() {
        return "unconstrained " + distribution;
    }

    /** Samples are the same by any parameters. */
    private static final class OfNormals extends UnconstrainedVector implements HasStandardNormalForm {
        private final HasStandardNormalForm form;

        OfNormals(MultivariateDistribution distribution, IntFunction<Link> links) {
            super(distribution, links);
            form = (HasStandardNormalForm) distribution;
        }

        @Override
        public void fromStandardNormal(double[][] x, double[][] statistics, int offset, int length) {
            form.fromStandardNormal(x, statistics, offset, length);
        }
    }
}
