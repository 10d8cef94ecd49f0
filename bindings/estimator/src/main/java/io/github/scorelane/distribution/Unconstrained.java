package io.github.scorelane.distribution;

import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A univariate distribution with unconstrained parameters η in place of its own θ. It leaves all to the distribution that it
 * wraps but the parameters and the scores, which are ∂ log p/∂η = ∂ log p/∂θ · ∂θ/∂η. What more the wrapped distribution
 * knows, its subclasses know by the chain rule.
 */
sealed class Unconstrained implements UnivariateDistribution, HasUnconstrainedForm, HasConstrainedForm, Serializable
        permits UnconstrainedWithFisher {
    private final UnivariateDistribution distribution;
    private final List<Link> links;
    private final List<String> names;
    private final double[] slopes;

    /**
     * Wraps a distribution, given for each of its parameters the link to the unconstrained one. The result knows the Fisher
     * information and second derivatives if the distribution does.
     */
    static Unconstrained of(UnivariateDistribution distribution, List<Link> links) {
        if (!(distribution instanceof HasFisherInformation)) {
            return new Unconstrained(distribution, links);
        }
        return distribution instanceof HasHessian
                ? new UnconstrainedWithHessian(distribution, links) : new UnconstrainedWithFisher(distribution, links);
    }

    Unconstrained(UnivariateDistribution distribution, List<Link> links) {
        this.distribution = distribution;
        this.links = links;
        double[] parameters = distribution.parameters();
        List<String> constrained = distribution.parameterNames();
        names = IntStream.range(0, parameters.length).mapToObj(p -> links.get(p).name(constrained.get(p))).toList();
        slopes = IntStream.range(0, parameters.length).mapToDouble(p -> links.get(p).slope(parameters[p])).toArray();
    }

    @Override
    public final UnivariateDistribution constrained() {
        return distribution;
    }

    /** Returns ∂θ/∂η of a parameter. */
    final double slope(int parameter) {
        return slopes[parameter];
    }

    /** Returns ∂²θ/∂η² of each parameter. */
    final double[] curvatures() {
        double[] parameters = distribution.parameters();
        return IntStream.range(0, parameters.length).mapToDouble(p -> links.get(p).curvature(parameters[p])).toArray();
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
}
