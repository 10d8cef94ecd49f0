package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.family.LogNormalKernel;
import io.github.scorelane.kernel.family.ScaledNumber;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Reduction;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The log-normal distribution is that of an x for which ln x is normal with mean μ ("mu") and standard deviation σ ("sigma").
 * It has the density exp(−z²/2)/(x·σ·√(2π)) on x &gt; 0, where z = (ln x − μ)/σ.
 *
 * <p>The scores are z/σ and (z² − 1)/σ; the Fisher information is diag(1/σ², 2/σ²). Outside the support the log density is −∞, and
 * scores are not specified.
 *
 * <p>A draw is the exponential of a draw of {@link Normal}, and its statistic is z.
 */
public final class LogNormal extends InvertibleFamily
        implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.real("mu"), Parameter.positive("sigma"));

    private final double mu;
    private final double sigma;
    /**
     * The reduced median, about which points of a narrow distribution are standardised, as ln x − μ would cancel; null where
     * the distribution is not narrow.
     */
    private final Reduction median;

    private LogNormal(double mu, double sigma) {
        super(PARAMETERS, mu, sigma);
        this.mu = mu;
        this.sigma = sigma;
        median = LogNormalKernel.median(mu, sigma);
    }

    /**
     * Creates a log-normal distribution.
     *
     * @param mu μ, the mean of ln x, finite
     * @param sigma σ, the standard deviation of ln x, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static LogNormal of(double mu, double sigma) {
        return new LogNormal(mu, sigma);
    }

    @Override
    public LogNormal withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    public int statistics() {
        return 1;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        LogNormalKernel.sample(mu, sigma, stream, first, x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        LogNormalKernel.sample(mu, sigma, stream, first, x, statistics[0], offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        LogNormalKernel.quantile(mu, sigma, x, x, offset, length);
    }

    @Override
    void invert(double[] x, double[][] statistics, int offset, int length) {
        LogNormalKernel.quantile(mu, sigma, x, statistics[0], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        LogNormalKernel.standardise(mu, sigma, median, x, statistics[0], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        LogNormalKernel.logPdf(mu, sigma, median, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        LogNormalKernel.scores(sigma, statistics[0], gradient[0], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double precision = 1 / sigma / sigma;
        return new double[][] {{precision, 0}, {0, 2 * precision}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            LogNormalKernel.standardise(mu, sigma, median, x, hessian[1], offset + i, Math.min(Workspace.BLOCK, length - i));
        }
        hessian(hessian[1], hessian, offset, length);
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] statistics, double[][] hessian, int offset, int length) {
        requireHessianByStatistics(statistics, hessian, 3, offset, length);
        hessian(statistics[0], hessian, offset, length);
    }

    private void hessian(double[] standard, double[][] hessian, int offset, int length) {
        double scale = 1 / sigma;
        ScaledNumber rate = ScaledNumber.of(scale);
        double precision = rate.mantissa() * rate.mantissa();
        double unit = rate.unit();
        for (int i = offset; i < offset + length; i++) {
            double z = standard[i];
            hessian[0][i] = -precision * unit * unit;
            hessian[1][i] = -2 * z * precision * unit * unit;
            hessian[2][i] = Fma.fma(-3 * z, z, 1) * precision * unit * unit;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        return new LogMap(1, mu, LogisticMap.NORMAL / sigma);
    }

    @Override
    public int polynomialDegree() {
        return (int) Math.min(4, 0.5 / sigma);
    }
}
