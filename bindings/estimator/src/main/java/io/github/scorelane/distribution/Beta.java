package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.BetaKernel;
import io.github.scorelane.kernel.family.GammaKernel;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.LogGamma;
import io.github.scorelane.kernel.math.LogMinusDigamma;
import io.github.scorelane.kernel.math.Trigamma;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * The beta distribution has the density x^(α−1)·(1 − x)^(β−1)/B(α, β) on 0 &lt; x &lt; 1, and the parameters α ("alpha") and
 * β ("beta").
 *
 * <p>The scores are ln x − ψ(α) + ψ(α + β) and ln(1 − x) − ψ(β) + ψ(α + β), where ψ is the digamma function. The Fisher
 * information is [[ψ′(α) − ψ′(α + β), −ψ′(α + β)], [−ψ′(α + β), ψ′(β) − ψ′(α + β)]]. Scores keep their digits where the
 * shapes are large. A draw's statistics are ln(x·s/α) and ln((1 − x)·s/β), where s = α + β: the logarithms of x and of 1 − x
 * relative to their means. They are right even where x rounds to 0 or 1.
 *
 * <p>A draw is g/(g + h), where g and h are gamma draws as {@link Gamma} makes them, from the first two substreams. Where a
 * shape is below 1, it is made of their logarithms, which do not underflow.
 */
public final class Beta extends Family implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("alpha"), Parameter.positive("beta"));

    private final double alpha;
    private final double beta;
    private final double constantOfAlpha;
    private final double constantOfBeta;

    private Beta(double alpha, double beta) {
        super(PARAMETERS, alpha, beta);
        this.alpha = alpha;
        this.beta = beta;
        constantOfAlpha = LogMinusDigamma.difference(alpha, beta);
        constantOfBeta = LogMinusDigamma.difference(beta, alpha);
    }

    /**
     * Creates a beta distribution.
     *
     * @param alpha α, finite and at least {@link Double#MIN_NORMAL}
     * @param beta β, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static Beta of(double alpha, double beta) {
        return new Beta(alpha, beta);
    }

    @Override
    public Beta withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    public int statistics() {
        return 2;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        BetaKernel.sample(alpha, beta, stream, first, x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        BetaKernel.sample(alpha, beta, stream, first, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        BetaKernel.statistics(alpha, beta, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        BetaKernel.logPdf(alpha, beta, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        GammaKernel.scoreOfShape(constantOfAlpha, statistics[0], gradient[0], offset, length);
        GammaKernel.scoreOfShape(constantOfBeta, statistics[1], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double both = -Trigamma.value(alpha + beta);
        return new double[][] {{Trigamma.difference(alpha, beta), both}, {both, Trigamma.difference(beta, alpha)}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        double[][] information = fisherInformation();
        Arrays.fill(hessian[0], offset, offset + length, -information[0][0]);
        Arrays.fill(hessian[1], offset, offset + length, -information[0][1]);
        Arrays.fill(hessian[2], offset, offset + length, -information[1][1]);
    }

    @Override
    LogisticMap newLogisticMap() {
        double least = Math.min(alpha, beta);
        double most = Math.max(alpha, beta);
        if (least >= 1) {
            double deviation = Math.sqrt(Trigamma.value(alpha) + Trigamma.value(beta));
            double centre = Log.log(alpha) - Log.log(beta) - (constantOfAlpha - constantOfBeta);
            return new LogitMap(centre, Math.min(least, LogisticMap.DEVIATION / deviation));
        }
        // A logit does not follow a tail of a small shape, so the map is a Kumaraswamy distribution's. Its distribution
        // function is the same power of x next to 0 as the beta distribution's, and is no steeper next to 1; the shift shares
        // the remaining difference between both tails.
        double logBeta = LogGamma.logGamma(least) + LogGamma.logGamma(most) - LogGamma.logGamma(least + most);
        double logLeast = Log.log(least);
        double power = Math.min(most, Exp.exp(-logBeta) / least);
        double logPower = Log.log(power);
        double excessNearZero = logPower + logLeast + logBeta;
        double excessNearOne = power < most ? 0 : -(most * logLeast + logPower + logBeta);
        LogisticMap map = new KumaraswamyMap(least, power, -0.5 * (excessNearZero + excessNearOne));
        return alpha <= beta ? map : new ReflectedMap(map);
    }
}
