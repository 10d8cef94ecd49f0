package io.github.scorelane.engine.surrogate;

/**
 * A function h of a sample that resembles f, and of which all is known that an estimate asks. The estimate is made of f − h, by
 * the plain estimator, and E[h] and its gradient are added. No sample of the run was used to make it, so that value and gradient
 * stay exactly unbiased.
 */
public abstract class Surrogate {
    private final Known known;

    Surrogate(Known known) {
        this.known = known;
    }

    /**
     * Subtracts h from values of f.
     *
     * @param x the samples, of one coordinate
     * @param n how many
     * @param f values of f, each replaced by f − h
     */
    public abstract void subtract(double[][] x, int n, double[] f);

    /**
     * What is known of h, and of f − h.
     *
     * @return its expectations
     */
    public final Known known() {
        return known;
    }

    /**
     * What is known of h and f − h before a sample is drawn. Standard deviations are of one sample's term, by quadrature over the
     * points at which f was asked: they also see tails that samples have not seen, and bound standard errors from below.
     *
     * @param mean E[h]
     * @param gradient E[h·s] for each row s of scores
     * @param valueDeviation the standard deviation of f − h
     * @param deviations that of (f − h)s for each row
     * @param plainDeviations that of f·s for each row
     * @param valueRounding the error that rounding may leave in E[h]
     * @param rounding for each row, the error that rounding may leave in E[h·s]
     */
    public record Known(double mean, double[] gradient, double valueDeviation, double[] deviations, double[] plainDeviations,
            double valueRounding, double[] rounding) {
    }
}
