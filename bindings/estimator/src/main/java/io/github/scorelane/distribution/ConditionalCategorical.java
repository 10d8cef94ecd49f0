package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.CategoricalKernel;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Categorical distributions of 0, 1, … K − 1 with logits "logit[0]", "logit[1]" … for each row, of which some may be −∞; otherwise
 * as {@link Categorical#ofLogits}, but for the draws: a table for each row would be dear, and the draw of row i is the
 * {@link Categorical#inverseCdf} of uniform i of the stream.
 */
public final class ConditionalCategorical extends ConditionalFamily {
    private final int values;

    private ConditionalCategorical(int values) {
        super(ParameterList.maskableLogits(values));
        this.values = values;
    }

    /**
     * The family of distributions of so many values.
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
