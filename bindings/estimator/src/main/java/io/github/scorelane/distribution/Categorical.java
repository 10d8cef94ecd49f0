package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.family.AliasTable;
import io.github.scorelane.kernel.family.Softmax;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * The categorical distribution has the mass π_k = exp θ_k/Σ exp θ_j at x = k, for k = 0, 1, … K − 1. Its parameters are the
 * logits θ_k, "logit[0]", "logit[1]" …; a number added to all of them changes nothing. A logit of −∞ masks its value, which
 * is then never drawn, has a log mass of −∞ and a score of 0.
 *
 * <p>The score of θ_k is 1 − π_k where x = k, and −π_k at the other values; the Fisher information is diag(π) − ππᵀ.
 * Elsewhere than at the K values the log mass is −∞, and the scores have no meaning.
 *
 * <p>Draws are looked up in an alias table, which is made at the first draw. Each takes one random word, and its
 * probabilities are exact to 2^-63. With many values the rows of {@link #gradLogPdf(double[], int, double[][], int, int)} are
 * large, so an estimator asks for some parameters at a time.
 */
public final class Categorical extends InvertibleFamily
        implements HasScoreRanges, HasFisherInformation, HasHessianRanges, HasAtoms {
    /** The largest number of values. */
    public static final int MAX_VALUES = 1 << 20;
    /** The largest number of values whose Fisher information is offered. */
    public static final int MAX_FISHER_VALUES = 4096;

    private static final int SHOWN = 16;

    private final Softmax softmax;
    /**
     * The table that draws are looked up in, or null before the first draw. Threads may race to make it without a lock:
     * whichever wins, the value is the same, and all its fields are final.
     */
    private transient AliasTable table;

    private Categorical(double[] logits) {
        super(ParameterList.maskableLogits(logits.length), logits);
        softmax = new Softmax(logits);
    }

    /**
     * Creates a categorical distribution of given probabilities.
     *
     * @param probabilities probabilities of 0, 1, …, or numbers in proportion to them: 2 to {@value #MAX_VALUES}, finite and
     *     strictly positive; their logarithms are the logits
     * @return the distribution
     * @throws IllegalArgumentException if there are too few or too many, or one is out of range
     */
    public static Categorical of(double... probabilities) {
        return new Categorical(logitsOf(probabilities));
    }

    /**
     * Creates a categorical distribution of given logits.
     *
     * @param logits θ, 2 to {@value #MAX_VALUES}, each finite or −∞, and at least one finite; copied
     * @return the distribution
     * @throws IllegalArgumentException if there are too few or too many, one is neither, or none is finite
     */
    public static Categorical ofLogits(double... logits) {
        requireCount(logits.length);
        return new Categorical(logits.clone());
    }

    /** Returns the logarithms of probabilities, or of numbers in proportion to them, and refuses those out of range. */
    static double[] logitsOf(double... probabilities) {
        requireCount(probabilities.length);
        double[] logits = new double[probabilities.length];
        for (int k = 0; k < logits.length; k++) {
            double p = probabilities[k];
            if (!(p > 0)) {
                throw new IllegalArgumentException("probability[" + k + "] is not strictly positive: " + p);
            }
            if (!Double.isFinite(p)) {
                Parameters.requireFinite("probability[" + k + "]", p);
            }
        }
        Log.log(probabilities, 0, logits, 0, logits.length);
        return logits;
    }

    static void requireCount(int values) {
        if (values < 2 || values > MAX_VALUES) {
            throw new IllegalArgumentException("number of values is not between 2 and " + MAX_VALUES + ": " + values);
        }
    }

    @Override
    public Categorical withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, softmax.count());
        return ofLogits(parameters);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        AliasTable made = table;
        if (made == null) {
            made = softmax.table();
            table = made;
        }
        made.sample(stream, first, x, offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        softmax.quantile(x, offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        softmax.logPdf(x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        softmax.scores(x, offset, 0, gradient, offset, length);
    }

    @Override
    public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        requireRows("gradient", gradient, softmax.count(), gradientOffset, length);
        softmax.scores(x, offset, 0, gradient, gradientOffset, length);
    }

    @Override
    public void gradLogPdf(double[] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        Parameters.requireRange(firstParameter, gradient.length, softmax.count());
        requireRows("gradient", gradient, gradient.length, gradientOffset, length);
        softmax.scores(x, offset, firstParameter, gradient, gradientOffset, length);
    }

    @Override
    public double[][] fisherInformation() {
        int count = softmax.count();
        if (count > MAX_FISHER_VALUES) {
            throw new IllegalArgumentException("number of values is above " + MAX_FISHER_VALUES
                    + ", too many for their Fisher information: " + count);
        }
        double[][] matrix = new double[count][count];
        for (int j = 0; j < count; j++) {
            for (int k = 0; k < count; k++) {
                matrix[j][k] = information(j, k);
            }
        }
        return matrix;
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        int count = softmax.count();
        requireHessian(x, hessian, Pairs.count(count), offset, length);
        hessianLogPdf(x, 0, hessian, offset, length);
    }

    @Override
    public void hessianLogPdf(double[] x, int firstPair, double[][] hessian, int offset, int length) {
        Pairs.requireRange(firstPair, hessian.length, softmax.count());
        requireRows("hessian", hessian, hessian.length, offset, length);
        for (int row = 0; row < hessian.length; row++) {
            int k = Pairs.second(firstPair + row);
            double value = -information(firstPair + row - Pairs.index(0, k), k);
            Arrays.fill(hessian[row], offset, offset + length, value);
        }
    }

    private double information(int j, int k) {
        return softmax.probability(j) * (j == k ? softmax.complement(k) : -softmax.probability(k));
    }

    @Override
    public String toString() {
        return softmax.count() <= SHOWN ? super.toString() : "Categorical(values=" + softmax.count() + ")";
    }

    @Override
    public long[] atoms() {
        return new long[] {0, softmax.count() - 1};
    }
}
