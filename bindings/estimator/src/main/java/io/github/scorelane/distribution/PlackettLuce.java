package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.family.PlackettLuceKernel;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The Plackett–Luce distribution is one of orders of K items, 0, 1, … K − 1: coordinate i of a sample is the item at rank i.
 * The first item is chosen with probabilities in proportion to exp θ_k, and each next one in the same way from the items that
 * are left. The parameters are the logits θ_k, "logit[0]", "logit[1]" …; a number added to all of them changes nothing.
 *
 * <p>The score of θ_k is 1 minus the sum of the probabilities that item k had at each of the choices up to the one that took
 * it. Where a sample is not an order of all items, the log mass is −∞, and the scores have no meaning.
 *
 * <p>A sample's statistics are, for each item k, the sum over those choices of the reciprocal of the total weight exp θ that
 * was left.
 *
 * <p>Sources: R. L. Plackett, <i>The analysis of permutations</i>, 1975; R. D. Luce, <i>Individual choice behavior</i>, 1959.
 */
public final class PlackettLuce implements MultivariateDistribution, Serializable {
    /** The largest number of items. */
    public static final int MAX_ITEMS = 2048;

    private final double[] logits;
    private final ParameterList parameters;
    private final PlackettLuceKernel kernel;

    private PlackettLuce(double[] logits) {
        this.logits = logits;
        parameters = ParameterList.indexed("logit", logits.length);
        parameters.require(logits);
        double spread = Arrays.stream(logits).max().orElseThrow() - Arrays.stream(logits).min().orElseThrow();
        if (!(spread <= PlackettLuceKernel.MAX_SPREAD)) {
            throw new IllegalArgumentException("difference of logits is above " + PlackettLuceKernel.MAX_SPREAD + ": " + spread);
        }
        kernel = new PlackettLuceKernel(logits);
    }

    /**
     * Creates a Plackett–Luce distribution with given logits.
     *
     * @param logits θ, 2 to {@value #MAX_ITEMS}, all finite, and no two further apart than 700; copied
     * @return the distribution
     * @throws IllegalArgumentException if there are too few or too many, or one is out of range
     */
    public static PlackettLuce ofLogits(double... logits) {
        if (logits.length < 2 || logits.length > MAX_ITEMS) {
            throw new IllegalArgumentException("number of items is not between 2 and " + MAX_ITEMS + ": " + logits.length);
        }
        return new PlackettLuce(logits.clone());
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
    public PlackettLuce withParameters(double... newLogits) {
        Parameters.requireCount(newLogits.length, logits.length);
        return ofLogits(newLogits);
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        Objects.requireNonNull(stream, "stream");
        requireColumns(x, offset, length);
        kernel.sample(stream, first, x, offset, length);
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        requireColumns(x, offset, length);
        ArrayRange.check("logPdf", logPdf.length, logPdfOffset, length);
        kernel.logPdf(x, offset, logPdf, logPdfOffset, length);
    }

    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset,
            int length) {
        requireColumns(x, offset, length);
        double[][] statistics = new double[logits.length][Math.min(length, Workspace.BLOCK)];
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            int n = Math.min(Workspace.BLOCK, length - i);
            kernel.reciprocals(x, offset + i, statistics, 0, n);
            scores(statistics, 0, firstParameter, gradient, gradientOffset + i, n);
        }
    }

    @Override
    public int statistics() {
        return logits.length;
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        Objects.requireNonNull(stream, "stream");
        sample(stream, first, x, offset, length);
        Family.requireRows("statistics", statistics, logits.length, offset, length);
        kernel.reciprocals(x, offset, statistics, offset, length);
    }

    @Override
    public void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        Parameters.requireColumns(x.length, logits.length);
        Family.requireRows("statistics", statistics, statistics(), offset, length);
        scores(statistics, offset, firstParameter, gradient, offset, length);
    }

    private void scores(double[][] statistics, int offset, int firstParameter, double[][] gradient, int gradientOffset,
            int length) {
        Parameters.requireRange(firstParameter, gradient.length, logits.length);
        Family.requireRows("gradient", gradient, gradient.length, gradientOffset, length);
        for (int row = 0; row < gradient.length; row++) {
            int k = firstParameter + row;
            kernel.scores(k, statistics[k], offset, gradient[row], gradientOffset, length);
        }
    }

    private void requireColumns(double[][] x, int offset, int length) {
        Parameters.requireColumns(x.length, logits.length);
        Family.requireRows("x", x, x.length, offset, length);
    }

    @Override
    public String toString() {
        return "PlackettLuce(items=" + logits.length + ")";
    }
}
