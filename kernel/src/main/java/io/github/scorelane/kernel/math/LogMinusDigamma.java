package io.github.scorelane.kernel.math;

/**
 * Computes log a − ψ(a), with ψ the digamma function: it is by how much the logarithm of the mean of a gamma variable of shape a
 * exceeds the mean of its logarithm. It is about 1/(2a) for large a, where the two terms agree in all digits.
 *
 * <p>Method: from a = 16 on, the asymptotic series; below, the recurrence ψ(a + 1) = ψ(a) + 1/a up to there. Its error is at most
 * {@value #MAX_RELATIVE_ERROR} of the result.
 *
 * <p>Source: M. Abramowitz, I. A. Stegun, <i>Handbook of mathematical functions</i>, 1964, 6.3.5 and 6.3.18.
 */
public final class LogMinusDigamma {
    /** The maximal relative error. */
    public static final double MAX_RELATIVE_ERROR = 1e-14;

    private static final double SERIES_FROM = 16;
    /** Step from which on the difference of two values loses no digits that a score would show. */
    private static final double NARROW = 0x1p-16;
    /** Coefficients B_2k/(2k) for k = 1, 2, …, with B the Bernoulli numbers. */
    private static final double[] COEFFICIENTS = {1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12};

    private LogMinusDigamma() {}

    /**
     * Computes the function of a number.
     *
     * @param a a number above 0
     * @return log a − ψ(a)
     */
    public static double of(double a) {
        double shifted = a;
        double sum = 0;
        while (shifted < SERIES_FROM) {
            sum += 1 / shifted;
            shifted++;
        }
        double tail = series(shifted);
        return shifted == a ? tail : tail + (sum - (Log.log(shifted) - Log.log(a)));
    }

    /**
     * Computes by how much the function falls.
     *
     * @param a a number above 0
     * @param h a number above 0
     * @return (log a − ψ(a)) − (log(a + h) − ψ(a + h)), in which nothing cancels for a small h
     */
    public static double difference(double a, double h) {
        if (h > NARROW * a) {
            return of(a) - of(a + h);
        }
        if (a < SERIES_FROM) {
            return h * DigammaQuotient.of(a, h) - StrictMath.log1p(h / a);
        }
        double u = 1 / a;
        double v = 1 / (a + h);
        return h * v * u * DigammaQuotient.series(u, v);
    }

    private static double series(double a) {
        double inverse = 1 / a;
        double t = inverse * inverse;
        double sum = 0;
        for (int k = COEFFICIENTS.length - 1; k >= 0; k--) {
            sum = Fma.fma(sum, t, COEFFICIENTS[k]);
        }
        return Fma.fma(sum, t, 0.5 * inverse);
    }
}
