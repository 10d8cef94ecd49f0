package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Fma;

/**
 * Inverts the distribution function of a narrow interval, on which the density changes by less than one part in 16. With v = ∫
 * exp(−c·s − s²/2) ds from 0 to t, t is a power series in v whose n-th derivative at 0 is P_n(c), with P_1 = 1 and P_{n+1} = P_n′ +
 * n·c·P_n; twelve terms of it. So draws keep their bits where values of Φ would be nearly equal.
 *
 * <p>It is a series in y = v·m, with m the greater of 1 and |c|, so that powers of c do not overflow.
 *
 * <p>Source of the recurrence: G. Steinbrecher, W. T. Shaw, <i>Quantile mechanics</i>, 2008.
 */
final class TruncatedNormalPolynomial implements TruncatedNormalInverse {
    private static final int TERMS = 12;

    private final double start;
    private final double slope;
    private final double unit;
    /** Coefficient of y^n at place n. */
    private final double[] coefficients;

    TruncatedNormalPolynomial(double centre, double lower, double integral) {
        double m = Math.max(1, Math.abs(centre));
        unit = 1 / m;
        slope = integral * m;
        start = -TruncatedNormalMoments.integral(centre, lower, 0) * m;
        coefficients = coefficients(centre / m, 1 / m / m);
    }

    /** Returns P_n(c)/(n!·m^(n − 1)), by the recurrence for P_n(c)/m^(n − 1) as a polynomial in s = c/m. */
    private static double[] coefficients(double s, double perSquare) {
        double[] results = new double[TERMS + 1];
        double[] p = new double[TERMS + 1];
        p[0] = 1;
        double factorial = 1;
        for (int n = 1; n <= TERMS; n++) {
            double sum = 0;
            for (int k = n - 1; k >= 0; k--) {
                sum = Fma.fma(sum, s, p[k]);
            }
            factorial *= n;
            results[n] = sum / factorial;
            double[] next = new double[TERMS + 1];
            for (int k = 0; k < TERMS; k++) {
                next[k] += (k + 1) * p[k + 1] * perSquare;
                next[k + 1] += n * p[k];
            }
            p = next;
        }
        return results;
    }

    @Override
    public void invert(double[] x, int offset, int length) {
        double c2 = coefficients[2];
        double c3 = coefficients[3];
        double c4 = coefficients[4];
        double c5 = coefficients[5];
        double c6 = coefficients[6];
        double c7 = coefficients[7];
        double c8 = coefficients[8];
        double c9 = coefficients[9];
        double c10 = coefficients[10];
        double c11 = coefficients[11];
        double c12 = coefficients[12];
        for (int i = offset; i < offset + length; i++) {
            double y = Fma.fma(x[i], slope, start);
            double high = Fma.fma(Fma.fma(Fma.fma(Fma.fma(Fma.fma(c12, y, c11), y, c10), y, c9), y, c8), y, c7);
            double rest = Fma.fma(Fma.fma(Fma.fma(Fma.fma(Fma.fma(high, y, c6), y, c5), y, c4), y, c3), y, c2);
            x[i] = Fma.fma(y * y, rest, y) * unit;
        }
    }
}
