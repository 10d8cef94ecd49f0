package io.github.scorelane.engine.surrogate;

import io.github.scorelane.kernel.math.Fma;

/** Legendre polynomials P_0, P_1, … over −1 ≤ w ≤ 1, in which surrogates are series. */
final class Legendre {
    private Legendre() {}

    /** Returns the values of P_0 to P_degree at each w, a row for each degree. */
    static double[][] values(int degree, double[] w) {
        double[][] p = new double[degree + 1][w.length];
        for (int j = 0; j < w.length; j++) {
            p[0][j] = 1;
            if (degree > 0) {
                p[1][j] = w[j];
            }
        }
        for (int k = 1; k < degree; k++) {
            next(k, w, p[k - 1], p[k], p[k + 1]);
        }
        return p;
    }

    /** Computes P_{k+1} of P_{k−1} and P_k by Bonnet's recurrence. */
    private static void next(int k, double[] w, double[] before, double[] p, double[] next) {
        double twice = 2 * k + 1;
        double inverse = 1.0 / (k + 1);
        for (int j = 0; j < w.length; j++) {
            next[j] = (twice * w[j] * p[j] - k * before[j]) * inverse;
        }
    }

    /**
     * Converts coefficients of Legendre polynomials to those of Chebyshev polynomials, with the same sum, for which there is a fast
     * kernel: P_n(cos θ) = Σ_j a_j·a_{n−j}·cos((n − 2j)θ), with a_j the binomial coefficient of 2j over j, divided by 4^j.
     *
     * <p>Source: G. Szegő, <i>Orthogonal polynomials</i>, 1939, equation 4.9.3.
     */
    static double[] toChebyshev(double[] c) {
        double[] a = new double[c.length];
        a[0] = 1;
        for (int j = 1; j < a.length; j++) {
            a[j] = a[j - 1] * (2 * j - 1) / (2 * j);
        }
        double[] sum = new double[c.length];
        for (int n = 0; n < c.length; n++) {
            for (int j = 0; j <= n; j++) {
                int k = Math.abs(n - 2 * j);
                sum[k] = Fma.fma(c[n], a[j] * a[n - j], sum[k]);
            }
        }
        return sum;
    }
}
