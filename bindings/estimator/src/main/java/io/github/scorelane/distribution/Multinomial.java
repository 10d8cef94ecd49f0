package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.family.MultinomialKernel;
import io.github.scorelane.kernel.family.MultinomialSampler;
import io.github.scorelane.kernel.family.Softmax;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The multinomial distribution is that of the numbers of trials, among n, that have each of K values, where n is fixed and a
 * trial has value k with probability π_k = exp θ_k/Σ exp θ_j. A sample is K counts with the sum n. The parameters are the
 * logits θ_k, "logit[0]", "logit[1]" …; a number added to all of them changes nothing.
 *
 * <p>The score of θ_k is x_k − n·π_k, and the Fisher information is n·(diag(π) − ππᵀ). Where a point is not K counts with the
 * sum n, the log mass is −∞, and the scores have no meaning.
 *
 * <p>Few trials are drawn one by one and counted. Many trials are drawn value by value: each count is a binomial draw, given
 * the counts before it.
 */
public final class Multinomial implements MultivariateDistribution, HasFisherInformation, HasVectorHessian, Serializable {
    /** The largest number of values. */
    public static final int MAX_VALUES = Categorical.MAX_VALUES;

    private static final int SHOWN = 16;

    private final int trials;
    private final double[] logits;
    private final ParameterList parameters;
    private final Softmax softmax;
    /**
     * The prepared sampler, or null before the first draw. Threads may race to make it without a lock: whichever wins, it
     * draws the same, and all its fields are final.
     */
    private transient MultinomialSampler sampler;

    private Multinomial(int trials, double[] logits) {
        if (trials < 0) {
            throw new IllegalArgumentException("number of trials is negative: " + trials);
        }
        this.trials = trials;
        this.logits = logits;
        parameters = ParameterList.maskableLogits(logits.length);
        parameters.require(logits);
        softmax = new Softmax(logits);
    }

    /**
     * Creates a multinomial distribution of given probabilities.
     *
     * @param trials n, at least 0; with 0, all counts and all scores are 0
     * @param probabilities probability of each value, or numbers in proportion to these: 2 to {@value #MAX_VALUES}, finite
     *     and strictly positive; their logarithms are the logits
     * @return the distribution
     * @throws IllegalArgumentException if there are too few or too many, or one is out of range
     */
    public static Multinomial of(int trials, double... probabilities) {
        return new Multinomial(trials, Categorical.logitsOf(probabilities));
    }

    /**
     * Creates a multinomial distribution of given logits.
     *
     * @param trials n, at least 0; with 0, all counts and all scores are 0
     * @param logits θ, 2 to {@value #MAX_VALUES}, each finite or −∞, and at least one finite; copied. A logit of −∞ masks
     * its value:
     *     its count is 0, and so is its score
     * @return the distribution
     * @throws IllegalArgumentException if there are too few or too many, one is out of range, or none is finite
     */
    public static Multinomial ofLogits(int trials, double... logits) {
        Categorical.requireCount(logits.length);
        return new Multinomial(trials, logits.clone());
    }

    /**
     * Returns the number of trials.
     *
     * @return n
     */
    public int trials() {
        return trials;
    }

    @Override
    public int dimension() {
        return logits.length;
    }

    @Override
    public List<String> parameterNames() {
        return parameters.names();
    }

    @Override
    public double[] parameters() {
        return logits.clone();
    }

    @Override
    public Multinomial withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, logits.length);
        return ofLogits(trials, parameters);
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        Objects.requireNonNull(stream, "stream");
        requireColumns(x, offset, length);
        MultinomialSampler prepared = sampler;
        if (prepared == null) {
            double[] weights = new double[logits.length];
            for (int k = 0; k < weights.length; k++) {
                weights[k] = softmax.probability(k);
            }
            prepared = new MultinomialSampler(trials, weights);
            sampler = prepared;
        }
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            prepared.sample(stream, first + i, x, offset + i, Math.min(Workspace.BLOCK, length - i));
        }
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        requireColumns(x, offset, length);
        ArrayRange.check("logPdf", logPdf.length, logPdfOffset, length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            MultinomialKernel.logPdf(trials, softmax, x, offset + i, logPdf, logPdfOffset + i,
                    Math.min(Workspace.BLOCK, length - i));
        }
    }

    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length) {
        requireColumns(x, offset, length);
        Parameters.requireRange(firstParameter, gradient.length, logits.length);
        Family.requireRows("gradient", gradient, gradient.length, gradientOffset, length);
        for (int row = 0; row < gradient.length; row++) {
            int k = firstParameter + row;
            MultinomialKernel.scoreOfLogit(trials, softmax, k, x[k], offset, gradient[row], gradientOffset, length);
        }
    }

    private void requireColumns(double[][] x, int offset, int length) {
        Parameters.requireColumns(x.length, logits.length);
        Family.requireRows("x", x, logits.length, offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        Parameters.requirePairs(logits.length);
        double[][] matrix = new double[logits.length][logits.length];
        for (int j = 0; j < logits.length; j++) {
            for (int k = 0; k < logits.length; k++) {
                matrix[j][k] = information(j, k);
            }
        }
        return matrix;
    }

    private double information(int j, int k) {
        double other = j == k ? softmax.complement(k) : -softmax.probability(k);
        return trials * (softmax.probability(j) * other);
    }

    /**
     * Fills the rows with the negative Fisher information: the second derivatives of this family do not depend on the sample.
     */
    @Override
    public void hessianLogPdf(double[][] x, double[][] statistics, int firstPair, double[][] hessian, int offset, int length) {
        Pairs.requireRange(firstPair, hessian.length, logits.length);
        Family.requireRows("hessian", hessian, hessian.length, offset, length);
        for (int row = 0; row < hessian.length; row++) {
            int k = Pairs.second(firstPair + row);
            Arrays.fill(hessian[row], offset, offset + length, -information(firstPair + row - Pairs.index(0, k), k));
        }
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder("Multinomial(trials=" + trials);
        if (logits.length > SHOWN) {
            return all.append(", values=").append(logits.length).append(')').toString();
        }
        for (int k = 0; k < logits.length; k++) {
            all.append(", logit[").append(k).append("]=").append(logits[k]);
        }
        return all.append(')').toString();
    }
}
