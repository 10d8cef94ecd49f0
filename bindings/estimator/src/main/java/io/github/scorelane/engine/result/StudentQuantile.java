package io.github.scorelane.engine.result;

/**
 * Quantiles of Student's t distribution, for confidence intervals. With ν degrees of freedom, a whole number, and t = √ν·tan θ, the
 * probability of (−t, t) is a finite sum of powers of cos θ; the quantile is found by bisection over θ, whose range is bounded.
 *
 * <p>Source: M. Abramowitz, I. A. Stegun, <i>Handbook of mathematical functions</i>, 1964, 26.7.3 and 26.7.4.
 */
public final class StudentQuantile {
    /** Most bisections; fewer are needed, because the loop ends when no double lies between the bounds. */
    private static final int STEPS = 200;

    private StudentQuantile() {}

    /**
     * Finds the t for which the interval (−t, t) has the given probability.
     *
     * @param level the probability, above 0 and below 1
     * @param degreesOfFreedom the number ν of degrees of freedom, at least 1
     * @return t
     */
    public static double ofInterval(double level, int degreesOfFreedom) {
        double low = 0;
        double high = Math.PI / 2;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (probability(middle, degreesOfFreedom) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(degreesOfFreedom) * StrictMath.tan((low + high) / 2);
    }

    /** Returns the probability of (−t, t), with t = √ν·tan θ. Odd and even ν have series of their own. */
    private static double probability(double theta, int nu) {
        double cos = StrictMath.cos(theta);
        double squared = cos * cos;
        boolean odd = nu % 2 != 0;
        double term = odd ? cos : 1;
        double sum = nu == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k <= nu - 2; k += 2) {
            term *= squared * (k - 1) / k;
            sum += term;
        }
        double product = StrictMath.sin(theta) * sum;
        return odd ? (theta + product) * 2 / Math.PI : product;
    }
}
