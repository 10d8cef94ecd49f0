package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.GammaKernel;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.LogMinusDigamma;
import io.github.scorelane.kernel.math.Trigamma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The gamma distribution, with density x^(α−1)·exp(−x/θ)/(Γ(α)·θ^α) on x &gt; 0, and parameters α ("shape") and θ ("scale").
 *
 * <p>The scores are ln(x/θ) − ψ(α) and (x/θ − α)/θ, the Fisher information is [[ψ′(α), 1/θ], [1/θ, α/θ²]]. Both scores keep
 * their digits where α is large, and x next to αθ. A draw's statistic is ln(x/(αθ)): where α is small, draws themselves are
 * below the least double, and so 0.
 *
 * <p>Draws are by rejection from a normal variable's cube (G. Marsaglia, W. W. Tsang, 2000), of which 63 bits are random; for
 * α &lt; 1 one of shape α + 1 times u^(1/α).
 */
public final class Gamma extends Family implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("shape"), Parameter.positive("scale"));

    /** Up to this shape the lower tail is a power, and the upper one an exponential of x, in the map too. */
    private static final double SMALL = 2;
    /** A standard deviation in the map, about: less than a normal one's, as the lower tail is the longer one there. */
    private static final double STEEPNESS = 1.6;
    private static final double NEARLY_NORMAL = 10;

    private final double shape;
    private final double scale;
    private final double logMinusDigamma;

    private Gamma(double shape, double scale) {
        super(PARAMETERS, shape, scale);
        this.shape = shape;
        this.scale = scale;
        logMinusDigamma = LogMinusDigamma.of(shape);
    }

    /**
     * A gamma distribution.
     *
     * @param shape α, finite and at least {@link Double#MIN_NORMAL}
     * @param scale θ, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static Gamma of(double shape, double scale) {
        return new Gamma(shape, scale);
    }

    @Override
    public Gamma withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    public int statistics() {
        return 1;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        GammaKernel.sample(shape, scale, stream, first, x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        GammaKernel.sample(shape, scale, stream, first, x, statistics[0], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        GammaKernel.logRatios(shape, scale, x, statistics[0], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        GammaKernel.logPdf(shape, scale, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        GammaKernel.scoreOfShape(logMinusDigamma, statistics[0], gradient[0], offset, length);
        GammaKernel.scoreOfScale(shape, scale, x, gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{Trigamma.value(shape), 1 / scale}, {1 / scale, shape / scale / scale}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        double inverse = 1 / scale;
        double byShape = -Trigamma.value(shape);
        for (int i = offset; i < offset + length; i++) {
            hessian[0][i] = byShape;
            hessian[1][i] = -inverse;
            hessian[2][i] = Fma.fma(-2 * inverse, x[i], shape) * inverse * inverse;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        return logisticMap(shape, scale, logMinusDigamma);
    }

    @Override
    public int polynomialDegree() {
        return polynomialDegree(shape);
    }

    /** The degree for a gamma distribution: as for an exponential one, unless it is nearly normal. */
    static int polynomialDegree(double shape) {
        return shape < NEARLY_NORMAL ? LogisticMap.DEGREE_OF_EXPONENTIAL_TAIL : 4;
    }

    /** The map of a gamma distribution: as of an exponential one where the shape is small, logarithmic where it is large. */
    static LogisticMap logisticMap(double shape, double scale, double logMinusDigamma) {
        return shape <= SMALL
                ? new ExponentiatedMap(shape, scale * Math.max(1, 0.8 + 0.2 * shape))
                : new LogMap(shape * scale, -logMinusDigamma, Math.min(shape, STEEPNESS * Math.sqrt(shape)));
    }
}
