package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.NormalKernel;
import io.github.scorelane.kernel.family.NormalSampler;
import io.github.scorelane.kernel.family.ScaledNumber;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The normal distribution N(μ, σ²) has the density exp(−z²/2)/(σ·√(2π)), where z = (x − μ)/σ, and the parameters μ ("mean")
 * and σ ("standard deviation").
 *
 * <p>The scores are z/σ and (z² − 1)/σ; the Fisher information is diag(1/σ², 2/σ²).
 *
 * <p>Draws are not quantiles of uniforms: the method is faster than that, and finer. They carry 54 random bits or more, and
 * reach to 9.155 standard deviations.
 */
public final class Normal extends InvertibleFamily
        implements HasFisherInformation, HasHessian, LogisticByMap {
    static final ParameterList PARAMETERS =
            ParameterList.of(Parameter.real("mean"), Parameter.positive("standard deviation"));

    private final double mean;
    private final double standardDeviation;

    private Normal(double mean, double standardDeviation) {
        super(PARAMETERS, mean, standardDeviation);
        this.mean = mean;
        this.standardDeviation = standardDeviation;
    }

    /**
     * Creates a normal distribution.
     *
     * @param mean μ, finite
     * @param standardDeviation σ, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static Normal of(double mean, double standardDeviation) {
        return new Normal(mean, standardDeviation);
    }

    @Override
    public Normal withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        NormalSampler.sample(mean, standardDeviation, stream, first, x, offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        NormalKernel.quantile(mean, standardDeviation, x, offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        NormalKernel.logPdf(mean, standardDeviation, x, offset, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        NormalKernel.gradLogPdf(mean, standardDeviation, x, offset, gradient[0], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double precision = 1 / standardDeviation / standardDeviation;
        return new double[][] {{precision, 0}, {0, 2 * precision}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        double scale = 1 / standardDeviation;
        ScaledNumber rate = ScaledNumber.of(scale);
        double precision = rate.mantissa() * rate.mantissa();
        double unit = rate.unit();
        for (int i = offset; i < offset + length; i++) {
            double z = (x[i] - mean) * scale;
            hessian[0][i] = -precision * unit * unit;
            hessian[1][i] = -2 * z * precision * unit * unit;
            hessian[2][i] = Fma.fma(-3 * z, z, 1) * precision * unit * unit;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        return new AffineMap(mean, standardDeviation, LogisticMap.NORMAL);
    }
}
