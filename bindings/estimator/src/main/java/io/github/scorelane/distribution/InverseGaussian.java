package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.InverseGaussianKernel;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The inverse Gaussian (Wald) distribution has the density √(λ/2πx³)·exp(−λ(x − μ)²/(2μ²x)) on x &gt; 0, and the parameters μ
 * ("mean") and λ ("shape").
 *
 * <p>The scores are λ(x − μ)/μ³ and 1/2λ − (x − μ)²/(2μ²x); the Fisher information is diag(λ/μ³, 1/2λ²).
 *
 * <p>A draw is made of a normal draw and a uniform of 52 bits. Its statistics are x/μ − 1 and λ(x − μ)²/(μ²x), as drawing has
 * them; where μ/λ is small, x itself is rounded too coarsely to determine them.
 *
 * <p>Source: J. R. Michael, W. R. Schucany, R. W. Haas, <i>Generating random variates using transformations with multiple
 * roots</i>, 1976.
 */
public final class InverseGaussian extends Family implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("mean"), Parameter.positive("shape"));

    /**
     * The least ratio of shape to mean for which √(x/μ) − √(μ/x) is taken to be nearly normal. Below it, √(λ/x) is nearly
     * half-normal.
     */
    private static final double LEAST_NORMAL = 0.3;

    private final double mean;
    private final double shape;

    private InverseGaussian(double mean, double shape) {
        super(PARAMETERS, mean, shape);
        this.mean = mean;
        this.shape = shape;
    }

    /**
     * Creates an inverse Gaussian distribution.
     *
     * @param mean μ, finite and at least {@link Double#MIN_NORMAL}
     * @param shape λ, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static InverseGaussian of(double mean, double shape) {
        return new InverseGaussian(mean, shape);
    }

    @Override
    public InverseGaussian withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    public int statistics() {
        return 2;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        InverseGaussianKernel.sample(mean, shape, stream, first, x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        InverseGaussianKernel.sample(mean, shape, stream, first, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        InverseGaussianKernel.statistics(mean, shape, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        InverseGaussianKernel.logPdf(mean, shape, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        InverseGaussianKernel.gradLogPdf(mean, shape, statistics[0], statistics[1], gradient[0], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{shape / mean / mean / mean, 0}, {0, 0.5 / shape / shape}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        double scale = 1 / mean;
        for (int i = offset; i < offset + length; i++) {
            hessian[1][i] = (x[i] - mean) * scale;
        }
        hessian(hessian[1], hessian, offset, length);
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] statistics, double[][] hessian, int offset, int length) {
        requireHessianByStatistics(statistics, hessian, 3, offset, length);
        hessian(statistics[0], hessian, offset, length);
    }

    private void hessian(double[] deviation, double[][] hessian, int offset, int length) {
        double scale = 1 / mean;
        double slope = shape * scale * scale * scale;
        double ofShape = -0.5 / shape / shape;
        for (int i = offset; i < offset + length; i++) {
            double d = deviation[i];
            hessian[0][i] = Fma.fma(-3, d, -1) * slope;
            hessian[1][i] = d * scale * scale;
            hessian[2][i] = ofShape;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        double ratio = shape / mean;
        return ratio >= LEAST_NORMAL
                ? new SinhLogMap(mean, LogisticMap.NORMAL * Math.sqrt(ratio))
                : new ReciprocalMap(HalfNormal.logisticMap(1), shape, true);
    }

    @Override
    public int polynomialDegree() {
        return shape >= 30 * mean ? 4 : shape >= 4 * mean ? 2 : 0;
    }
}
