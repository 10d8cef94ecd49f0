package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.CauchyKernel;
import io.github.scorelane.kernel.family.ScaledNumber;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The Cauchy distribution has the density 1/(πγ·(1 + z²)), where z = (x − μ)/γ, and the parameters μ ("location") and γ
 * ("scale"). It has no mean: f has to grow more slowly than |x| for E[f(x)] to exist.
 *
 * <p>With q = 1/(1 + z²), the scores are 2z·q/γ and (1 − 2q)/γ; the Fisher information is diag(1, 1)/(2γ²).
 *
 * <p>Draws are quantiles of uniforms of 52 bits, and reach to 2.9e15 scales on either side.
 */
public final class Cauchy extends InvertibleFamily implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS =
            ParameterList.of(Parameter.real("location"), Parameter.positive("scale"));

    /**
     * The largest |z| at which second derivatives are evaluated. Farther out they have all but reached their limits, and the
     * square would overflow.
     */
    private static final double FAR = 0x1p500;

    private final double location;
    private final double scale;

    private Cauchy(double location, double scale) {
        super(PARAMETERS, location, scale);
        this.location = location;
        this.scale = scale;
    }

    /**
     * Creates a Cauchy distribution.
     *
     * @param location μ, the median, finite
     * @param scale γ, half the interquartile range, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static Cauchy of(double location, double scale) {
        return new Cauchy(location, scale);
    }

    @Override
    public Cauchy withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        CauchyKernel.sample(location, scale, stream, first, x, offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        CauchyKernel.quantile(location, scale, x, offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        CauchyKernel.logPdf(location, scale, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        CauchyKernel.scores(location, scale, x, gradient[0], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double half = 0.5 / scale / scale;
        return new double[][] {{half, 0}, {0, half}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        double rate = 1 / scale;
        ScaledNumber parts = ScaledNumber.of(rate);
        double precision = parts.mantissa() * parts.mantissa();
        double unit = parts.unit();
        for (int i = offset; i < offset + length; i++) {
            double z = Math.max(-FAR, Math.min(FAR, (x[i] - location) * rate));
            double twice = 2 / Fma.fma(z, z, 1);
            hessian[0][i] = twice * (1 - twice) * precision * unit * unit;
            hessian[1][i] = -z * twice * twice * precision * unit * unit;
            hessian[2][i] = (Fma.fma(twice, twice, -twice) - 1) * precision * unit * unit;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        return new AsinhMap(location, 0.25 * Math.PI * scale, 1);
    }

    @Override
    public int polynomialDegree() {
        return 0;
    }
}
