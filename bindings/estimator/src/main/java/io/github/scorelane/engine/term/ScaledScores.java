package io.github.scorelane.engine.term;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.unit.PowerOfTwo;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/** A distribution whose scores are in the units of a {@link Scale}; all else is as it was. */
public final class ScaledScores implements MultivariateDistribution {
    private final MultivariateDistribution distribution;
    private final int[] exponents;

    private ScaledScores(MultivariateDistribution distribution, int[] exponents) {
        this.distribution = distribution;
        this.exponents = exponents;
    }

    /** A distribution in units; itself where scores have none. */
    public static MultivariateDistribution of(MultivariateDistribution distribution, Scale scale) {
        return scale.scores() == null ? distribution : new ScaledScores(distribution, scale.scores());
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
        throw new UnsupportedOperationException("units belong to one run");
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
        divide(firstParameter, gradient, gradientOffset, length);
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
        divide(firstParameter, gradient, offset, length);
    }

    private void divide(int firstParameter, double[][] gradient, int offset, int length) {
        for (int row = 0; row < gradient.length; row++) {
            PowerOfTwo.multiply(gradient[row], offset, length, -exponents[firstParameter + row]);
        }
    }
}
