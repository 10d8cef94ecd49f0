package io.github.scorelane.engine.surrogate;

import java.io.Serializable;

/**
 * Surrogate of f: a function h of a sample that resembles f and whose expectation E[h], with its gradient, is known. A run
 * estimates with f − h, and adds what is known of h to its outcome. No sample of the run may be used to make h, or value and
 * gradient would not be exactly unbiased. Threads share it.
 */
public final class Surrogate implements Serializable {
    private final Known known;
    private final boolean isWhole;
    private final double constant;
    /** Terms of h, one for each coordinate; null for a coordinate on which h does not depend. */
    private final CoordinateFunction[] functions;

    /**
     * Creates a surrogate.
     *
     * @param known what is known of h
     * @param constant the constant part of h
     * @param functions the part of h for each coordinate; null for a coordinate on which h does not depend
     */
    Surrogate(Known known, double constant, CoordinateFunction... functions) {
        this.known = known;
        this.constant = constant;
        this.functions = functions;
        isWhole = functions[0] != null && functions[0].isWhole();
    }

    /**
     * Tells whether h is f itself wherever a sample can fall, so that the estimate is exact.
     *
     * @return true if f was evaluated at all atoms
     */
    public boolean isWhole() {
        return isWhole;
    }

    /**
     * Subtracts h from values of f.
     *
     * @param x the samples, a column for each coordinate
     * @param n the number of samples
     * @param f the values of f, each of which is replaced by f − h
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

    /** Subtracts the constant; a method of its own, so that the loop is compiled by itself. */
    private static void subtract(double constant, int n, double[] f) {
        for (int i = 0; i < n; i++) {
            f[i] -= constant;
        }
    }

    /**
     * Returns what is known of h and of f − h.
     *
     * @return expectations and standard deviations
     */
    public Known known() {
        return known;
    }

    /**
     * Numbers that are known of h and f − h before a sample is drawn. Standard deviations are those of one sample's term, by
     * quadrature over the points at which f was evaluated. They also see tails in which no sample has fallen yet, and therefore
     * bound standard errors from below.
     *
     * @param mean the expectation E[h]
     * @param gradient the gradient of E[h]: E[h·s] for each row s of scores
     * @param valueDeviation the standard deviation of f − h; 0 where only samples can tell
     * @param deviations the standard deviation of (f − h)s for each row; 0 where only samples can tell
     * @param plainDeviations the standard deviation of f·s for each row
     * @param valueRounding the error that rounding may leave in E[h]
     * @param rounding for each row, the error that rounding may leave in E[h·s]
     */
    public record Known(double mean, double[] gradient, double valueDeviation, double[] deviations, double[] plainDeviations,
            double valueRounding, double[] rounding) implements Serializable {
    }
}
