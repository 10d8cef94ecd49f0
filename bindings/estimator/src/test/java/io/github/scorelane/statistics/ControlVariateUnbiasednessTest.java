package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.ControlVariate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.stream.SplitStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that control variates do not move the mean of the estimate. Its difference from the plain estimate with the same
 * samples, whose mean is right, must average to 0. The same test finds a coefficient that is fitted to the samples it is used
 * on, and a forgotten ∇E[h].
 *
 * <p>The z-tests have fixed seeds and a limit of {@value #LIMIT} standard errors. A false failure has a probability below
 * 1e-8.
 */
class ControlVariateUnbiasednessTest {
    private static final double LIMIT = 6.5;
    private static final int SEEDS = 100_000;
    private static final Normal NORMAL = Normal.of(ClosedForm.MEAN, ClosedForm.SD);
    private static final ControlVariate DELTA = ControlVariate.delta(new double[] {1.5}, new double[][] {{0.5}});

    @ParameterizedTest
    @EnumSource
    void smallEstimatesAverageToThePlainOne(ClosedForm form) {
        for (int n : new int[] {3, 16, 33}) {
            assertUnbiased(form, n, SEEDS, Baseline.automatic(), DELTA);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CUBE", "STEP"})
    void constantsAverageToThePlainOne(ClosedForm form) {
        assertUnbiased(form, 16, SEEDS, Baseline.optimalConstant(), DELTA);
    }

    /** Coefficients are fitted from 1,024 samples on. */
    @ParameterizedTest
    @EnumSource(names = {"CUBE", "STEP"})
    void fittedCoefficientsAverageToThePlainOne(ClosedForm form) {
        assertUnbiased(form, 1024, 5_000, Baseline.automatic(), waves());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void manyFittedCoefficientsAverageToThePlainOne(ClosedForm form) {
        assertUnbiased(form, 1024, SEEDS, Baseline.automatic(), waves());
        assertUnbiased(form, 4200, SEEDS, Baseline.automatic(), waves());
    }

    @Test
    void aForgottenGradientIsFound() {
        ControlVariate forgotten = ControlVariate.of((x, n, h) -> {
            for (int s = 0; s < n; s++) {
                h[s] = 0.05 * x[0][s];
            }
        }, 0.05 * ClosedForm.MEAN, 0, 0);
        assertTrue(largestZ(ClosedForm.SQUARE, 16, SEEDS, Baseline.automatic(), forgotten) > LIMIT);
        assertTrue(largestZ(ClosedForm.SQUARE, 1024, 4000, Baseline.none(), forgotten) > LIMIT);
    }

    /**
     * The coefficient is wrong on purpose: with h = x − μ and k = hs − ∂E[h], β = Σ(fs)k/Σk² is fitted to all samples and
     * used on each of them.
     */
    @ParameterizedTest
    @ValueSource(ints = {3, 16, 33})
    void aCoefficientFittedOnTheSameSamplesIsFound(int n) {
        ZStatistic test = new ZStatistic();
        double[] x = new double[n];
        double[][] s = new double[2][n];
        for (long seed = 0; seed < SEEDS; seed++) {
            NORMAL.sample(SplitStream.ofHashed(seed), 0, x, 0, n);
            NORMAL.gradLogPdf(x, 0, s, 0, n);
            double fk = 0;
            double kk = 0;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double k = (x[i] - ClosedForm.MEAN) * s[0][i] - 1;
                fk += x[i] * x[i] * s[0][i] * k;
                kk += k * k;
                sum += k;
            }
            test.add(-fk / kk * sum / n);
        }
        assertTrue(Math.abs(test.z(0)) > LIMIT, "n = " + n + ": z = " + test.z(0));
    }

    /** The expectation of the control variate is E[sin 2x] = exp(−2σ²) sin 2μ. */
    private static ControlVariate waves() {
        double damping = Math.exp(-2 * ClosedForm.SD * ClosedForm.SD);
        double value = damping * Math.sin(2 * ClosedForm.MEAN);
        return ControlVariate.of((x, n, h) -> {
            for (int s = 0; s < n; s++) {
                h[s] = 3 * StrictMath.sin(2 * x[0][s]);
            }
        }, 3 * value, 6 * damping * Math.cos(2 * ClosedForm.MEAN), -12 * ClosedForm.SD * value);
    }

    private static void assertUnbiased(ClosedForm form, int n, int seeds, Baseline baseline, ControlVariate control) {
        double z = largestZ(form, n, seeds, baseline, control);
        assertTrue(z < LIMIT, form + ", n = " + n + ", " + baseline + ": z = " + z);
    }

    private static double largestZ(ClosedForm form, int n, int seeds, Baseline baseline, ControlVariate control) {
        var plain = ScoreFunctionEstimator.of(NORMAL).samples(n).baseline(Baseline.none());
        var controlled = ScoreFunctionEstimator.of(NORMAL).samples(n).baseline(baseline).controlVariate(control);
        ZStatistic[] tests = {new ZStatistic(), new ZStatistic(), new ZStatistic()};
        for (long seed = 0; seed < seeds; seed++) {
            var reference = plain.seed(seed).estimate(form.batch());
            var estimate = controlled.seed(seed).estimate(form.batch());
            for (int p = 0; p < 2; p++) {
                tests[p].add(estimate.gradient()[p] - reference.gradient()[p]);
            }
            tests[2].add(estimate.value() - reference.value());
        }
        double largest = 0;
        for (ZStatistic test : tests) {
            largest = Math.max(largest, Math.abs(test.z(0)));
        }
        return largest;
    }
}
