package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.ParetoKernel;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * The Pareto distribution of the first kind has the density α·k^α/x^(α + 1) on x ≥ k, and the parameter α ("shape").
 *
 * <p>The scale k is a fixed number, not a parameter: it moves the support, so that a score with respect to it would leave out
 * the contribution of f(k), where the support begins. To take a derivative by k nevertheless, draw y of scale 1 and evaluate
 * f at k·y.
 *
 * <p>The score is 1/α − ln(x/k), and the Fisher information is 1/α². Outside the support the log density is −∞, and scores
 * are not specified.
 *
 * <p>Draws are quantiles of uniforms of 52 bits. A draw's statistic is ln(x/k). With a shape below 0.0518 some draws may be
 * too large for a double, and are then +∞.
 */
public final class Pareto extends InvertibleFamily implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("shape"));

    private final double scale;
    private final double shape;

    private Pareto(double scale, double shape) {
        super(PARAMETERS, shape);
        this.scale = scale;
        this.shape = shape;
    }

    /**
     * Creates a Pareto distribution.
     *
     * @param scale k, the least x, finite and at least {@link Double#MIN_NORMAL}
     * @param shape α, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if one is out of range
     */
    public static Pareto of(double scale, double shape) {
        Parameters.requireScale("scale", scale);
        return new Pareto(scale, shape);
    }

    @Override
    public Pareto withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 1);
        return of(scale, parameters[0]);
    }

    @Override
    public int statistics() {
        return 1;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        ParetoKernel.sample(scale, shape, stream, first, x, x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        ParetoKernel.sample(scale, shape, stream, first, x, statistics[0], offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        ParetoKernel.quantile(scale, shape, x, x, offset, length);
    }

    @Override
    void invert(double[] x, double[][] statistics, int offset, int length) {
        ParetoKernel.quantile(scale, shape, x, statistics[0], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        ParetoKernel.logRatio(scale, shape, x, statistics[0], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        ParetoKernel.logPdf(scale, shape, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        ParetoKernel.scores(shape, statistics[0], gradient[0], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{1 / shape / shape}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 1, offset, length);
        Arrays.fill(hessian[0], offset, offset + length, -1 / shape / shape);
    }

    @Override
    public String toString() {
        return "Pareto(scale=" + scale + ", shape=" + shape + ")";
    }

    @Override
    LogisticMap newLogisticMap() {
        return new ParetoMap(scale, shape);
    }

    @Override
    public int polynomialDegree() {
        return LogisticMap.degreeOfPowerTail(shape);
    }
}
