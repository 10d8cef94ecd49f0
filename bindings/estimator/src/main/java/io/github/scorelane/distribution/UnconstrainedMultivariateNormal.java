package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A multivariate normal distribution with unconstrained parameters η in place of its own θ. It leaves all to the distribution
 * that it wraps but the parameters and the derivatives; scores are ∂ log p/∂η = ∂ log p/∂θ · ∂θ/∂η.
 */
final class UnconstrainedMultivariateNormal
        implements MultivariateDistribution, HasFisherInformation, HasVectorHessian, HasUnconstrainedVectorForm,
        HasStandardNormalForm, Serializable {
    /** Tells the link of a parameter by its index; it is serialisable, since the distribution holds it. */
    interface Links extends IntFunction<Link>, Serializable {}

    private final MultivariateNormal distribution;
    private final Links links;
    private final double[] slopes;

    /** Wraps a distribution, given for each of its parameters the link to the unconstrained one. */
    UnconstrainedMultivariateNormal(MultivariateNormal distribution, Links links) {
        this.distribution = distribution;
        this.links = links;
        slopes = distribution.parameters();
        for (int p = 0; p < slopes.length; p++) {
            slopes[p] = links.apply(p).slope(slopes[p]);
        }
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
        return new ParameterNames(slopes.length, p -> links.apply(p).name(constrained.get(p)));
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
        return new UnconstrainedMultivariateNormal(distribution.withParameters(constrained), links);
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
    public void fromStandardNormal(double[][] x, double[][] statistics, int offset, int length) {
        distribution.fromStandardNormal(x, statistics, offset, length);
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

    @Override
    public double[][] fisherInformation() {
        double[][] matrix = distribution.fisherInformation();
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] *= slopes[i] * slopes[j];
            }
        }
        return matrix;
    }

    /**
     * Computes second derivatives by the chain rule: those by θ times both slopes ∂θ/∂η, plus, on the diagonal, the score
     * times the second derivative of the link.
     */
    @Override
    public void hessianLogPdf(double[][] x, double[][] statistics, int firstPair, double[][] hessian, int offset, int length) {
        distribution.hessianLogPdf(x, statistics, firstPair, hessian, offset, length);
        int j = Pairs.second(firstPair);
        int i = firstPair - Pairs.index(0, j);
        for (double[] derivative : hessian) {
            double factor = slopes[i] * slopes[j];
            if (factor != 1) {
                for (int s = offset; s < offset + length; s++) {
                    derivative[s] *= factor;
                }
            }
            if (i == j && links.apply(j) != Link.IDENTITY) {
                addCurvature(j, x, statistics, derivative, offset, length);
            }
            if (i++ == j) {
                i = 0;
                j++;
            }
        }
    }

    private void addCurvature(int parameter, double[][] x, double[][] statistics, double[] derivative, int offset, int length) {
        double curvature = links.apply(parameter).curvature(distribution.parameter(parameter));
        boolean fits = offset + length <= Workspace.BLOCK;
        Workspace workspace = Workspace.ofThread();
        long mark = workspace.mark();
        try {
            double[] score = fits ? workspace.doubles() : new double[offset + length];
            distribution.gradLogPdf(x, statistics, parameter, new double[][] {score}, offset, length);
            for (int s = offset; s < offset + length; s++) {
                derivative[s] = Fma.fma(curvature, score[s], derivative[s]);
            }
        } finally {
            workspace.giveBackTo(mark);
        }
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
}
