package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.NormalRows;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The family of normal distributions in which each row has its own "mean" and "standard deviation". In all else it is as
 * {@link Normal}.
 */
public final class ConditionalNormal extends ConditionalFamily {
    private static final ConditionalNormal INSTANCE = new ConditionalNormal();

    private ConditionalNormal() {
        super(Normal.PARAMETERS);
    }

    /**
     * Returns the family.
     *
     * @return the only instance
     */
    public static ConditionalNormal of() {
        return INSTANCE;
    }

    @Override
    void draw(double[][] parameters, SplitStream stream, long first, double[] x, int offset, int length) {
        NormalRows.sample(parameters[0], parameters[1], stream, first, x, offset, length);
    }

    @Override
    void logDensity(double[][] parameters, double[] x, double[] logPdf, int offset, int length) {
        NormalRows.logPdf(parameters[0], parameters[1], x, logPdf, offset, length);
    }

    @Override
    void scores(double[][] parameters, double[] x, double[][] gradient, int offset, int length) {
        NormalRows.scores(parameters[0], parameters[1], x, gradient[0], gradient[1], offset, length);
    }

    @Override
    public String toString() {
        return "ConditionalNormal";
    }
}
