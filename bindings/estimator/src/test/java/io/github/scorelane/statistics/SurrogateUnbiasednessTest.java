package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.BatchFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that surrogates of f do not move the mean of the estimate. Estimates with them vary so little that the mean of
 * thousands of them has an error of a few parts in ten thousand. So an expectation of h that is wrong by a thousandth shows,
 * as one of the tests checks.
 *
 * <p>There are 32 z-tests with fixed seeds and a limit of {@value #LIMIT} standard errors. A false failure has a probability
 * below 1e-7.
 */
class SurrogateUnbiasednessTest {
    private static final double LIMIT = 6.5;
    private static final int SEEDS = 4_000;

    /** The numbers of samples: the least with surrogates, one more than a block, and one that fills its lanes unevenly. */
    @ParameterizedTest
    @EnumSource
    void ofANormalVariable(ClosedForm form) {
        double[] right = form.gradient(ClosedForm.MEAN, ClosedForm.SD);
        for (int n : new int[] {256, 1_025, 1_500}) {
            var estimator = ScoreFunctionEstimator.of(Normal.of(ClosedForm.MEAN, ClosedForm.SD)).samples(n);
            ZStatistic[] tests = {new ZStatistic(), new ZStatistic()};
            for (int seed = 0; seed < SEEDS; seed++) {
                Estimate e = estimator.seed(seed).estimate(form.batch());
                assertEquals(8, e.baselineChoices().get(0).surrogate());
                for (int p = 0; p < 2; p++) {
                    tests[p].add(e.gradient()[p]);
                }
            }
            for (int p = 0; p < 2; p++) {
                double z = tests[p].z(right[p]);
                assertTrue(Math.abs(z) < LIMIT || Math.abs(tests[p].mean() - right[p]) < 1e-11 * Math.abs(right[p]),
                        form + ", n = " + n + ", parameter " + p + ": z = " + z);
            }
        }
    }

    /** The expectations are E[√x] = √θ·Γ(α + ½)/Γ(α) of a gamma variable, and P(x &gt; 4) of an exponential one. */
    @Test
    void ofSkewedVariables() {
        double root = Math.sqrt(2) * 2 / Math.sqrt(Math.PI) / 2;
        assertMean(ScoreFunctionEstimator.of(Gamma.of(0.5, 2)).samples(1_025), batch(Math::sqrt), 1, root / 4);
        assertMean(ScoreFunctionEstimator.of(Exponential.of(1)).samples(1_025), batch(x -> x > 4 ? 1 : 0), 0, 4 * Math.exp(-4));
    }

    /**
     * The function is the maximum of two coordinates, whose expectation is 1/√π at unit deviations, with half of that as the
     * derivative by each deviation.
     */
    @Test
    void ofIndependentCoordinates() {
        BatchFunction max = (x, n, f) -> {
            for (int s = 0; s < n; s++) {
                f[s] = Math.max(x[0][s], x[1][s]);
            }
        };
        for (int parameter = 0; parameter < 4; parameter++) {
            assertMean(ScoreFunctionEstimator.of(DiagonalNormal.of(new double[2], new double[] {1, 1})).samples(4_100), max,
                    parameter, parameter < 2 ? 0.5 : 0.5 / Math.sqrt(Math.PI));
        }
    }

    private static void assertMean(ScoreFunctionEstimator<?> estimator, BatchFunction f, int parameter, double right) {
        ZStatistic test = new ZStatistic();
        for (int seed = 0; seed < SEEDS / 2; seed++) {
            Estimate e = estimator.seed(seed).estimate(f);
            test.add(e.gradient()[parameter]);
        }
        assertTrue(Math.abs(test.z(right)) < LIMIT, "parameter " + parameter + ": z = " + test.z(right));
    }

    private static BatchFunction batch(DoubleUnaryOperator f) {
        return (x, n, values) -> {
            for (int s = 0; s < n; s++) {
                values[s] = f.applyAsDouble(x[0][s]);
            }
        };
    }

    /** The first test must find an E[h·s] that is wrong by a thousandth, or left out. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1})
    void aWrongExpectationShows(double error) {
        double[] right = ClosedForm.BELL.gradient(ClosedForm.MEAN, ClosedForm.SD);
        var estimator = ScoreFunctionEstimator.of(Normal.of(ClosedForm.MEAN, ClosedForm.SD)).samples(1_025);
        ZStatistic test = new ZStatistic();
        for (int seed = 0; seed < SEEDS; seed++) {
            test.add(estimator.seed(seed).estimate(ClosedForm.BELL.batch()).gradient()[1] - error * right[1]);
        }
        assertTrue(Math.abs(test.z(right[1])) > LIMIT, "z = " + test.z(right[1]));
    }
}
