package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.HalfNormalKernel;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The half-normal distribution is that of |y|, where y is normal with mean 0. It has the density √(2/π)·exp(−x²/(2σ²))/σ on
 * x ≥ 0, and the parameter σ ("scale").
 *
 * <p>The score is (x²/σ² − 1)/σ, and the Fisher information is 2/σ². Outside the support the log density is −∞, and scores
 * are not specified.
 *
 * <p>A draw is the absolute value of a draw of {@link Normal}.
 */
public final class HalfNormal extends InvertibleFamily implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("scale"));

    /**
     * The unit, in scales, and the shift of the {@link ExponentialMap}. With these numbers the median of v is about 0, and
     * both its tails are about as far out as a logistic number's.
     */
    private static final double UNIT = 0.5415;
    private static final double SHIFT = 0.873;

    private final double scale;

    private HalfNormal(double scale) {
        super(PARAMETERS, scale);
        this.scale = scale;
    }

    /**
     * Creates a half-normal distribution.
     *
     * @param scale σ, the normal distribution's standard deviation, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if it is out of range
     */
    public static HalfNormal of(double scale) {
        return new HalfNormal(scale);
    }

    @Override
    public HalfNormal withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 1);
        return of(parameters[0]);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        HalfNormalKernel.sample(scale, stream, first, x, offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        HalfNormalKernel.quantile(scale, x, offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        HalfNormalKernel.logPdf(scale, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        HalfNormalKernel.scores(scale, x, gradient[0], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{2 / scale / scale}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 1, offset, length);
        double rate = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            double z = x[i] * rate;
            hessian[0][i] = Fma.fma(-3 * z, z, 1) * rate * rate;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        return logisticMap(scale);
    }

    /** Creates the map of a half-normal distribution. */
    static LogisticMap logisticMap(double scale) {
        return new ExponentialMap(UNIT * scale, SHIFT);
    }
}
