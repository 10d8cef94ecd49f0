package io.github.scorelane.bench.honesty.law;

/** The logarithm of a density, but for a constant that may depend on the parameters. */
@FunctionalInterface
interface LogDensity {
    /**
     * Gives the logarithm, and its derivatives.
     *
     * @param x the place
     * @param y the same in the law's {@link Chart}
     * @param t the array that receives the derivatives of the logarithm by the parameters, but for constants
     */
    double at(double x, double y, double... t);
}
