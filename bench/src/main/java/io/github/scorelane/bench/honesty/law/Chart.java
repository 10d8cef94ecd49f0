package io.github.scorelane.bench.honesty.law;

import java.util.function.DoubleUnaryOperator;

/**
 * A variable y in place of x, in which the density has tails that fall exponentially or faster.
 *
 * @param x the function x(y)
 * @param y the function y(x)
 * @param logSlope the logarithm of dx/dy, of y
 * @param step over so much of y the density is smooth
 */
record Chart(DoubleUnaryOperator x, DoubleUnaryOperator y, DoubleUnaryOperator logSlope, double step) {
    /** The logarithm of a positive number. */
    static final Chart LOGARITHM = new Chart(Math::exp, Math::log, y -> y, 0.5);
    /** The logit of a number between 0 and 1. */
    static final Chart LOGIT = new Chart(y -> 1 / (1 + Math.exp(-y)), x -> Math.log(x / (1 - x)),
            y -> logComplement(-y) + logComplement(y), 0.5);

    /** The number itself. */
    static Chart identity(double step) {
        return new Chart(y -> y, x -> x, _ -> 0, step);
    }

    /** A number on the real line of any size: x = location + scale·sinh y. */
    static Chart sinh(double location, double scale) {
        return new Chart(y -> location + scale * Math.sinh(y), x -> asinh((x - location) / scale),
                y -> Math.log(scale * Math.cosh(y)), 0.5);
    }

    /** The logarithm of 1 − 1/(1 + exp(−y)). */
    static double logComplement(double y) {
        return y > 0 ? -y - Math.log1p(Math.exp(-y)) : -Math.log1p(Math.exp(y));
    }

    private static double asinh(double z) {
        return Math.copySign(Math.log1p(Math.abs(z) + z * z / (1 + Math.sqrt(1 + z * z))), z);
    }
}
