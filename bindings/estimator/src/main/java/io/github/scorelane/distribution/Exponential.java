package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.ExponentialKernel;
import io.github.scorelane.kernel.family.ScaledNumber;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * The exponential distribution has the density exp(−x/μ)/μ on x ≥ 0, and the parameter μ ("mean") or λ = 1/μ ("rate").
 *
 * <p>The score of μ is (x/μ − 1)/μ, and its Fisher information is 1/μ²; with respect to λ they are 1/λ − x and 1/λ².
 */
public final class Exponential extends InvertibleFamily
        implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList MEAN = ParameterList.of(Parameter.positive("mean"));
    private static final ParameterList RATE = ParameterList.of(Parameter.positive("rate"));

    private final boolean byRate;
    private final double mean;

    private Exponential(ParameterList list, double parameter) {
        super(list, parameter);
        byRate = list == RATE;
        mean = byRate ? 1 / parameter : parameter;
    }

    /**
     * Creates an exponential distribution of a given mean.
     *
     * @param mean μ, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if it is out of range
     */
    public static Exponential of(double mean) {
        return new Exponential(MEAN, mean);
    }

    /**
     * Creates an exponential distribution of a given rate.
     *
     * @param rate λ = 1/μ, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if it is out of range
     */
    public static Exponential ofRate(double rate) {
        return new Exponential(RATE, rate);
    }

    @Override
    public Exponential withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 1);
        return new Exponential(byRate ? RATE : MEAN, parameters[0]);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        ExponentialKernel.sample(mean, stream, first, x, offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        ExponentialKernel.quantile(mean, x, offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        ExponentialKernel.logPdf(mean, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        if (byRate) {
            ExponentialKernel.scoreOfRate(mean, x, gradient[0], offset, length);
        } else {
            ExponentialKernel.scoreOfMean(mean, x, gradient[0], offset, length);
        }
    }

    @Override
    public double[][] fisherInformation() {
        double parameter = parameter(0);
        return new double[][] {{1 / parameter / parameter}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 1, offset, length);
        ScaledNumber parts = ScaledNumber.of(1 / parameter(0));
        double unit = parts.unit();
        double square = parts.mantissa() * parts.mantissa();
        if (byRate) {
            Arrays.fill(hessian[0], offset, offset + length, -square * unit * unit);
            return;
        }
        double slope = -2 * parts.mantissa() * parts.mantissa() * parts.mantissa();
        for (int i = offset; i < offset + length; i++) {
            hessian[0][i] = Fma.fma(x[i] * unit, slope, square) * unit * unit;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        return new ExponentialMap(mean, 0);
    }

    @Override
    public int polynomialDegree() {
        return LogisticMap.DEGREE_OF_EXPONENTIAL_TAIL;
    }
}
