package io.github.scorelane.engine.draw;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/** A distribution that draws by a plan: samples are functions of given points of the cube. It is asked for whole blocks only. */
public final class PlannedDistribution implements MultivariateDistribution {
    private final MultivariateDistribution distribution;
    private final PointSet points;
    private final InverseTransform draws;

    /**
     * A plan for a distribution.
     *
     * @param distribution of the samples
     * @param points of the cube
     * @param bridge whether they pass through a Brownian bridge
     * @throws IllegalArgumentException if the distribution's samples are not to be had of uniform numbers
     */
    public PlannedDistribution(MultivariateDistribution distribution, PointSet points, boolean bridge) {
        this.distribution = distribution;
        this.points = points;
        draws = InverseTransform.of(distribution, bridge);
    }

    /**
     * What is planned.
     *
     * @return the distribution of the samples
     */
    public MultivariateDistribution distribution() {
        return distribution;
    }

    @Override
    public int dimension() {
        return distribution.dimension();
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
        throw new UnsupportedOperationException("a plan is made anew for another distribution");
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        throw new UnsupportedOperationException("a plan draws samples with their statistics");
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        distribution.logPdf(x, offset, logPdf, logPdfOffset, length);
    }

    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length) {
        distribution.gradLogPdf(x, offset, firstParameter, gradient, gradientOffset, length);
    }

    @Override
    public int statistics() {
        return distribution.statistics();
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        for (int d = 0; d < x.length; d++) {
            points.fill(stream, first, d, x.length, x[draws.column(d)], length);
        }
        draws.draw(x, statistics, length);
    }

    @Override
    public void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        distribution.gradLogPdf(x, statistics, firstParameter, gradient, offset, length);
    }
}
