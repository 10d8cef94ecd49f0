package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.EightLanes;

/**
 * The jackknife of a gradient whose lanes' constants are fitted to the other lanes: pseudo-value r of n is n·g − (n − 1)·g₍ᵣ₎, with
 * g₍ᵣ₎ the estimate without group r, for which the constants of all lanes but its own are fitted anew. The groups stay
 * in their lanes.
 *
 * <p>Source: J. W. Tukey, <i>Bias and confidence in not quite large samples</i>, 1958.
 */
final class Pseudovalues {
    private static final int LANES = EightLanes.COUNT;

    private Pseudovalues() {}

    /**
     * Fills in the pseudo-values.
     *
     * @param values where they go, one for each group
     * @param fit constants fitted to all
     * @param optimal whether they are Σφs·s/Σs² over the groups of the other lanes, and not the mean of φ
     * @param means of each group, φ, and for each parameter s, φs and s²
     * @param p which parameter
     */
    static void of(double[] values, Fit fit, boolean optimal, double[][] means, int p) {
        double[] above = new double[LANES];
        double[] below = new double[LANES];
        for (int q = 0; q < LANES; q++) {
            for (int l = 0; l < LANES; l++) {
                if (l != q) {
                    above[q] += optimal ? fit.s().fss(l) : fit.f().f(l);
                    below[q] += optimal ? fit.s().ss(l) : fit.f().n(l);
                }
            }
        }
        double[] constants = fit.constants();
        double all = fit.s().fs();
        for (int q = 0; q < LANES; q++) {
            all -= constants[q] * fit.s().s(q);
        }
        for (int r = 0; r < values.length; r++) {
            double s = means[r][1 + 3 * p];
            double fs = means[r][2 + 3 * p];
            double aboveOf = optimal ? fs * s : means[r][0];
            double belowOf = optimal ? s * s : 1;
            double without = fit.s().fs() - fs;
            for (int q = 0; q < LANES; q++) {
                boolean own = q == r % LANES;
                double left = below[q] - belowOf;
                double constant = own || !(left > 0) ? constants[q] : (above[q] - aboveOf) / left;
                without -= constant * (own ? fit.s().s(q) - s : fit.s().s(q));
            }
            // g is all/n, and the estimate without r is without/(n − 1).
            values[r] = all - without;
        }
    }
}
