package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.BinomialKernel;
import io.github.scorelane.kernel.family.Sampler;

/**
 * The binomial distribution: of n trials, a fixed number, k succeed, with mass C(n, k)·p^k·(1 − p)^(n − k) at k = 0, …, n,
 * and the parameter p ("probability").
 *
 * <p>The score is (k − n·p)/(p·(1 − p)), the Fisher information n/(p·(1 − p)). The log mass of what is not a whole number from 0
 * to n is −∞, its score without meaning.
 *
 * <p>Draws of variances up to 2,500 are looked up in a table, with probabilities to 2^-63; the table is made, in some
 * microseconds, with the first draw. Larger variances are drawn by Hörmann's transformed rejection (1993).
 */
public final class Binomial extends PreparedFamily implements HasFisherInformation, HasHessian, HasAtoms {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.probability("probability"));

    private final int trials;
    private final double probability;

    private Binomial(int trials, double probability) {
        super(PARAMETERS, probability);
        if (trials < 0) {
            throw new IllegalArgumentException("number of trials is negative: " + trials);
        }
        this.trials = trials;
        this.probability = probability;
    }

    /**
     * A binomial distribution.
     *
     * @param trials n, at least 0
     * @param probability p, strictly between 0 and 1
     * @return the distribution
     * @throws IllegalArgumentException if one is out of range
     */
    public static Binomial of(int trials, double probability) {
        return new Binomial(trials, probability);
    }

    /**
     * The number of trials.
     *
     * @return n
     */
    public int trials() {
        return trials;
    }

    @Override
    public Binomial withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 1);
        return new Binomial(trials, parameters[0]);
    }

    @Override
    Sampler prepare() {
        return BinomialKernel.sampler(trials, probability, 1 - probability);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        BinomialKernel.logPdf(trials, probability, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        BinomialKernel.scoreOfProbability(trials, probability, x, gradient[0], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{trials / (probability * (1 - probability))}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireRows("hessian", hessian, 1, offset, length);
        double success = 1 / probability;
        double failure = 1 / (1 - probability);
        for (int i = offset; i < offset + length; i++) {
            hessian[0][i] = -(x[i] * success * success + (trials - x[i]) * failure * failure);
        }
    }

    @Override
    public String toString() {
        return "Binomial(trials=" + trials + ", probability=" + probability + ")";
    }

    @Override
    public long[] atoms() {
        double mean = trials * probability;
        double variance = mean * (1 - probability);
        return AtomTails.range(mean, AtomTails.deviation(variance, probability), AtomTails.deviation(variance, 1 - probability),
                trials);
    }
}
