package io.github.scorelane.distribution;

import java.util.function.DoubleUnaryOperator;

/** A law whose distribution function and complement are known in closed form. Its quantiles are found by bisection. */
final class BisectedLaw {
    private static final int STEPS = 200;

    private BisectedLaw() {}

    /** Makes a law whose probability lies between two numbers, but for less than any cell of a test has. */
    static Law of(DoubleUnaryOperator below, DoubleUnaryOperator above, DoubleUnaryOperator logPdf, double from, double to) {
        return new Law(below, above, p -> first(x -> below.applyAsDouble(x) >= p, from, to),
                p -> first(x -> above.applyAsDouble(x) <= p, from, to), logPdf, false);
    }

    /**
     * Returns approximately the number from which on a condition holds. An interval of positive numbers is halved on a scale
     * of logarithms.
     */
    private static double first(Condition condition, double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < STEPS; step++) {
            double middle = low > 0 ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
            if (condition.holds(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds(double x);
    }
}
