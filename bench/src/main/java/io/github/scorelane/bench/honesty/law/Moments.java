package io.github.scorelane.bench.honesty.law;

/**
 * The integrals of a function g against an unnormalised density w, and of g·t for each statistic t = ∂ln w/∂θ. With those of
 * g = 1 beside them, they give the expectation and its gradient without normalising constants, and so without a special function:
 * ∂E[f] = E[f·t] − E[f]·E[t].
 */
final class Moments {
    /** A bound on the error of sums of some thousand terms, relative to the sum of their sizes. */
    private static final double ROUNDING = 1e-14;

    private double sum;
    private final double[] products;
    private final double[] sizes;

    Moments(int parameters) {
        products = new double[parameters];
        sizes = new double[parameters];
    }

    void add(double weight, double g, double... t) {
        sum += weight * g;
        for (int p = 0; p < products.length; p++) {
            products[p] += weight * g * t[p];
            sizes[p] += Math.abs(weight * g * t[p]);
        }
    }

    /** Adds other integrals, times a factor. */
    void add(double factor, Moments other) {
        sum += factor * other.sum;
        for (int p = 0; p < products.length; p++) {
            products[p] += factor * other.products[p];
            sizes[p] += Math.abs(factor) * other.sizes[p];
        }
    }

    double sum() {
        return sum;
    }

    /** The truth of the function that these moments are of, given those of 1. */
    Truth over(Moments one) {
        double value = sum / one.sum;
        double[] gradient = new double[products.length];
        double[] rounding = new double[products.length];
        for (int p = 0; p < gradient.length; p++) {
            gradient[p] = products[p] / one.sum - value * (one.products[p] / one.sum);
            rounding[p] = ROUNDING * (sizes[p] / one.sum + Math.abs(value) * (one.sizes[p] / one.sum));
        }
        return new Truth(value, gradient, rounding);
    }
}
