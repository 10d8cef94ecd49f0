package io.github.scorelane.bench.report;

/**
 * A number and half the width of its confidence interval, which is NaN where it is not known.
 *
 * @param value the number
 * @param error the half width, of JMH's 99.9%
 */
record Measured(double value, double error) {
    Measured per(int elements) {
        return new Measured(value / elements, error / elements);
    }

    /** The quotient; its error adds the relative errors by their squares, for they are of separate forks. */
    Measured dividedBy(Measured other) {
        double ratio = value / other.value;
        return new Measured(ratio, ratio * Math.hypot(error / value, other.error / other.value));
    }
}
