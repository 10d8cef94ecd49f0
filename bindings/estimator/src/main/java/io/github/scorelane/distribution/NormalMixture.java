package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.AliasTable;
import io.github.scorelane.kernel.family.NormalMixtureKernel;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The mixture of K normal distributions has the density Σ π_k·N(x; μ_k, σ_k²). Its parameters are the logits of the weights,
 * "logit[0]" …, whose softmax is π_k = exp(logit_k)/Σ exp(logit_j); then the means, "mean[0]" …; and then the standard
 * deviations, "standard deviation[0]" …
 *
 * <p>With z_k = (x − μ_k)/σ_k and the responsibilities r_k = π_k·N(x; μ_k, σ_k²)/p(x), the scores are r_k − π_k, r_k·z_k/σ_k
 * and r_k·(z_k² − 1)/σ_k. The scores of the logits have the sum 0, as one number added to all logits changes nothing.
 *
 * <p>A draw is a normal draw from a component that one random word chooses, with probabilities exact to 2^-63. Its scores do
 * not depend on which component that was: they are those of the mixture's density.
 */
public final class NormalMixture extends Family implements LogisticByMap {
    /** The largest number of components. */
    public static final int MAX_COMPONENTS = 64;

    private static final AtomicReferenceArray<ParameterList> LISTS = new AtomicReferenceArray<>(MAX_COMPONENTS + 1);

    private final double[] weights;
    private final double[] means;
    private final double[] standardDeviations;
    private final double[] logPeaks;
    private final AliasTable components;

    private NormalMixture(int components, double[] parameters) {
        super(list(components), parameters);
        double[] logits = Arrays.copyOf(parameters, components);
        weights = NormalMixtureKernel.weights(logits);
        means = Arrays.copyOfRange(parameters, components, 2 * components);
        standardDeviations = Arrays.copyOfRange(parameters, 2 * components, 3 * components);
        logPeaks = NormalMixtureKernel.logPeaks(logits, standardDeviations);
        this.components = AliasTable.of(weights);
    }

    /**
     * Creates a mixture with given weights.
     *
     * @param weights the components' probabilities, or numbers in proportion to them, 1 to {@value #MAX_COMPONENTS}, all finite and
     *     at least {@link Double#MIN_NORMAL}; the logits are their logarithms
     * @param means μ, as many, finite
     * @param standardDeviations σ, as many, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range, or the arrays differ in length
     */
    public static NormalMixture of(double[] weights, double[] means, double[] standardDeviations) {
        double[] logits = weights.clone();
        for (int k = 0; k < logits.length; k++) {
            Parameters.requireScale("weight[" + k + "]", weights[k]);
            logits[k] = Log.log(weights[k]);
        }
        return ofLogits(logits, means, standardDeviations);
    }

    /**
     * Creates a mixture with given logits of the weights.
     *
     * @param logits logits of the components' weights, 1 to {@value #MAX_COMPONENTS}, finite
     * @param means μ, as many, finite
     * @param standardDeviations σ, as many, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range, or the arrays differ in length
     */
    public static NormalMixture ofLogits(double[] logits, double[] means, double[] standardDeviations) {
        int components = logits.length;
        if (components < 1 || components > MAX_COMPONENTS) {
            throw new IllegalArgumentException("number of components is not between 1 and " + MAX_COMPONENTS + ": " + components);
        }
        requireAsMany("means", means.length, components);
        requireAsMany("standard deviations", standardDeviations.length, components);
        double[] parameters = Arrays.copyOf(logits, 3 * components);
        System.arraycopy(means, 0, parameters, components, components);
        System.arraycopy(standardDeviations, 0, parameters, 2 * components, components);
        return new NormalMixture(components, parameters);
    }

    private static void requireAsMany(String name, int count, int components) {
        if (count != components) {
            throw new IllegalArgumentException("number of " + name + " is not that of the weights, " + components + ": " + count);
        }
    }

    /** Returns the parameters' names and ranges, which are made once for each number of components. */
    private static ParameterList list(int components) {
        ParameterList list = LISTS.get(components);
        if (list == null) {
            Parameter[] parameters = new Parameter[3 * components];
            for (int k = 0; k < components; k++) {
                parameters[k] = Parameter.real("logit[" + k + "]");
                parameters[components + k] = Parameter.real("mean[" + k + "]");
                parameters[2 * components + k] = Parameter.positive("standard deviation[" + k + "]");
            }
            list = ParameterList.of(parameters);
            LISTS.set(components, list);
        }
        return list;
    }

    @Override
    public NormalMixture withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 3 * means.length);
        return new NormalMixture(means.length, parameters.clone());
    }

    /**
     * Returns the components' weights.
     *
     * @return a new array, π
     */
    public double[] weights() {
        return weights.clone();
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        NormalMixtureKernel.sample(components, means, standardDeviations, stream, first, x, offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        NormalMixtureKernel.logPdf(logPeaks, means, standardDeviations, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        NormalMixtureKernel.gradLogPdf(logPeaks, weights, means, standardDeviations, x, gradient, offset, length);
    }

    @Override
    LogisticMap newLogisticMap() {
        double mean = 0;
        for (int k = 0; k < means.length; k++) {
            mean = Fma.fma(weights[k], means[k], mean);
        }
        double variance = 0;
        for (int k = 0; k < means.length; k++) {
            double distance = means[k] - mean;
            double square = Fma.fma(distance, distance, standardDeviations[k] * standardDeviations[k]);
            variance = Fma.fma(weights[k], square, variance);
        }
        return new AffineMap(mean, Math.sqrt(variance), LogisticMap.NORMAL);
    }
}
