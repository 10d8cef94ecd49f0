package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.GammaKernel;
import io.github.scorelane.kernel.family.InverseGammaKernel;
import io.github.scorelane.kernel.math.LogMinusDigamma;
import io.github.scorelane.kernel.math.Trigamma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The inverse gamma distribution has the density β^α·x^(−α−1)·exp(−β/x)/Γ(α) on x &gt; 0, and the parameters α ("shape") and
 * β ("scale"). It is the distribution of β/y, where y has the {@link Gamma} distribution of shape α and scale 1.
 *
 * <p>The scores are ln(β/x) − ψ(α) and (α − β/x)/β, where ψ is the digamma function, and the Fisher information is
 * [[ψ′(α), −1/β], [−1/β, α/β²]]. A draw's statistics are ln(β/(αx)) and α − β/x; they are right even where α is so small that
 * y rounds to 0 and x is infinite.
 */
public final class InverseGamma extends Family implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("shape"), Parameter.positive("scale"));

    private final double shape;
    private final double scale;
    private final double logMinusDigamma;

    private InverseGamma(double shape, double scale) {
        super(PARAMETERS, shape, scale);
        this.shape = shape;
        this.scale = scale;
        logMinusDigamma = LogMinusDigamma.of(shape);
    }

    /**
     * Creates an inverse gamma distribution.
     *
     * @param shape α, finite and at least {@link Double#MIN_NORMAL}
     * @param scale β, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static InverseGamma of(double shape, double scale) {
        return new InverseGamma(shape, scale);
    }

    @Override
    public InverseGamma withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    public int statistics() {
        return 2;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        InverseGammaKernel.sample(shape, scale, stream, first, x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        InverseGammaKernel.sample(shape, scale, stream, first, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        InverseGammaKernel.statistics(shape, scale, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        InverseGammaKernel.logPdf(shape, scale, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        GammaKernel.scoreOfShape(logMinusDigamma, statistics[0], gradient[0], offset, length);
        InverseGammaKernel.scoreOfScale(scale, statistics[1], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{Trigamma.value(shape), -1 / scale}, {-1 / scale, shape / scale / scale}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        double inverse = 1 / scale;
        double byShape = -Trigamma.value(shape);
        double byScale = -shape * inverse * inverse;
        for (int i = offset; i < offset + length; i++) {
            hessian[0][i] = byShape;
            hessian[1][i] = inverse;
            hessian[2][i] = byScale;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        return new ReciprocalMap(Gamma.logisticMap(shape, 1, logMinusDigamma), scale, false);
    }

    @Override
    public int polynomialDegree() {
        return LogisticMap.degreeOfPowerTail(shape);
    }
}
