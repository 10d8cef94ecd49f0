package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.DispersedCountKernel;
import io.github.scorelane.kernel.family.Sampler;

/**
 * The negative binomial distribution with its mean μ ("mean") and dispersion α ("dispersion") as parameters, as regressions
 * of counts have it. Its variance is μ + α·μ². It is the {@link NegativeBinomial} distribution of 1/α successes of
 * probability p = 1/(1 + α·μ). As α falls to 0 it becomes {@link Poisson}, and its scores are as exact there as elsewhere.
 *
 * <p>The score of μ is (k − μ)·p/μ. The score of α is α⁻²·(ln(1 + α·μ) + ψ(1/α) − ψ(k + 1/α) + α·p·(k − μ)), where ψ is the
 * digamma function, and ((k − μ)² − k)/2 in the limit of α = 0. The Fisher information is diagonal: p/μ for μ, and
 * α⁻⁴·Σ_{j≥2} (1 − p)^j·B(1/α, j)/j for α, which is μ²/2 in the limit. Elsewhere than at whole numbers from 0 on the log mass
 * is −∞, and the scores have no meaning.
 *
 * <p>Draws are those of {@link NegativeBinomial}.
 *
 * <p>Source: A. C. Cameron, P. K. Trivedi, <i>Regression analysis of count data</i>, 1998, 3.3.1, where it is called NB2.
 */
public final class NegativeBinomialOfMean extends PreparedFamily
        implements HasFisherInformation, HasAtoms {
    /** The largest mean, 2^50. Drawing needs whole numbers of that size to be exact doubles. */
    public static final double MAX_MEAN = 0x1p50;

    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("mean"), Parameter.positive("dispersion"));
    private static final double MAX_PRODUCT = 1e300;

    private final double mean;
    private final double dispersion;
    private final DispersedCountKernel kernel;

    private NegativeBinomialOfMean(double mean, double dispersion) {
        super(PARAMETERS, mean, dispersion);
        if (mean > MAX_MEAN) {
            throw new IllegalArgumentException("mean is above 2^50: " + mean);
        }
        if (mean * dispersion > MAX_PRODUCT) {
            throw new IllegalArgumentException("product of mean and dispersion is above " + MAX_PRODUCT + ": " + mean + " and "
                    + dispersion);
        }
        this.mean = mean;
        this.dispersion = dispersion;
        kernel = new DispersedCountKernel(mean, dispersion);
    }

    /**
     * Creates a negative binomial distribution with a given mean and dispersion.
     *
     * @param mean μ, at least {@link Double#MIN_NORMAL} and at most {@link #MAX_MEAN}
     * @param dispersion α, finite and at least {@link Double#MIN_NORMAL}; its product with the mean is at most 1e300
     * @return the distribution
     * @throws IllegalArgumentException if a parameter, or the product, is out of range
     */
    public static NegativeBinomialOfMean of(double mean, double dispersion) {
        return new NegativeBinomialOfMean(mean, dispersion);
    }

    @Override
    public NegativeBinomialOfMean withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return of(parameters[0], parameters[1]);
    }

    @Override
    Sampler prepare() {
        return kernel.sampler();
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        kernel.logPdf(x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        kernel.scoresOfMean(x, gradient[0], offset, length);
        kernel.scoresOfDispersion(x, gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{kernel.trial().p() / mean, 0}, {0, kernel.information()}};
    }

    @Override
    public long[] atoms() {
        return NegativeBinomial.atoms(1 / dispersion, kernel.trial().p(), kernel.trial().q());
    }
}
