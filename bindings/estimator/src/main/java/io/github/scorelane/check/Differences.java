package io.github.scorelane.check;

import io.github.scorelane.distribution.MultivariateDistribution;

/**
 * Derivatives, by a parameter, of values at some points, as numerical differences tell them. They are central differences at
 * ever shorter steps, of which each two neighbours are extrapolated. The error of the result is taken to be ten times what
 * the extrapolation changed, plus what rounding may have. A claimed derivative is contradicted if it agrees with none of the
 * differences whose error is small; so neither a kink within the longer steps nor noise in the shorter ones contradicts a
 * right claim.
 *
 * <p>Source: L. F. Richardson, <i>The deferred approach to the limit</i>, 1927.
 */
final class Differences {
    private static final int STEPS = 10;
    private static final int RATIO = 4;
    private static final double LEAST_ERROR = 1e-7;
    private static final double LARGEST_ERROR = 1e-3;

    private final double[][] up = new double[STEPS][];
    private final double[][] down = new double[STEPS][];
    private final double[] widths = new double[STEPS];

    /** A function that computes the values at all points for a distribution. */
    interface Values {
        void of(MultivariateDistribution distribution, double[] values);
    }

    /**
     * Evaluates the values on both sides of the k-th parameter, at the longest step and at ever shorter ones. Steps to where
     * the parameter cannot be moved are left out.
     */
    Differences(Subject subject, int k, double longest, int points, Values values) {
        double theta = subject.parameter(k);
        double h = subject.reach(k, longest);
        for (int step = 0; step < STEPS; step++, h /= RATIO) {
            MultivariateDistribution above = theta + h > theta ? subject.movedOrNull(k, theta + h) : null;
            MultivariateDistribution below = theta - h < theta ? subject.movedOrNull(k, theta - h) : null;
            if (above != null && below != null) {
                up[step] = new double[points];
                down[step] = new double[points];
                values.of(above, up[step]);
                values.of(below, down[step]);
                widths[step] = (theta + h) - (theta - h);
            }
        }
    }

    /**
     * Tells whether the differences contradict a claim, and by what value.
     *
     * @param point index of the point
     * @param claim the derivative there, as the family gives it
     * @param scale the usual size of such derivatives
     * @return the differences' own value, or NaN where they do not contradict the claim
     */
    double contradiction(int point, double claim, double scale) {
        int usable = 0;
        double best = Double.POSITIVE_INFINITY;
        double value = Double.NaN;
        for (int step = 0; step + 1 < STEPS; step++) {
            if (widths[step] > 0 && widths[step + 1] > 0) {
                double wide = (up[step][point] - down[step][point]) / widths[step];
                double narrow = (up[step + 1][point] - down[step + 1][point]) / widths[step + 1];
                double ratio = widths[step] / widths[step + 1];
                double limit = narrow + (narrow - wide) / (ratio * ratio - 1);
                double rounding = 0x1p-49 * (Math.abs(up[step + 1][point]) + Math.abs(down[step + 1][point])) / widths[step + 1];
                double size = Math.abs(limit) + scale;
                double error = 10 * Math.abs(limit - narrow) + rounding + LEAST_ERROR * size;
                if (error <= LARGEST_ERROR * size) {
                    if (Math.abs(claim - limit) <= error) {
                        return Double.NaN;
                    }
                    usable++;
                    if (error / size < best) {
                        best = error / size;
                        value = limit;
                    }
                }
            }
        }
        return usable >= 2 ? value : Double.NaN;
    }
}
