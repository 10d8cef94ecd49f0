package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.MovingAverage;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that no baseline which depends on the samples moves the mean of the estimate. Its difference from the plain estimate
 * with the same samples, whose mean is right, must average to 0. The numbers of samples are small, as a bias would be of
 * order 1/n; the same test finds three biased estimators at each of them.
 *
 * <p>There are 56 z-tests with fixed seeds and a limit of {@value #LIMIT} standard errors. A false failure has a probability
 * below 1e-8.
 */
class BaselineUnbiasednessTest {
    private static final double LIMIT = 6.5;
    private static final int SEEDS = 100_000;
    private static final Normal NORMAL = Normal.of(ClosedForm.MEAN, ClosedForm.SD);

    /** A baseline that is computed from the samples x and one parameter's scores. */
    private interface Mutant {
        double baseline(double[] x, double[] s, DoubleUnaryOperator f);
    }

    @ParameterizedTest
    @EnumSource
    void optimalConstantsAverageToThePlainEstimate(ClosedForm form) {
        for (int n : new int[] {3, 16, 33}) {
            assertUnbiased(form, n, Baseline.optimalConstant());
        }
    }

    /** The automatic baseline chooses from 256 samples on; 300 fill its lanes unevenly. */
    @ParameterizedTest
    @EnumSource
    void choicesAverageToThePlainEstimate(ClosedForm form) {
        for (int n : new int[] {256, 300}) {
            assertUnbiased(form, n, Baseline.automatic(), Baseline.optimalConstant());
        }
    }

    /** Each baseline is made of the estimates before, and of no sample of its own estimate. */
    @ParameterizedTest
    @EnumSource
    void movingAveragesAverageToThePlainEstimate(ClosedForm form) {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(3);
        ZStatistic[] tests = {new ZStatistic(), new ZStatistic()};
        MovingAverage average = MovingAverage.of(0.5);
        for (long seed = 0; seed < SEEDS; seed++) {
            Estimate estimate = estimator.seed(seed).baseline(average.baseline()).estimate(form.function());
            double[] plain = estimator.seed(seed).baseline(Baseline.none()).estimate(form.function()).gradient();
            average = average.with(estimate);
            for (int p = 0; p < 2; p++) {
                tests[p].add(estimate.gradient()[p] - plain[p]);
            }
        }
        assertTrue(Math.abs(tests[0].z(0)) < LIMIT && Math.abs(tests[1].z(0)) < LIMIT, form + ": " + tests[0].z(0)
                + ", " + tests[1].z(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 16, 33, 256, 300})
    void aBaselineThatContainsItsOwnSampleIsFound(int n) {
        assertFound(n, (x, s, f) -> weightedMean(x, s, f, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 16, 33, 256, 300})
    void aCoefficientFittedOnTheSameSamplesIsFound(int n) {
        assertFound(n, (x, s, f) -> weightedMean(x, s, f, 2));
    }

    /**
     * The baseline is the slope of the regression with an intercept, as the optimal constant is, but fitted to its own
     * samples, too.
     */
    @ParameterizedTest
    @ValueSource(ints = {16, 33, 256, 300})
    void aSlopeFittedOnTheSameSamplesIsFound(int n) {
        assertFound(n, BaselineUnbiasednessTest::slope);
    }

    /** Either constant alone would be unbiased; the choice between them is not. */
    @Test
    void aChoiceMadeOnTheSameSamplesIsFound() {
        assertFound(16, (x, s, f) -> weightedMean(x, s, f, 2) > 1 ? 2 : 0);
    }

    private static void assertUnbiased(ClosedForm form, int n, Baseline... baselines) {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(n);
        ZStatistic[][] tests = new ZStatistic[baselines.length][2];
        for (ZStatistic[] pair : tests) {
            pair[0] = new ZStatistic();
            pair[1] = new ZStatistic();
        }
        for (long seed = 0; seed < SEEDS; seed++) {
            var seeded = estimator.seed(seed);
            double[] plain = seeded.baseline(Baseline.none()).estimate(form.batch()).gradient();
            for (int b = 0; b < baselines.length; b++) {
                double[] g = seeded.baseline(baselines[b]).estimate(form.batch()).gradient();
                tests[b][0].add(g[0] - plain[0]);
                tests[b][1].add(g[1] - plain[1]);
            }
        }
        for (int b = 0; b < baselines.length; b++) {
            for (int p = 0; p < 2; p++) {
                double z = tests[b][p].z(0);
                assertTrue(Math.abs(z) < LIMIT, form + ", n = " + n + ", " + baselines[b] + ", " + p + ": z = " + z);
            }
        }
    }

    private static void assertFound(int n, Mutant mutant) {
        DoubleUnaryOperator f = ClosedForm.SQUARE.function();
        ZStatistic[] tests = {new ZStatistic(), new ZStatistic()};
        double[] x = new double[n];
        double[][] s = new double[2][n];
        for (long seed = 0; seed < SEEDS; seed++) {
            NORMAL.sample(SplitStream.ofHashed(seed), 0, x, 0, n);
            NORMAL.gradLogPdf(x, 0, s, 0, n);
            for (int p = 0; p < 2; p++) {
                double sum = 0;
                for (double score : s[p]) {
                    sum += score;
                }
                tests[p].add(-mutant.baseline(x, s[p], f) * sum / n);
            }
        }
        double z = Math.max(Math.abs(tests[0].z(0)), Math.abs(tests[1].z(0)));
        assertTrue(z > LIMIT, "n = " + n + ": z = " + z);
    }

    private static double slope(double[] x, double[] s, DoubleUnaryOperator f) {
        double meanS = 0;
        double meanFs = 0;
        for (int i = 0; i < x.length; i++) {
            meanS += s[i] / x.length;
            meanFs += f.applyAsDouble(x[i]) * s[i] / x.length;
        }
        double above = 0;
        double below = 0;
        for (int i = 0; i < x.length; i++) {
            above += (f.applyAsDouble(x[i]) * s[i] - meanFs) * (s[i] - meanS);
            below += (s[i] - meanS) * (s[i] - meanS);
        }
        return above / below;
    }

    /** Returns Σ f s^k/Σ s^k. */
    private static double weightedMean(double[] x, double[] s, DoubleUnaryOperator f, int power) {
        double weights = 0;
        double weighted = 0;
        for (int i = 0; i < x.length; i++) {
            double weight = power == 0 ? 1 : s[i] * s[i];
            weights += weight;
            weighted += weight * f.applyAsDouble(x[i]);
        }
        return weighted / weights;
    }
}
