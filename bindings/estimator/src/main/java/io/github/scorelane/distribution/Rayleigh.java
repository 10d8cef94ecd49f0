package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.RayleighKernel;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The Rayleigh distribution has the density x·exp(−x²/(2σ²))/σ² on x ≥ 0, and the parameter σ ("scale"). It is that of the
 * length of a vector of two independent normal numbers with mean 0 and standard deviation σ.
 *
 * <p>The score is (x²/σ² − 2)/σ, and the Fisher information is 4/σ². Outside the support the log density is −∞, and scores
 * are not specified.
 *
 * <p>Draws are quantiles of uniforms of 52 bits, and reach to 8.57 scales.
 */
public final class Rayleigh extends InvertibleFamily implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("scale"));

    private final double scale;

    private Rayleigh(double scale) {
        super(PARAMETERS, scale);
        this.scale = scale;
    }

    /**
     * Creates a Rayleigh distribution.
     *
     * @param scale σ, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if it is out of range
     */
    public static Rayleigh of(double scale) {
        return new Rayleigh(scale);
    }

    @Override
    public Rayleigh withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 1);
        return of(parameters[0]);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        RayleighKernel.sample(scale, stream, first, x, offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        RayleighKernel.quantile(scale, x, offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        RayleighKernel.logPdf(scale, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        RayleighKernel.scores(scale, x, gradient[0], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{4 / scale / scale}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 1, offset, length);
        double rate = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            double t = x[i] * rate;
            hessian[0][i] = Fma.fma(-3 * t, t, 2) * rate * rate;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        return new RayleighMap(scale);
    }
}
