package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.NegativeBinomialKernel;
import io.github.scorelane.kernel.family.NegativeBinomialScore;
import io.github.scorelane.kernel.family.Sampler;
import io.github.scorelane.kernel.math.Log1p;

/**
 * The negative binomial distribution: k failures before the r-th success, where each trial succeeds with probability p. Its mass is
 * Γ(k + r)/(Γ(r)·k!)·p^r·(1 − p)^k at k = 0, 1, …, its parameters are r ("number of successes"), which need not be whole, and p
 * ("probability"). The mean is r·(1 − p)/p.
 *
 * <p>The scores are ψ(k + r) − ψ(r) + ln p and (r·(1 − p) − k·p)/(p·(1 − p)). With q = 1 − p, the Fisher information is
 * [[F, −1/p], [−1/p, r/(p²·q)]], where F = Σ_{j≥1} q^j·B(r, j)/j. The log mass of what is not a whole number of at least 0 is −∞,
 * its score without meaning.
 *
 * <p>Draws are looked up in a table, with probabilities to 2^-63, where it has no more than about 8,192 values; it is made, in
 * some microseconds, with the first draw. Else they are Poisson draws, whose means are gamma draws of shape r.
 */
public final class NegativeBinomial extends PreparedFamily
        implements HasFisherInformation, HasHessian, HasAtoms {
    /** The largest mean, 2^50: to draw, whole numbers that large have to be exact. */
    public static final double MAX_MEAN = 0x1p50;

    private static final ParameterList PARAMETERS =
            ParameterList.of(Parameter.positive("number of successes"), Parameter.probability("probability"));

    private final double successes;
    private final double probability;
    /** Whichever thread makes it, all its fields are final, and their arrays written before. */
    private NegativeBinomialScore score;

    private NegativeBinomial(double successes, double probability) {
        super(PARAMETERS, successes, probability);
        double mean = successes * (1 - probability) / probability;
        if (!(mean <= MAX_MEAN)) {
            throw new IllegalArgumentException("mean of number of successes and probability is above 2^50: " + successes
                    + " and " + probability);
        }
        this.successes = successes;
        this.probability = probability;
    }

    /**
     * A negative binomial distribution.
     *
     * @param successes r, finite and at least {@link Double#MIN_NORMAL}
     * @param probability p, strictly between 0 and 1; the mean is at most {@link #MAX_MEAN}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter, or the mean, is out of range
     */
    public static NegativeBinomial of(double successes, double probability) {
        return new NegativeBinomial(successes, probability);
    }

    @Override
    public NegativeBinomial withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        return new NegativeBinomial(parameters[0], parameters[1]);
    }

    @Override
    Sampler prepare() {
        return NegativeBinomialKernel.sampler(successes, probability);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        NegativeBinomialKernel.logPdf(successes, probability, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        NegativeBinomialScore ofSuccesses = score;
        if (ofSuccesses == null) {
            ofSuccesses = new NegativeBinomialScore(successes, probability);
            score = ofSuccesses;
        }
        ofSuccesses.score(x, gradient[0], offset, length);
        NegativeBinomialKernel.scoreOfProbability(successes, probability, x, gradient[1], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double q = 1 - probability;
        double both = -1 / probability;
        return new double[][] {{NegativeBinomialScore.information(successes, probability), both},
            {both, successes / (probability * probability * q)}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireRows("hessian", hessian, 3, offset, length);
        NegativeBinomialScore.derivative(successes, x, hessian[0], offset, length);
        double success = 1 / probability;
        double failure = 1 / (1 - probability);
        double atZero = -successes * success * success;
        double slope = -failure * failure;
        for (int i = offset; i < offset + length; i++) {
            hessian[1][i] = success;
            hessian[2][i] = Math.fma(x[i], slope, atZero);
        }
    }

    @Override
    public long[] atoms() {
        double q = 1 - probability;
        double mean = successes * q / probability;
        double below = AtomTails.deviation(mean / probability, 0);
        return AtomTails.range(mean, below, AtomTails.deviation(below, t -> exponent(mean, t)), Long.MAX_VALUE);
    }

    /** The exponent of Chernoff's bound of the probability of t and more above the mean, with k = mean + t. */
    private double exponent(double mean, double t) {
        double k = mean + t;
        double all = k + successes;
        return k * Log1p.log1p(probability * t / ((1 - probability) * all)) + successes * Log1p.log1p(-t / all);
    }
}
