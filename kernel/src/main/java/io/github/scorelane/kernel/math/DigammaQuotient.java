package io.github.scorelane.kernel.math;

/**
 * Computes the difference quotient of the digamma function, (ψ(x + h) − ψ(x))/h, whose limit for h = 0 is trigamma. It is a sum of
 * positive terms, so that nothing cancels, however near to one another the two arguments are.
 *
 * <p>Method: ψ(x + h) − ψ(x) = Σ h/((x + j)·(x + j + h)) up to where both are at least 16, and from there on the difference of the
 * asymptotic series ln x − 1/(2x) − Σ B_2n/(2n)/x^2n, term by term.
 *
 * <p>Source: M. Abramowitz, I. A. Stegun, <i>Handbook of mathematical functions</i>, 1964, 6.3.6 and 6.3.18.
 */
public final class DigammaQuotient {
    /** The maximal relative error. */
    public static final double MAX_RELATIVE_ERROR = 4e-15;

    private static final int SERIES_FROM = 16;
    /** Coefficients B_2n/(2n) for n = 1, 2, …, with B the Bernoulli numbers. */
    private static final double[] COEFFICIENTS = {1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12};

    private DigammaQuotient() {}

    /**
     * Computes the quotient.
     *
     * @param x a number above 0
     * @param h a number above −x
     * @return (ψ(x + h) − ψ(x))/h, or ψ′(x) where h is 0
     */
    public static double of(double x, double h) {
        double least = Math.min(x, x + h);
        int steps = least < SERIES_FROM ? SERIES_FROM - (int) least : 0;
        double u = 1 / (x + steps);
        double v = 1 / (x + h + steps);
        double sum = Fma.fma(u * v, series(u, v), h == 0 ? u : StrictMath.log1p(h * u) / h);
        for (int j = steps - 1; j >= 0; j--) {
            sum += 1 / (x + j) / (x + h + j);
        }
        return sum;
    }

    /** Returns the difference of the series without its logarithms, divided by u − v. */
    static double series(double u, double v) {
        double g = 1;
        double sum = 0.5;
        double power = 1;
        for (double coefficient : COEFFICIENTS) {
            power *= v;
            g = Fma.fma(u, g, power);
            sum = Fma.fma(coefficient, g, sum);
            power *= v;
            g = Fma.fma(u, g, power);
        }
        return sum;
    }
}
