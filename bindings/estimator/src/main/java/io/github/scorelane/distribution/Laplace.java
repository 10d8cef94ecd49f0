package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.LaplaceKernel;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The Laplace distribution has the density exp(−|x − μ|/b)/(2b), and the parameters μ ("location") and b ("scale").
 *
 * <p>With z = (x − μ)/b, the scores are sign(z)/b and (|z| − 1)/b; the Fisher information is diag(1/b², 1/b²). The score of μ
 * is 0 at μ itself, where log p has no derivative.
 *
 * <p>Draws are quantiles of uniforms of 52 bits, and reach to 36.04 scales on either side.
 */
public final class Laplace extends InvertibleFamily implements HasFisherInformation, LogisticByMap {
    private static final ParameterList PARAMETERS =
            ParameterList.of(Parameter.real("location"), Parameter.positive("scale"));

    private final double location;
    private final double scale;

    private Laplace(double location, double scale) {
        super(PARAMETERS, location, scale);
        this.location = location;
        this.scale = scale;
    }

    /**
     * Creates a Laplace distribution.
     *
     * @param location μ, finite
     * @param scale b, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static Laplace of(double location, double scale) {
        return new Laplace(location, scale);
    }

    @Override
    public Laplace withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        LaplaceKernel.sample(location, scale, stream, first, x, offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        LaplaceKernel.quantile(location, scale, x, offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        LaplaceKernel.logPdf(location, scale, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        LaplaceKernel.scores(location, scale, x, gradient[0], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double precision = 1 / scale / scale;
        return new double[][] {{precision, 0}, {0, precision}};
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
