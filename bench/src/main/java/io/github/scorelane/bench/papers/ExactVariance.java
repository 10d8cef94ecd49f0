package io.github.scorelane.bench.papers;

import java.util.function.DoubleUnaryOperator;

/**
 * The variance of (f − b)s for a normal variable, s one of its two scores, by integrals.
 *
 * @param plain b = 0
 * @param mean b = E[f]
 * @param optimal b = E[f s²]/E[s²]
 */
record ExactVariance(double plain, double mean, double optimal) {
    /** The trapezoidal rule converges faster than any power of the step for functions like these, which vanish at both ends. */
    private static final double STEP = 1.0 / 256;
    private static final double LIMIT = 12;
    private static final double ROOT_TWO_PI = 2.5066282746310002;

    static ExactVariance of(DoubleUnaryOperator f, double mu, double sigma, int parameter) {
        double ef = 0;
        double es2 = 0;
        double efs = 0;
        double efs2 = 0;
        double ef2s2 = 0;
        for (double z = -LIMIT; z <= LIMIT; z += STEP) {
            double p = STEP * StrictMath.exp(-z * z / 2) / ROOT_TWO_PI;
            double value = f.applyAsDouble(mu + sigma * z);
            double s = (parameter == 0 ? z : z * z - 1) / sigma;
            ef += p * value;
            es2 += p * s * s;
            efs += p * value * s;
            efs2 += p * value * s * s;
            ef2s2 += p * value * value * s * s;
        }
        double[] constants = {0, ef, efs2 / es2};
        double[] variances = new double[3];
        for (int i = 0; i < 3; i++) {
            variances[i] = ef2s2 - 2 * constants[i] * efs2 + constants[i] * constants[i] * es2 - efs * efs;
        }
        return new ExactVariance(variances[0], variances[1], variances[2]);
    }
}
