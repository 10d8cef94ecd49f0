package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that the estimators are unbiased, at numbers of samples so small that a bias of order 1/n would show. The same test
 * finds two biased ones.
 *
 * <p>There are 88 z-tests with fixed seeds and a limit of {@value #LIMIT} standard errors. A false failure has a probability
 * below 1e-8.
 */
class UnbiasednessTest {
    private static final double LIMIT = 6.5;
    private static final int SEEDS = 100_000;
    private static final int[] SMALL = {3, 16, 33};
    private static final Normal NORMAL = Normal.of(ClosedForm.MEAN, ClosedForm.SD);

    /** A function that estimates the gradient from the samples of a seed. */
    private interface Gradient {
        double[] estimate(long seed, int n);
    }

    @ParameterizedTest
    @EnumSource
    void smallEstimatesAverageToTheGradient(ClosedForm form) {
        for (int n : SMALL) {
            var estimator = ScoreFunctionEstimator.of(NORMAL).samples(n);
            assertUnbiased(form, n, SEEDS, (seed, size) ->
                    estimator.seed(seed).baseline(Baseline.none()).estimate(form.function()).gradient());
            assertUnbiased(form, n, SEEDS, (seed, size) ->
                    estimator.seed(seed).baseline(Baseline.leaveOneOut()).estimate(form.function()).gradient());
        }
    }

    @ParameterizedTest
    @EnumSource
    void largeEstimatesAverageToTheGradient(ClosedForm form) {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(20_000);
        assertUnbiased(form, 20_000, 1_000, (seed, n) -> estimator.seed(seed).estimate(form.batch()).gradient());
        assertUnbiased(form, 20_000, 1_000, (seed, n) ->
                estimator.seed(seed).baseline(Baseline.none()).estimate(form.batch()).gradient());
    }

    /**
     * The difference from the plain estimate with the same samples, whose mean is right, must average to 0. It varies so
     * little that it shows the smallest bias.
     */
    @ParameterizedTest
    @EnumSource
    void leaveOneOutAveragesToThePlainEstimate(ClosedForm form) {
        for (int n : SMALL) {
            var estimator = ScoreFunctionEstimator.of(NORMAL).samples(n).baseline(Baseline.leaveOneOut());
            double z = largestPairedZ(form, n,
                    (seed, size) -> estimator.seed(seed).estimate(form.function()).gradient());
            assertTrue(z < LIMIT, form + ", n = " + n + ": z = " + z);
        }
    }

    @Test
    void aBaselineThatContainsItsOwnSampleIsFound() {
        assertTrue(largestPairedZ(ClosedForm.SQUARE, 16, (seed, n) -> mutant(seed, n, false)) > LIMIT);
    }

    @Test
    void aCoefficientFittedOnTheSameSamplesIsFound() {
        assertTrue(largestPairedZ(ClosedForm.SQUARE, 16, (seed, n) -> mutant(seed, n, true)) > LIMIT);
    }

    private static void assertUnbiased(ClosedForm form, int n, int seeds, Gradient gradient) {
        double[] expected = form.gradient(ClosedForm.MEAN, ClosedForm.SD);
        ZStatistic[] tests = {new ZStatistic(), new ZStatistic()};
        for (long seed = 0; seed < seeds; seed++) {
            double[] g = gradient.estimate(seed, n);
            tests[0].add(g[0]);
            tests[1].add(g[1]);
        }
        for (int p = 0; p < 2; p++) {
            double z = tests[p].z(expected[p]);
            assertTrue(Math.abs(z) < LIMIT, form + ", n = " + n + ", parameter " + p + ": z = " + z);
        }
    }

    private static double largestPairedZ(ClosedForm form, int n, Gradient gradient) {
        var plain = ScoreFunctionEstimator.of(NORMAL).samples(n).baseline(Baseline.none());
        ZStatistic[] tests = {new ZStatistic(), new ZStatistic()};
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] g = gradient.estimate(seed, n);
            double[] reference = plain.seed(seed).estimate(form.function()).gradient();
            tests[0].add(g[0] - reference[0]);
            tests[1].add(g[1] - reference[1]);
        }
        return Math.max(Math.abs(tests[0].z(0)), Math.abs(tests[1].z(0)));
    }

    /**
     * The baselines are wrong on purpose: the mean, or the optimal constant, of all samples is subtracted from each of them.
     */
    private static double[] mutant(long seed, int n, boolean optimal) {
        DoubleUnaryOperator f = ClosedForm.SQUARE.function();
        double[] x = new double[n];
        double[][] s = new double[2][n];
        NORMAL.sample(SplitStream.ofHashed(seed), 0, x, 0, n);
        NORMAL.gradLogPdf(x, 0, s, 0, n);
        double[] g = new double[2];
        for (int p = 0; p < 2; p++) {
            double weights = 0;
            double weighted = 0;
            for (int i = 0; i < n; i++) {
                double weight = optimal ? s[p][i] * s[p][i] : 1;
                weights += weight;
                weighted += weight * f.applyAsDouble(x[i]);
            }
            for (int i = 0; i < n; i++) {
                g[p] += (f.applyAsDouble(x[i]) - weighted / weights) * s[p][i] / n;
            }
        }
        return g;
    }
}
