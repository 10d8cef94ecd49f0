package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.UniformKernel;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The uniform distribution on a ≤ x ≤ b, with density 1/(b − a).
 *
 * <p>It has no parameters: its bounds are fixed numbers. They move the support, where f(x) enters or leaves with a density that
 * is not 0; ∂/∂b E[f(x)] = (f(b) − E[f(x)])/(b − a), and the score −1/(b − a), which is a constant, misses f(b). So
 * {@link #gradLogPdf gradLogPdf} refuses, and an estimator of gradients too. It is here to be drawn from, or inverted.
 *
 * <p>Draws are the quantiles (1 − u)·a + u·b of uniforms of 52 bits, never outside the bounds.
 */
public final class Uniform extends InvertibleFamily {
    private static final ParameterList NONE = ParameterList.of();

    private final double lower;
    private final double upper;

    private Uniform(double lower, double upper) {
        super(NONE);
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * A uniform distribution.
     *
     * @param lower the lower bound a, finite
     * @param upper the upper bound b, finite and above a
     * @return the distribution
     * @throws IllegalArgumentException if a bound is out of range
     */
    public static Uniform of(double lower, double upper) {
        Parameters.requireFinite("lower bound", lower);
        Parameters.requireFinite("upper bound", upper);
        Parameters.requireBelow("lower bound", lower, "upper bound", upper);
        return new Uniform(lower, upper);
    }

    @Override
    public Uniform withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 0);
        return this;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        UniformKernel.sample(lower, upper, stream, first, x, offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        UniformKernel.quantile(lower, upper, x, offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        UniformKernel.logPdf(lower, upper, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        throw new UnsupportedOperationException("a uniform distribution's bounds move its support: their score misses what f is"
                + " worth at the bounds, and its estimate would be wrong");
    }

    @Override
    public String toString() {
        return "Uniform(lower bound=" + lower + ", upper bound=" + upper + ")";
    }
}
