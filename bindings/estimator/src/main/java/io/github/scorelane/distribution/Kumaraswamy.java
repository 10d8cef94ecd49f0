package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.family.KumaraswamyKernel;
import io.github.scorelane.kernel.math.DigammaQuotient;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Trigamma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The Kumaraswamy distribution has the density ab·x^(a − 1)·(1 − xᵃ)^(b − 1) on 0 ≤ x ≤ 1, and the parameters a and b. It is
 * much like a beta distribution, but its distribution function has a closed form, 1 − (1 − xᵃ)ᵇ.
 *
 * <p>With y = xᵃ, l = ln y, k = ln(1 − y) and h = l·y/(1 − y), the scores are (1 + l − (b − 1)·h)/a and 1/b + k. With ψ the
 * digamma function and c = (ψ(b) − ψ(2))² + ψ′(2) − ψ′(b), the Fisher information is [[(1 + c·b/(b − 2))/a², F], [F, 1/b²]],
 * where F = (ψ(2) − ψ(b + 1))/((b − 1)·a). Outside the support the log density is −∞, and scores are not specified; at 0 and
 * 1 they are those of the nearest double inside.
 *
 * <p>Draws are quantiles of uniforms of 52 bits. A draw's statistics are its l, k and h, from which scores are exact even
 * where x rounds to 0 or 1.
 *
 * <p>Source: P. Kumaraswamy, <i>A generalized probability density function for double-bounded random processes</i>, 1980.
 */
public final class Kumaraswamy extends InvertibleFamily implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("a"), Parameter.positive("b"));

    private final double a;
    private final double b;

    private Kumaraswamy(double a, double b) {
        super(PARAMETERS, a, b);
        this.a = a;
        this.b = b;
    }

    /**
     * Creates a Kumaraswamy distribution.
     *
     * @param a a, finite and at least {@link Double#MIN_NORMAL}
     * @param b b, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static Kumaraswamy of(double a, double b) {
        return new Kumaraswamy(a, b);
    }

    @Override
    public Kumaraswamy withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    public int statistics() {
        return 3;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        KumaraswamyKernel.sample(a, b, stream, first, x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        KumaraswamyKernel.sample(a, b, stream, first, x, statistics[0], statistics[1], statistics[2], offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        KumaraswamyKernel.quantile(a, b, x, offset, length);
    }

    @Override
    void invert(double[] x, double[][] statistics, int offset, int length) {
        KumaraswamyKernel.quantile(a, b, x, statistics[0], statistics[1], statistics[2], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        KumaraswamyKernel.statistics(a, x, statistics[0], statistics[1], statistics[2], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        KumaraswamyKernel.logPdf(a, b, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        KumaraswamyKernel.scores(a, b, statistics[0], statistics[1], statistics[2], gradient[0], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double cross = -DigammaQuotient.of(2, b - 1) / a;
        return new double[][] {{informationOfA(b) / a / a, cross}, {cross, 1 / b / b}};
    }

    /**
     * Returns the Fisher information of a where a is 1. It is 1 + (b − 2)·s·b·s + b·t, where s and t are the difference
     * quotients of digamma and of −trigamma from 2 to b. Nothing cancels in it for b of at least 1. For smaller b it falls to
     * 0 in proportion to b, so that factor is taken out first, and the quotients are taken from 1 to 1 + b.
     */
    private static double informationOfA(double b) {
        if (b < 1) {
            double quotient = DigammaQuotient.of(1, b);
            double difference = b * quotient;
            return b * (1 - 2 * quotient + difference * (difference - 2) + Trigamma.difference(1, b)) / (b - 2);
        }
        double quotient = DigammaQuotient.of(2, b - 2);
        return 1 + ((b - 2) * quotient * (b * quotient) + b * Trigamma.quotient(2, b - 2));
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        for (int done = 0; done < length; done += Math.min(Workspace.BLOCK, length - done)) {
            int from = offset + done;
            int n = Math.min(Workspace.BLOCK, length - done);
            KumaraswamyKernel.statistics(a, x, hessian[0], hessian[2], hessian[1], from, n);
            hessian(hessian[0], hessian[1], hessian, from, n);
        }
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] statistics, double[][] hessian, int offset, int length) {
        requireHessianByStatistics(statistics, hessian, 3, offset, length);
        hessian(statistics[0], statistics[2], hessian, offset, length);
    }

    private void hessian(double[] logPower, double[] slope, double[][] hessian, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            double h = slope[i];
            hessian[0][i] = -Fma.fma((b - 1) * h, h + logPower[i], 1) / a / a;
            hessian[1][i] = -h / a;
            hessian[2][i] = -1 / b / b;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        return new KumaraswamyMap(a, b, 0);
    }
}
