package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.family.VonMisesKernel;
import io.github.scorelane.kernel.family.VonMisesMoments;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.math.Reduction;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The von Mises distribution of angles has the density exp(κ·cos(x − μ))/(2πI₀(κ)) on one turn of the circle, and the
 * parameters μ ("mean direction") and κ ("concentration"). I₀ and I₁ are modified Bessel functions.
 *
 * <p>With A = I₁(κ)/I₀(κ), the scores are κ·sin(x − μ) and cos(x − μ) − A; the Fisher information is diag(κA, 1 − A/κ − A²).
 * All are computed from sin(x − μ) and 1 − cos(x − μ), which are a draw's statistics as drawing has them, so that a large κ
 * costs no accuracy.
 *
 * <p>Angles are in radians. Draws lie between −π and π, μ may be any number, and densities and scores are periodic in both: μ
 * and μ + 2π give one distribution. Angles of more than 2^20 from μ have no density. Draws are made by rejection; each is a
 * function of 52 random bits that are accepted or drawn again.
 *
 * <p>Source: D. J. Best, N. I. Fisher, <i>Efficient simulation of the von Mises distribution</i>, 1979.
 */
public final class VonMises extends Family implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS =
            ParameterList.of(Parameter.real("mean direction"), Parameter.positive("concentration"));
    private static final double LARGEST_CONCENTRATION = 0x1p500;

    /** The mean direction between −π and π, rounded, and the rest that is to be added to it for its exact value. */
    private final double meanDirection;
    private final double rest;
    private final VonMisesMoments moments;

    private VonMises(double meanDirection, double concentration) {
        super(PARAMETERS, meanDirection, concentration);
        if (concentration > LARGEST_CONCENTRATION) {
            throw new IllegalArgumentException("concentration is too large, above 2^500: " + concentration);
        }
        Reduction reduced = Reduction.ofAngle(meanDirection);
        this.meanDirection = reduced.high();
        rest = reduced.low();
        moments = VonMisesMoments.of(concentration);
    }

    /**
     * Creates a von Mises distribution.
     *
     * @param meanDirection μ, finite
     * @param concentration κ, at least {@link Double#MIN_NORMAL} and at most 2^500
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static VonMises of(double meanDirection, double concentration) {
        return new VonMises(meanDirection, concentration);
    }

    @Override
    public VonMises withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    public int statistics() {
        return 2;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        VonMisesKernel.sample(meanDirection, moments.concentration(), stream, first, x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        VonMisesKernel.sample(meanDirection, moments.concentration(), stream, first, x, statistics[0], statistics[1], offset,
                length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        VonMisesKernel.statistics(meanDirection, rest, x, statistics[0], statistics[1], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        VonMisesKernel.logPdf(meanDirection, rest, moments, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        VonMisesKernel.gradLogPdf(moments, statistics[0], statistics[1], gradient[0], gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double concentration = moments.concentration();
        return new double[][] {{concentration * moments.meanCosine(), 0}, {0, moments.varianceOfCosine()}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            int from = offset + i;
            int n = Math.min(Workspace.BLOCK, length - i);
            VonMisesKernel.statistics(meanDirection, rest, x, hessian[1], hessian[2], from, n);
            hessian(hessian[1], hessian[2], hessian, from, n);
        }
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] statistics, double[][] hessian, int offset, int length) {
        requireHessianByStatistics(statistics, hessian, 3, offset, length);
        hessian(statistics[0], statistics[1], hessian, offset, length);
    }

    private void hessian(double[] sine, double[] versine, double[][] hessian, int offset, int length) {
        double concentration = moments.concentration();
        double ofConcentration = -moments.varianceOfCosine();
        for (int i = offset; i < offset + length; i++) {
            hessian[0][i] = Fma.fma(concentration, versine[i], -concentration);
            hessian[1][i] = sine[i];
            hessian[2][i] = ofConcentration;
        }
    }

    @Override
    LogisticMap newLogisticMap() {
        // The standard deviation is that of a normal angle with the same mean cosine, and at most π/√3, which is that of a
        // uniform angle as well as that of a logistic number.
        double deviation = Math.sqrt(-2 * Log1p.log1p(-moments.meanVersine()));
        return new CircleMap(meanDirection, Math.min(deviation, LogisticMap.DEVIATION));
    }

    /**
     * Returns 0: polynomials in the angle are not fitted, because angles jump at ±π, which may lie anywhere relative to the
     * mean direction.
     */
    @Override
    public int polynomialDegree() {
        return 0;
    }
}
