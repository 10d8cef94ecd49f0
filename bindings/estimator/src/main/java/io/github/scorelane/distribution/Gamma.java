package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.GammaKernel;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.LogMinusDigamma;
import io.github.scorelane.kernel.math.Trigamma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The gamma distribution has the density x^(α−1)·exp(−x/θ)/(Γ(α)·θ^α) on x &gt; 0, and the parameters α ("shape") and θ
 * ("scale").
 *
 * <p>The scores are ln(x/θ) − ψ(α) and (x/θ − α)/θ, where ψ is the digamma function, and the Fisher information is
 * [[ψ′(α), 1/θ], [1/θ, α/θ²]]. Both scores keep their digits where α is large and x is near its mean αθ. A draw's statistic
 * is ln(x/(αθ)); it says more than the draw where α is small, as most draws are then below the least double, and so 0.
 *
 * <p>Draws are made by rejection from the cube of a normal variable, of which 63 bits are random. For α &lt; 1, a draw of
 * shape α + 1 is multiplied by u^(1/α), where u is uniform.
 *
 * <p>Source: G. Marsaglia, W. W. Tsang, <i>A simple method for generating gamma variables</i>, 2000.
 */
public final class Gamma extends Family implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("shape"), Parameter.positive("scale"));

    /**
     * The largest shape whose map has a power of x as its lower tail and an exponential as its upper one. Above it the
     * logarithm of x is near enough to logistic.
     */
    private static final double SMALL = 2;
    /**
     * The approximate standard deviation of v under the logarithmic map. It is less than that of a normal number,
     * {@link LogisticMap#NORMAL}, because the logarithm's lower tail is the longer one.
     */
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
     * Creates a gamma distribution.
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

    /**
     * Returns the degree for a gamma distribution of the given shape, which is that for an exponential distribution unless
     * the shape is so large that it is nearly normal.
     */
    static int polynomialDegree(double shape) {
        return shape < NEARLY_NORMAL ? LogisticMap.DEGREE_OF_EXPONENTIAL_TAIL : 4;
    }

    /**
     * Creates the map of a gamma distribution, which is like that of an exponential distribution where the shape is small,
     * and logarithmic where it is large.
     */
    static LogisticMap logisticMap(double shape, double scale, double logMinusDigamma) {
        return shape <= SMALL
                ? new ExponentiatedMap(shape, scale * Math.max(1, 0.8 + 0.2 * shape))
                : new LogMap(shape * scale, -logMinusDigamma, Math.min(shape, STEEPNESS * Math.sqrt(shape)));
    }
}
