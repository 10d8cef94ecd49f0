package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import java.util.stream.IntStream;

/** A distribution by unconstrained parameters η: scores are ∂ log p/∂η = ∂ log p/∂θ · ∂θ/∂η. */
class Unconstrained implements UnivariateDistribution, HasUnconstrainedForm {
    private final UnivariateDistribution distribution;
    private final List<Link> links;
    private final List<String> names;
    private final double[] slopes;

    private Unconstrained(UnivariateDistribution distribution, List<Link> links) {
        this.distribution = distribution;
        this.links = links;
        double[] parameters = distribution.parameters();
        List<String> constrained = distribution.parameterNames();
        names = IntStream.range(0, parameters.length).mapToObj(p -> links.get(p).name(constrained.get(p))).toList();
        slopes = IntStream.range(0, parameters.length).mapToDouble(p -> links.get(p).slope(parameters[p])).toArray();
    }

    /** A distribution, and for each of its parameters how it depends on the unconstrained one. It is inverted if that is. */
    static Unconstrained of(UnivariateDistribution distribution, List<Link> links) {
        return distribution instanceof HasInverseCdf ? new Invertible(distribution, links) : new Unconstrained(distribution, links);
    }

    UnivariateDistribution constrained() {
        return distribution;
    }

    @Override
    public UnivariateDistribution unconstrained() {
        return this;
    }

    @Override
    public List<String> parameterNames() {
        return names;
    }

    @Override
    public double[] parameters() {
        double[] parameters = distribution.parameters();
        for (int p = 0; p < parameters.length; p++) {
            parameters[p] = links.get(p).unconstrained(parameters[p]);
        }
        return parameters;
    }

    @Override
    public UnivariateDistribution withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, slopes.length);
        double[] constrained = new double[slopes.length];
        for (int p = 0; p < slopes.length; p++) {
            Parameters.requireFinite(names.get(p), parameters[p]);
            constrained[p] = links.get(p).constrained(parameters[p]);
        }
        return of(distribution.withParameters(constrained), links);
    }

    @Override
    public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
        distribution.sample(stream, first, x, offset, length);
    }

    @Override
    public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        distribution.logPdf(x, offset, logPdf, logPdfOffset, length);
    }

    @Override
    public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
        distribution.gradLogPdf(x, offset, gradient, gradientOffset, length);
        multiply(gradient, gradientOffset, length);
    }

    @Override
    public int statistics() {
        return distribution.statistics();
    }

    @Override
    public void sample(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        distribution.sample(stream, first, x, statistics, offset, length);
    }

    @Override
    public void gradLogPdf(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        distribution.gradLogPdf(x, statistics, gradient, offset, length);
        multiply(gradient, offset, length);
    }

    private void multiply(double[][] gradient, int offset, int length) {
        for (int p = 0; p < slopes.length; p++) {
            if (links.get(p) != Link.IDENTITY) {
                double slope = slopes[p];
                double[] row = gradient[p];
                for (int i = offset; i < offset + length; i++) {
                    row[i] *= slope;
                }
            }
        }
    }

    @Override
    public String toString() {
        return "unconstrained " + distribution;
    }

    /** The points of a probability are the same by any parameters. */
    private static final class Invertible extends Unconstrained implements HasInverseCdf {
        private final HasInverseCdf inverse;

        Invertible(UnivariateDistribution distribution, List<Link> links) {
            super(distribution, links);
            inverse = (HasInverseCdf) distribution;
        }

        @Override
        public void inverseCdf(double[] p, int pOffset, double[] x, int xOffset, int length) {
            inverse.inverseCdf(p, pOffset, x, xOffset, length);
        }
    }
}
