package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.UniformKernel;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The uniform distribution has the density 1/(b − a) on a ≤ x ≤ b.
 *
 * <p>It has no parameters, as its bounds are fixed numbers: they move the support, at whose ends the density is not 0. The
 * derivative by a bound is ∂/∂b E[f(x)] = (f(b) − E[f(x)])/(b − a), but the score −1/(b − a) is a constant and leaves out
 * f(b). So {@link #gradLogPdf gradLogPdf} refuses to compute it, and so do estimators of gradients. The distribution serves
 * to be drawn from or inverted.
 *
 * <p>Draws are the quantiles (1 − u)·a + u·b of uniforms u of 52 bits, and are never outside the bounds.
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
     * Creates a uniform distribution.
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
