package io.github.scorelane.check;

import io.github.scorelane.distribution.MultivariateDistribution;

/**
 * The distributions with one parameter moved up and down by a step, and twice as far, of which differences of expectations
 * are taken.
 *
 * @param up the family at θ + h
 * @param down the family at θ − h
 * @param farUp the family at θ + 2h
 * @param farDown the family at θ − 2h
 * @param width 2h, as it is after rounding
 * @param farWidth 4h, as it is after rounding
 */
record Step(MultivariateDistribution up, MultivariateDistribution down, MultivariateDistribution farUp,
        MultivariateDistribution farDown, double width, double farWidth) {
    /** Creates a step of h, or returns null where the moved parameters are not distinct, finite numbers. */
    static Step of(Subject subject, int k, double h) {
        double theta = subject.parameter(k);
        double width = (theta + h) - (theta - h);
        double farWidth = (theta + 2 * h) - (theta - 2 * h);
        if (!(width > 0 && farWidth > width && farWidth < Double.POSITIVE_INFINITY)) {
            return null;
        }
        return new Step(subject.moved(k, theta + h), subject.moved(k, theta - h), subject.moved(k, theta + 2 * h),
                subject.moved(k, theta - 2 * h), width, farWidth);
    }

    /**
     * Returns the largest absolute value that the derivative of a function can have if its values are no farther apart than
     * the given range.
     */
    double largest(double range, double scale) {
        double ratio = farWidth / width * (farWidth / width);
        return range * (ratio / (width * scale) + 1 / (farWidth * scale)) / (ratio - 1);
    }

    /**
     * Replaces the values in {@code up} by the derivative, extrapolated from the differences at both steps, and those in
     * {@code down} by the derivative from the short step alone.
     */
    void derivative(double[] up, double[] down, double[] farUp, double[] farDown, double scale, int length) {
        double ratio = farWidth / width * (farWidth / width);
        for (int i = 0; i < length; i++) {
            double near = (up[i] - down[i]) / (width * scale);
            double far = (farUp[i] - farDown[i]) / (farWidth * scale);
            up[i] = (ratio * near - far) / (ratio - 1);
            down[i] = near;
        }
    }
}
