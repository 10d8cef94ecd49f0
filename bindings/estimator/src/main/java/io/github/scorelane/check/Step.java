package io.github.scorelane.check;

import io.github.scorelane.distribution.MultivariateDistribution;

/**
 * A parameter moved up and down, and twice as far: what differences of expectations are taken of.
 *
 * @param up the family at θ + h
 * @param down at θ − h
 * @param farUp at θ + 2h
 * @param farDown at θ − 2h
 * @param width 2h, as it is after rounding
 * @param farWidth 4h
 */
record Step(MultivariateDistribution up, MultivariateDistribution down, MultivariateDistribution farUp,
        MultivariateDistribution farDown, double width, double farWidth) {
    /** A step of h, or null if there is none. */
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

    /** How large a derivative can be of what varies by no more than this. */
    double largest(double range, double scale) {
        double ratio = farWidth / width * (farWidth / width);
        return range * (ratio / (width * scale) + 1 / (farWidth * scale)) / (ratio - 1);
    }

    /**
     * The derivative, by differences at both steps extrapolated; into {@code down} goes what it is by those at the short step
     * alone.
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
