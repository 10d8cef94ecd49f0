package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.GammaKernel;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.LogMinusDigamma;
import io.github.scorelane.kernel.math.Trigamma;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * The chi-squared distribution has the density x^(ν/2−1)·exp(−x/2)/(Γ(ν/2)·2^(ν/2)) on x &gt; 0, and the parameter ν
 * ("degrees of freedom"), which need not be a whole number. It is the {@link Gamma} distribution of shape ν/2 and scale 2,
 * and draws the same way.
 *
 * <p>The score is ½·(ln(x/2) − ψ(ν/2)), where ψ is the digamma function, and the Fisher information is ψ′(ν/2)/4. A draw's
 * statistic is ln(x/ν).
 */
public final class ChiSquared extends Family implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("degrees of freedom"));
    private static final double SCALE = 2;

    private final double shape;
    private final double halfLogMinusDigamma;

    private ChiSquared(double degreesOfFreedom) {
        super(PARAMETERS, degreesOfFreedom);
        shape = 0.5 * degreesOfFreedom;
        halfLogMinusDigamma = 0.5 * LogMinusDigamma.of(shape);
    }

    /**
     * Creates a chi-squared distribution.
     *
     * @param degreesOfFreedom ν, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if it is out of range
     */
    public static ChiSquared of(double degreesOfFreedom) {
        return new ChiSquared(degreesOfFreedom);
    }

    @Override
    public ChiSquared withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 1);
        return of(parameters[0]);
    }

    @Override
    public int statistics() {
        return 1;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        GammaKernel.sample(shape, SCALE, stream, first, x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        GammaKernel.sample(shape, SCALE, stream, first, x, statistics[0], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        GammaKernel.logRatios(shape, SCALE, x, statistics[0], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        GammaKernel.logPdf(shape, SCALE, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        double[] logRatios = statistics[0];
        double[] score = gradient[0];
        double constant = halfLogMinusDigamma;
        for (int i = offset; i < offset + length; i++) {
            score[i] = Fma.fma(0.5, logRatios[i], constant);
        }
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{0.25 * Trigamma.value(shape)}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 1, offset, length);
        Arrays.fill(hessian[0], offset, offset + length, -0.25 * Trigamma.value(shape));
    }

    @Override
    LogisticMap newLogisticMap() {
        return Gamma.logisticMap(shape, SCALE, 2 * halfLogMinusDigamma);
    }

    @Override
    public int polynomialDegree() {
        return Gamma.polynomialDegree(shape);
    }
}
