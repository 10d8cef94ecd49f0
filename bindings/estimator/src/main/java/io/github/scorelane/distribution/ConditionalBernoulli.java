package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.BernoulliKernel;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The family of Bernoulli distributions in which each row has its own "logit". In all else it is as
 * {@link Bernoulli#ofLogit}.
 */
public final class ConditionalBernoulli extends ConditionalFamily {
    private static final ConditionalBernoulli INSTANCE = new ConditionalBernoulli();

    private ConditionalBernoulli() {
        super(ParameterList.of(Parameter.real("logit")));
    }

    /**
     * Returns the family.
     *
     * @return the only instance
     */
    public static ConditionalBernoulli ofLogit() {
        return INSTANCE;
    }

    @Override
    void draw(double[][] parameters, SplitStream stream, long first, double[] x, int offset, int length) {
        BernoulliKernel.sample(parameters[0], stream, first, x, offset, length);
    }

    @Override
    void logDensity(double[][] parameters, double[] x, double[] logPdf, int offset, int length) {
        BernoulliKernel.logPdf(parameters[0], x, logPdf, offset, length);
    }

    @Override
    void scores(double[][] parameters, double[] x, double[][] gradient, int offset, int length) {
        BernoulliKernel.scores(parameters[0], x, gradient[0], offset, length);
    }

    @Override
    public String toString() {
        return "ConditionalBernoulli";
    }
}
