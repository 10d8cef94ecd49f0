package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.family.WeibullKernel;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The Weibull distribution has the density (k/λ)·(x/λ)^(k − 1)·exp(−(x/λ)ᵏ) on x ≥ 0, and the parameters k ("shape") and λ
 * ("scale").
 *
 * <p>With w = ln(x/λ) and r = (x/λ)ᵏ, the scores are 1/k + w·(1 − r) and (r − 1)·k/λ. With γ Euler's constant, the Fisher
 * information is [[(π²/6 + (1 − γ)²)/k², (γ − 1)/λ], [(γ − 1)/λ, k²/λ²]]. Outside the support the log density is −∞. Scores
 * are not specified there, nor at 0.
 *
 * <p>Draws are quantiles of uniforms of 52 bits. A draw's statistics are its w and r.
 */
public final class Weibull extends InvertibleFamily implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS =
            ParameterList.of(Parameter.positive("shape"), Parameter.positive("scale"));
    private static final double ONE_LESS_EULER = 0.42278433509846714;
    private static final double PI_SQUARED_OVER_6 = 1.6449340668482264;

    private final double shape;
    private final double scale;

    private Weibull(double shape, double scale) {
        super(PARAMETERS, shape, scale);
        this.shape = shape;
        this.scale = scale;
    }

    /**
     * Creates a Weibull distribution.
     *
     * @param shape k, finite and at least {@link Double#MIN_NORMAL}
     * @param scale λ, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static Weibull of(double shape, double scale) {
        return new Weibull(shape, scale);
    }

    @Override
    public Weibull withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    public int statistics() {
        return 2;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        WeibullKernel.sample(shape, scale, stream, first, x, x, x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        WeibullKernel.sample(shape, scale, stream, first, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        WeibullKernel.quantile(shape, scale, x, x, x, offset, length);
    }

    @Override
    void invert(double[] x, double[][] statistics, int offset, int length) {
        WeibullKernel.quantile(shape, scale, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        WeibullKernel.statistics(shape, scale, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        WeibullKernel.logPdf(shape, scale, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        WeibullKernel.scores(shape, scale, statistics[0], statistics[1], gradient[0], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double cross = -ONE_LESS_EULER / scale;
        double ofShape = (PI_SQUARED_OVER_6 + ONE_LESS_EULER * ONE_LESS_EULER) / shape / shape;
        return new double[][] {{ofShape, cross}, {cross, shape / scale * (shape / scale)}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            WeibullKernel.statistics(shape, scale, x, hessian[0], hessian[1], offset + i, Math.min(Workspace.BLOCK, length - i));
        }
        hessian(hessian[0], hessian[1], hessian, offset, length);
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] statistics, double[][] hessian, int offset, int length) {
        requireHessianByStatistics(statistics, hessian, 3, offset, length);
        hessian(statistics[0], statistics[1], hessian, offset, length);
    }

    private void hessian(double[] logRatio, double[] power, double[][] hessian, int offset, int length) {
        double rate = 1 / scale;
        double ofShape = -1 / shape / shape;
        double slope = shape * rate * rate;
        for (int i = offset; i < offset + length; i++) {
            double w = logRatio[i];
            double r = power[i];
            hessian[0][i] = Fma.fma(-w * w, r, ofShape);
            hessian[1][i] = Fma.fma(shape * w, r, r - 1) * rate;
            hessian[2][i] = Fma.fma(-1 - shape, r, 1) * slope;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        return new WeibullMap(shape, scale);
    }

    @Override
    public int polynomialDegree() {
        return (int) Math.min(4, 2 * shape);
    }
}
