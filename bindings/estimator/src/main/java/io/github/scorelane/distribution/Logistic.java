package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.LogisticKernel;
import io.github.scorelane.kernel.family.ScaledNumber;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The logistic distribution has the distribution function 1/(1 + exp(−z)) and the density exp(−z)/(s·(1 + exp(−z))²), where
 * z = (x − μ)/s. Its parameters are μ ("location") and s ("scale").
 *
 * <p>With t = tanh(z/2), the scores are t/s and (z·t − 1)/s; the Fisher information is diag(1/3, (3 + π²)/9)/s².
 *
 * <p>Draws are quantiles of uniforms u of 52 bits, and reach to 36.7 scales on either side. A draw's statistics are its z and
 * its t, which is 2u − 1.
 */
public final class Logistic extends InvertibleFamily implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS =
            ParameterList.of(Parameter.real("location"), Parameter.positive("scale"));

    private final double location;
    private final double scale;

    private Logistic(double location, double scale) {
        super(PARAMETERS, location, scale);
        this.location = location;
        this.scale = scale;
    }

    /**
     * Creates a logistic distribution.
     *
     * @param location μ, the mean, finite
     * @param scale s, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static Logistic of(double location, double scale) {
        return new Logistic(location, scale);
    }

    @Override
    public Logistic withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    public int statistics() {
        return 2;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        LogisticKernel.sample(location, scale, stream, first, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        LogisticKernel.quantile(location, scale, x, offset, length);
    }

    @Override
    void invert(double[] x, double[][] statistics, int offset, int length) {
        LogisticKernel.quantile(location, scale, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        LogisticKernel.statistics(location, scale, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        LogisticKernel.logPdf(location, scale, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        LogisticKernel.scores(scale, statistics[0], statistics[1], gradient[0], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double precision = 1 / scale / scale;
        return new double[][] {{precision / 3, 0}, {0, (3 + Math.PI * Math.PI) / 9 * precision}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        LogisticKernel.statistics(location, scale, x, hessian[0], hessian[1], offset, length);
        hessian(hessian[0], hessian[1], hessian, offset, length);
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] statistics, double[][] hessian, int offset, int length) {
        requireHessianByStatistics(statistics, hessian, 3, offset, length);
        hessian(statistics[0], statistics[1], hessian, offset, length);
    }

    private void hessian(double[] standard, double[] tangent, double[][] hessian, int offset, int length) {
        ScaledNumber parts = ScaledNumber.of(scale);
        double precision = 1 / parts.mantissa() / parts.mantissa();
        double unit = 1 / parts.unit();
        for (int i = offset; i < offset + length; i++) {
            double z = standard[i];
            double t = tangent[i];
            double slope = Fma.fma(t, t, -1) * 0.5;
            hessian[0][i] = slope * precision * unit * unit;
            hessian[1][i] = Fma.fma(z, slope, -t) * precision * unit * unit;
            hessian[2][i] = Fma.fma(z, Fma.fma(z, slope, -2 * t), 1) * precision * unit * unit;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        return new AffineMap(location, scale, 1);
    }

    @Override
    public int polynomialDegree() {
        return LogisticMap.DEGREE_OF_EXPONENTIAL_TAIL;
    }
}
