package io.github.scorelane.bench.honesty.law;

/**
 * The exact expectation of a function and its gradient.
 *
 * @param value the expectation
 * @param gradient its derivatives by the distribution's parameters
 * @param rounding a bound on the errors of the derivatives, since their terms cancel; where a parameter hardly matters to the
 *     function, it is more than the derivative itself
 */
public record Truth(double value, double[] gradient, double[] rounding) {}
