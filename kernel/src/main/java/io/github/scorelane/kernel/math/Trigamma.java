package io.github.scorelane.kernel.math;

/**
 * Computes the trigamma function ψ′, the derivative of digamma, at a positive number, and its differences. The Fisher information
 * of a distribution with a shape is made of these; a difference of two values that nearly agree is taken term by term, so that none
 * of its digits cancel.
 *
 * <p>Method: from 16 on, the asymptotic series; below, the recurrence ψ′(x) = ψ′(x + 1) + 1/x² up to there. The series is 1/x +
 * 1/(2x²) + Σ B_2n/x^(2n + 1). With u = 1/x and v = 1/(x + h), uⁿ − vⁿ is u − v = h·u·v times a sum of positive products.
 *
 * <p>Source: M. Abramowitz, I. A. Stegun, <i>Handbook of mathematical functions</i>, 1964, 6.4.6 and 6.4.12.
 */
public final class Trigamma {
    /** The maximal relative error, of the function, its differences and its difference quotients. */
    public static final double MAX_RELATIVE_ERROR = 4e-15;

    private static final int SERIES_FROM = 16;
    /** Bernoulli numbers B_2, B_4, … */
    private static final double[] BERNOULLI = {1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6};

    private Trigamma() {}

    /**
     * Computes the trigamma function.
     *
     * @param x a number above 0
     * @return ψ′(x), which is infinite where x is below 2^-512 and its square is not a normal double
     */
    public static double value(double x) {
        int steps = steps(x);
        double u = 1 / (x + steps);
        double t = u * u;
        double series = 0;
        for (int n = BERNOULLI.length - 1; n >= 0; n--) {
            series = Fma.fma(series, t, BERNOULLI[n]);
        }
        double sum = Fma.fma(Fma.fma(series, u, 0.5), t, u);
        for (int j = steps - 1; j >= 0; j--) {
            double term = 1 / (x + j);
            sum = Fma.fma(term, term, sum);
        }
        return sum;
    }

    /**
     * Computes by how much the function falls.
     *
     * @param x a number above 0
     * @param h a number above 0
     * @return ψ′(x) − ψ′(x + h)
     */
    public static double difference(double x, double h) {
        int steps = steps(x);
        double far = x + steps;
        double sum = share(far, h) / far * series(1 / far, 1 / (far + h));
        for (int j = steps - 1; j >= 0; j--) {
            double near = x + j;
            double u = 1 / near;
            sum += u * share(near, h) * (u + 1 / (near + h));
        }
        return sum;
    }

    /**
     * Computes the difference quotient, whose limit for h = 0 is −ψ″(x).
     *
     * @param x a number above 0
     * @param h a number above −x
     * @return (ψ′(x) − ψ′(x + h))/h
     */
    public static double quotient(double x, double h) {
        int steps = steps(Math.min(x, x + h));
        double u = 1 / (x + steps);
        double v = 1 / (x + h + steps);
        double sum = u * v * series(u, v);
        for (int j = steps - 1; j >= 0; j--) {
            u = 1 / (x + j);
            v = 1 / (x + h + j);
            sum += u * v * (u + v);
        }
        return sum;
    }

    private static int steps(double x) {
        return x < SERIES_FROM ? SERIES_FROM - (int) x : 0;
    }

    /** Returns h/(x + h), also if the sum overflows. */
    private static double share(double x, double h) {
        return h < x ? h / (x + h) : 1 / (1 + x / h);
    }

    /** Returns the difference of the series at 1/u and 1/v, divided by u − v. */
    private static double series(double u, double v) {
        double g = u + v;
        double sum = Fma.fma(0.5, g, 1);
        double power = v;
        for (double coefficient : BERNOULLI) {
            power *= v;
            g = Fma.fma(u, g, power);
            sum = Fma.fma(coefficient, g, sum);
            power *= v;
            g = Fma.fma(u, g, power);
        }
        return sum;
    }
}
