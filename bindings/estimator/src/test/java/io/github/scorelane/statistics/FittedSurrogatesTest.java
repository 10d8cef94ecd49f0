package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.BaselineChoice;
import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.stream.SplitStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that the automatic baseline with surrogates of f averages to the gradient over many seeds, and that coefficients
 * fitted to the samples they are used on do not. The probability that one of the 16 tests fails by chance is below 2e-8.
 */
class FittedSurrogatesTest {
    private static final double LIMIT = 6.2;
    private static final Normal NORMAL = Normal.of(ClosedForm.MEAN, ClosedForm.SD);

    @ParameterizedTest
    @EnumSource
    void theChoiceIsUnbiased(ClosedForm form) {
        assertUnbiased(form, 1024, 20_000);
        assertUnbiased(form, 5120, 3_000);
    }

    private static void assertUnbiased(ClosedForm form, int n, int seeds) {
        double[] truth = form.gradient(ClosedForm.MEAN, ClosedForm.SD);
        ZStatistic[] tests = {new ZStatistic(), new ZStatistic()};
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(n);
        int surrogates = 0;
        for (long seed = 0; seed < seeds; seed++) {
            Estimate estimate = estimator.seed(seed).estimate(form.batch());
            for (int p = 0; p < 2; p++) {
                tests[p].add(estimate.gradient()[p]);
                surrogates += takesNoConstant(estimate.baselineChoices().get(p)) ? 1 : 0;
            }
        }
        assertEquals(2 * seeds, surrogates, "surrogates are taken whatever the samples are");
        for (int p = 0; p < 2; p++) {
            double z = tests[p].z(truth[p]);
            assertTrue(Math.abs(z) < LIMIT, form + ", n = " + n + ", parameter " + p + ": z = " + z);
        }
    }

    private static boolean takesNoConstant(BaselineChoice choice) {
        return choice.none() + choice.mean() + choice.optimalConstant() + choice.controls() == 0;
    }

    @Test
    void coefficientsFittedToTheSamplesThatTheyServeAreFound() {
        int n = 1024;
        double[] truth = ClosedForm.STEP.gradient(ClosedForm.MEAN, ClosedForm.SD);
        ZStatistic[] tests = {new ZStatistic(), new ZStatistic()};
        for (long seed = 0; seed < 20_000; seed++) {
            for (int p = 0; p < 2; p++) {
                tests[p].add(fittedToItself(seed, n, p));
            }
        }
        double z = Math.max(Math.abs(tests[0].z(truth[0])), Math.abs(tests[1].z(truth[1])));
        assertTrue(z > LIMIT, "z = " + z);
    }

    /**
     * Fits fs by powers of z and 1, by least squares over all samples, and then subtracts the powers with these coefficients
     * from the same samples.
     */
    private static double fittedToItself(long seed, int n, int parameter) {
        double[] x = new double[n];
        double[][] s = new double[2][n];
        NORMAL.sample(SplitStream.ofHashed(seed), 0, x, 0, n);
        NORMAL.gradLogPdf(x, 0, s, 0, n);
        int size = 5;
        double[][] equations = new double[size][size + 1];
        double[] u = new double[size];
        double[] means = new double[size];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            double z = (x[i] - ClosedForm.MEAN) / ClosedForm.SD;
            u[0] = 1;
            u[1] = z;
            u[2] = z * z - 1;
            u[3] = (z * z - 3) * z;
            u[4] = (z * z - 6) * z * z + 3;
            double a = ClosedForm.STEP.function().applyAsDouble(x[i]) * s[parameter][i];
            mean += a / n;
            for (int j = 0; j < size; j++) {
                means[j] += u[j] / n;
                for (int k = 0; k < size; k++) {
                    equations[j][k] += u[j] * u[k];
                }
                equations[j][size] += u[j] * a;
            }
        }
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) {
                double factor = i == j ? 0 : equations[i][j] / equations[j][j];
                for (int k = j; k <= size; k++) {
                    equations[i][k] -= factor * equations[j][k];
                }
            }
        }
        for (int j = 1; j < size; j++) {
            mean -= equations[j][size] / equations[j][j] * means[j];
        }
        return mean;
    }
}
