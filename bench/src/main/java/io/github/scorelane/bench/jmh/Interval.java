package io.github.scorelane.bench.jmh;

import io.github.scorelane.bench.report.Text;

/**
 * A number and half the width of its confidence interval, which is NaN where it is not known.
 *
 * @param value the number
 * @param error the half width, of JMH's 99.9%
 */
record Interval(double value, double error) {
    Interval per(int elements) {
        return new Interval(value / elements, error / elements);
    }

    /** The quotient; its error adds the relative errors by their squares, for they are of separate forks. */
    Interval dividedBy(Interval other) {
        double ratio = value / other.value;
        return new Interval(ratio, ratio * Math.hypot(error / value, other.error / other.value));
    }

    @Override
    public String toString() {
        return Text.number(value) + (Double.isNaN(error) ? "" : " ± " + Text.number(error));
    }
}
