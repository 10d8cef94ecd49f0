package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.sum.EightLanes;

/**
 * The jackknife of a gradient whose lanes' constants are fitted to the other lanes: pseudo-value r of n is n·g − (n − 1)·g₍ᵣ₎, with
 * g₍ᵣ₎ the estimate without group r, for which the constants of all lanes but its own are fitted anew. The groups stay
 * in their lanes, and the lanes keep what was chosen for them.
 *
 * <p>Source: J. W. Tukey, <i>Bias and confidence in not quite large samples</i>, 1958.
 */
public final class Pseudovalues {
    private static final int LANES = EightLanes.COUNT;

    private Pseudovalues() {}

    /**
     * Fills in the pseudo-values.
     *
     * @param values the array that they are written to, one for each group
     * @param fit the constants that are fitted to all groups
     * @param choices the kind of each lane's constant
     * @param means for each group the means of φ, and for each parameter of s, φs and s²
     * @param p index of the parameter
     */
    public static void of(double[] values, Fit fit, int[] choices, double[][] means, int p) {
        double[] constants = fit.constants();
        double all = fit.s().fs();
        for (int q = 0; q < LANES; q++) {
            all -= constants[q] * fit.s().s(q);
        }
        Others[] others = new Others[LANES];
        for (int q = 0; q < LANES; q++) {
            others[q] = Others.of(fit, q);
        }
        for (int r = 0; r < values.length; r++) {
            double f = means[r][0];
            double s = means[r][1 + 3 * p];
            double fs = means[r][2 + 3 * p];
            double without = fit.s().fs() - fs;
            for (int q = 0; q < LANES; q++) {
                boolean own = q == r % LANES;
                double constant = own ? constants[q] : others[q].without(f, s, fs, choices[q], constants[q]);
                without -= constant * (own ? fit.s().s(q) - s : fit.s().s(q));
            }
            // g is all/n, and the estimate without r is without/(n − 1).
            values[r] = all - without;
        }
    }

    /** Sums over the groups of all lanes but one, from which a group can be taken away. */
    private record Others(long n, double f, double s, double ss, double fs, double fss) {
        public static Others of(Fit fit, int lane) {
            Others sums = new Others(0, 0, 0, 0, 0, 0);
            for (int l = 0; l < LANES; l++) {
                if (l != lane) {
                    sums = new Others(sums.n + fit.f().n(l), sums.f + fit.f().f(l), sums.s + fit.s().s(l),
                            sums.ss + fit.s().ss(l), sums.fs + fit.s().fs(l), sums.fss + fit.s().fss(l));
                }
            }
            return sums;
        }

        /** Returns the lane's constant without a group; it stays as it was where too little is left to fit it to. */
        double without(double groupF, double groupS, double groupFs, int choice, double constant) {
            double left = ss - groupS * groupS;
            if (n < 2) {
                return constant;
            }
            return switch (choice) {
                case Choices.MEAN -> (f - groupF) / (n - 1);
                case Choices.OPTIMAL_CONSTANT -> left > 0
                        ? ScoreRegression.slope(n - 1, s - groupS, left, fs - groupFs, fss - groupFs * groupS) : constant;
                default -> constant;
            };
        }
    }
}
