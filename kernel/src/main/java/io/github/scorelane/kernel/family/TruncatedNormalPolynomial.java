package io.github.scorelane.kernel.family;

/**
 * The inverse for a narrow interval, on which the density changes by less than one part in 128. With v = ∫ exp(−c·s − s²/2) ds
 * from 0 to t, t is a power series in v whose n-th derivative at 0 is P_n(c), with P_1 = 1 and P_{n+1} = P_n′ + n·c·P_n; seven
 * terms of it. So draws keep their bits where values of Φ would be nearly equal.
 *
 * <p>It is a series in y = v·m, with m the greater of 1 and |c|, so that powers of c do not overflow.
 *
 * <p>Source of the recurrence: G. Steinbrecher, W. T. Shaw, <i>Quantile mechanics</i>, 2008.
 */
final class TruncatedNormalPolynomial implements TruncatedNormalInverse {
    private final double start;
    private final double slope;
    private final double unit;
    private final double c2;
    private final double c3;
    private final double c4;
    private final double c5;
    private final double c6;
    private final double c7;

    TruncatedNormalPolynomial(double centre, double lower, double integral) {
        double m = Math.max(1, Math.abs(centre));
        double s = centre / m;
        double r = 1 / m / m;
        double q = s * s;
        unit = 1 / m;
        slope = integral * m;
        start = -TruncatedNormalMoments.integral(centre, lower, 0) * m;
        c2 = s / 2;
        c3 = (r + 2 * q) / 6;
        c4 = s * (7 * r + 6 * q) / 24;
        c5 = (7 * r * r + q * (46 * r + 24 * q)) / 120;
        c6 = s * (127 * r * r + q * (326 * r + 120 * q)) / 720;
        c7 = (127 * r * r * r + q * (1740 * r * r + q * (2556 * r + 720 * q))) / 5040;
    }

    @Override
    public void invert(double[] x, int length) {
        for (int i = 0; i < length; i++) {
            double y = Math.fma(x[i], slope, start);
            double rest = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(c7, y, c6), y, c5), y, c4), y, c3), y, c2);
            x[i] = Math.fma(y * y, rest, y) * unit;
        }
    }
}
