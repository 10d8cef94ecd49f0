package io.github.scorelane.bench.papers;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import io.github.scorelane.quickstart.GeometricBrownianMotion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A geometric Brownian motion with one row more than it has scores, (∂²p/∂S0²)/p = s² + ∂s/∂S0 with s the score of the spot: its
 * "gradient" is the second derivative of E[f] by the spot, an option's gamma. Like a score the row has mean zero, so that baselines
 * keep it unbiased, and errors are what they are of scores. With s = z₁/(S0·σ·√t₁), ∂s/∂S0 = −s/S0 − 1/(S0²·σ²·t₁).
 */
public final class SpotCurvature implements MultivariateDistribution {
    private static final String NAME = "spot, twice";

    private final GeometricBrownianMotion motion;
    private final int last;
    private final double inverse;
    private final double information;

    /** The rows of a motion, and one more. */
    public SpotCurvature(GeometricBrownianMotion motion) {
        this.motion = motion;
        last = motion.parameterNames().size();
        double[] parameters = motion.parameters();
        double spot = parameters[0];
        double volatility = parameters[1];
        double firstDate = parameters[3];
        inverse = 1 / spot;
        information = 1 / (spot * spot * volatility * volatility * firstDate);
    }

    @Override
    public int dimension() {
        return motion.dimension();
    }

    @Override
    public List<String> parameterNames() {
        List<String> names = new ArrayList<>(motion.parameterNames());
        names.add(NAME);
        return List.copyOf(names);
    }

    /** The last is no parameter, and stands as 0. */
    @Override
    public double[] parameters() {
        return Arrays.copyOf(motion.parameters(), last + 1);
    }

    @Override
    public SpotCurvature withParameters(double... parameters) {
        if (parameters.length != last + 1) {
            throw new IllegalArgumentException("number of parameters is not " + (last + 1) + ": " + parameters.length);
        }
        return new SpotCurvature(motion.withParameters(Arrays.copyOf(parameters, last)));
    }

    @Override
    public int statistics() {
        return motion.statistics();
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        motion.sample(stream, first, x, offset, length);
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        motion.sample(stream, first, x, statistics, offset, length);
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        motion.logPdf(x, offset, logPdf, logPdfOffset, length);
    }

    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length) {
        each(firstParameter, gradient, (parameter, rows) -> motion.gradLogPdf(x, offset, parameter, rows, gradientOffset, length),
                gradientOffset, length);
    }

    @Override
    public void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        each(firstParameter, gradient, (parameter, rows) -> motion.gradLogPdf(x, statistics, parameter, rows, offset, length),
                offset, length);
    }

    private void each(int firstParameter, double[][] gradient, Scores scores, int offset, int length) {
        if (firstParameter + gradient.length <= last) {
            scores.of(firstParameter, gradient);
            return;
        }
        int count = last - firstParameter;
        if (count > 0) {
            scores.of(firstParameter, Arrays.copyOf(gradient, count));
        }
        double[] row = gradient[count];
        scores.of(0, new double[][] {row});
        for (int s = offset; s < offset + length; s++) {
            row[s] = Math.fma(row[s], row[s] - inverse, -information);
        }
    }

    private interface Scores {
        void of(int firstParameter, double[][] rows);
    }
}
