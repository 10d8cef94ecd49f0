package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.GumbelKernel;
import io.github.scorelane.kernel.family.ScaledNumber;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The Gumbel distribution, that of maxima, has the density exp(−z − exp(−z))/β, where z = (x − μ)/β, and the parameters μ
 * ("location") and β ("scale").
 *
 * <p>With e = exp(−z), the scores are (1 − e)/β and (z·(1 − e) − 1)/β. With γ Euler's constant, the Fisher information is
 * [[1, γ − 1], [γ − 1, π²/6 + (1 − γ)²]]/β².
 *
 * <p>Draws are quantiles of uniforms of 52 bits, and reach from −3.6 to 36.7 scales. A draw's statistics are its z and e.
 */
public final class Gumbel extends InvertibleFamily implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS =
            ParameterList.of(Parameter.real("location"), Parameter.positive("scale"));
    private static final double ONE_LESS_EULER = 0.42278433509846714;
    private static final double PI_SQUARED_OVER_6 = 1.6449340668482264;

    private final double location;
    private final double scale;

    private Gumbel(double location, double scale) {
        super(PARAMETERS, location, scale);
        this.location = location;
        this.scale = scale;
    }

    /**
     * Creates a Gumbel distribution.
     *
     * @param location μ, the mode, finite
     * @param scale β, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static Gumbel of(double location, double scale) {
        return new Gumbel(location, scale);
    }

    @Override
    public Gumbel withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    public int statistics() {
        return 2;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        GumbelKernel.sample(location, scale, stream, first, x, x, x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        GumbelKernel.sample(location, scale, stream, first, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        GumbelKernel.quantile(location, scale, x, x, x, offset, length);
    }

    @Override
    void invert(double[] x, double[][] statistics, int offset, int length) {
        GumbelKernel.quantile(location, scale, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        GumbelKernel.statistics(location, scale, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        GumbelKernel.logPdf(location, scale, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        GumbelKernel.scores(scale, statistics[0], statistics[1], gradient[0], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double precision = 1 / scale / scale;
        double cross = -ONE_LESS_EULER * precision;
        double ofScale = (PI_SQUARED_OVER_6 + ONE_LESS_EULER * ONE_LESS_EULER) * precision;
        return new double[][] {{precision, cross}, {cross, ofScale}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        GumbelKernel.statistics(location, scale, x, hessian[0], hessian[1], offset, length);
        hessian(hessian[0], hessian[1], hessian, offset, length);
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] statistics, double[][] hessian, int offset, int length) {
        requireHessianByStatistics(statistics, hessian, 3, offset, length);
        hessian(statistics[0], statistics[1], hessian, offset, length);
    }

    private void hessian(double[] standard, double[] exponential, double[][] hessian, int offset, int length) {
        ScaledNumber parts = ScaledNumber.of(scale);
        double precision = 1 / parts.mantissa() / parts.mantissa();
        double unit = 1 / parts.unit();
        for (int i = offset; i < offset + length; i++) {
            double z = standard[i];
            double e = exponential[i];
            hessian[0][i] = -e * precision * unit * unit;
            hessian[1][i] = (Fma.fma(-z, e, e) - 1) * precision * unit * unit;
            hessian[2][i] = Fma.fma(-z, Fma.fma(z, e, 2 * (1 - e)), 1) * precision * unit * unit;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        return new AffineMap(Fma.fma(LogisticMap.GUMBEL_MEDIAN, scale, location), scale, 1);
    }

    @Override
    public int polynomialDegree() {
        return LogisticMap.DEGREE_OF_EXPONENTIAL_TAIL;
    }
}
