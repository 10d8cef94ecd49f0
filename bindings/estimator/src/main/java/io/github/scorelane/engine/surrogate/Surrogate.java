package io.github.scorelane.engine.surrogate;

/**
 * A function h of a sample that resembles f, and of which all is known that an estimate asks. The estimate is made of f − h, by
 * the plain estimator, and E[h] and its gradient are added. No sample of the run was used to make it, so that value and gradient
 * stay exactly unbiased.
 */
public final class Surrogate {
    private final Known known;
    private final boolean isWhole;
    private final double constant;
    /** The terms of h, one for each coordinate; null for a coordinate on which h does not depend. */
    private final CoordinateFunction[] functions;

    Surrogate(Known known, double constant, CoordinateFunction... functions) {
        this.known = known;
        this.constant = constant;
        this.functions = functions;
        isWhole = functions[0] instanceof TableFunction table && table.isWhole();
    }

    /**
     * Whether h is f itself wherever a sample can fall.
     *
     * @return whether f was asked at all atoms
     */
    public boolean isWhole() {
        return isWhole;
    }

    /**
     * Subtracts h from values of f.
     *
     * @param x the samples, in columns
     * @param n how many
     * @param f values of f, each replaced by f − h
     */
    public void subtract(double[][] x, int n, double[] f) {
        if (constant != 0) {
            subtract(constant, n, f);
        }
        for (int d = 0; d < functions.length; d++) {
            if (functions[d] != null) {
                functions[d].subtract(x[d], n, f);
            }
        }
    }

    private static void subtract(double constant, int n, double[] f) {
        for (int i = 0; i < n; i++) {
            f[i] -= constant;
        }
    }

    /**
     * What is known of h, and of f − h.
     *
     * @return its expectations
     */
    public Known known() {
        return known;
    }

    /**
     * What is known of h and f − h before a sample is drawn. Standard deviations are of one sample's term, by quadrature over the
     * points at which f was asked: they also see tails that samples have not seen, and bound standard errors from below.
     *
     * @param mean E[h]
     * @param gradient E[h·s] for each row s of scores
     * @param valueDeviation the standard deviation of f − h; 0 where only samples tell
     * @param deviations that of (f − h)s for each row, likewise
     * @param plainDeviations that of f·s for each row
     * @param valueRounding the error that rounding may leave in E[h]
     * @param rounding for each row, the error that rounding may leave in E[h·s]
     */
    public record Known(double mean, double[] gradient, double valueDeviation, double[] deviations, double[] plainDeviations,
            double valueRounding, double[] rounding) {
    }
}
