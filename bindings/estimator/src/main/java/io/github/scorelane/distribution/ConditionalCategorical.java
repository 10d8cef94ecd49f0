package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.CategoricalKernel;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The family of categorical distributions of 0, 1, … K − 1 in which each row has its own logits "logit[0]", "logit[1]" …,
 * some of which may be −∞. It is as {@link Categorical#ofLogits} but for the draws: an alias table for each row would be
 * dear, and so the draw of row i is the {@link Categorical#inverseCdf} of uniform i of the stream.
 */
public final class ConditionalCategorical extends ConditionalFamily {
    private final int values;

    private ConditionalCategorical(int values) {
        super(ParameterList.maskableLogits(values));
        this.values = values;
    }

    /**
     * Creates the family of distributions of the given number of values.
     *
     * @param values K, 2 to {@value Categorical#MAX_VALUES}
     * @return the family
     * @throws IllegalArgumentException if the number is out of range
     */
    public static ConditionalCategorical ofLogits(int values) {
        Categorical.requireCount(values);
        return new ConditionalCategorical(values);
    }

    @Override
    void draw(double[][] parameters, SplitStream stream, long first, double[] x, int offset, int length) {
        CategoricalKernel.sample(parameters, stream, first, x, offset, length);
    }

    @Override
    void logDensity(double[][] parameters, double[] x, double[] logPdf, int offset, int length) {
        CategoricalKernel.logPdf(parameters, x, logPdf, offset, length);
    }

    @Override
    void scores(double[][] parameters, double[] x, double[][] gradient, int offset, int length) {
        CategoricalKernel.scores(parameters, x, gradient, offset, length);
    }

    @Override
    public String toString() {
        return "ConditionalCategorical(values=" + values + ")";
    }
}
