package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.HessianEstimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that Hessians are right within their errors, that their errors are right, and that their mean is unbiased where a
 * bias of order 1/n would show. There are about 100 z-tests with fixed seeds and a limit of {@value #LIMIT} standard errors.
 * A false failure has a probability below 1e-8.
 */
class HessianTest {
    private static final double LIMIT = 6.5;
    private static final double MU = 0.7;
    private static final double SIGMA = 1.3;
    /**
     * The least and the largest allowed ratio of the mean squared standard error to the variance that is found over 2,000
     * seeds.
     */
    private static final double LEAST = 0.85;
    private static final double MOST = 1.15;

    static Stream<HessianClosedForm> forms() {
        return HessianClosedForm.all();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void itIsTheClosedForm(HessianClosedForm form) {
        HessianEstimate estimate = form.estimate().apply(20);
        for (int i = 0; i < form.hessian().length; i++) {
            for (int j = 0; j <= i; j++) {
                double error = estimate.standardError()[i][j];
                double z = (estimate.hessian()[i][j] - form.hessian()[i][j]) / error;
                assertTrue(Math.abs(z) < LIMIT && error > 0, form + ": " + i + ", " + j + ": z = " + z + "\n" + estimate);
                assertEquals(estimate.hessian()[i][j], estimate.hessian()[j][i]);
                assertEquals(estimate.standardError()[i][j], estimate.standardError()[j][i]);
            }
        }
    }

    @Test
    void smallEstimatesAverageToIt() {
        for (Baseline baseline : new Baseline[] {Baseline.none(), Baseline.leaveOneOut(), Baseline.optimalConstant()}) {
            for (int n : new int[] {3, 16, 33}) {
                var estimator = ScoreFunctionEstimator.of(Normal.of(MU, SIGMA)).samples(n).baseline(baseline);
                assertUnbiased(baseline + ", n = " + n, 20_000, seed -> estimator.seed(seed).hessian(x -> x * x));
            }
        }
        var automatic = ScoreFunctionEstimator.of(Normal.of(MU, SIGMA)).samples(256);
        assertUnbiased("automatic, n = 256", 5_000, seed -> automatic.seed(seed).hessian(x -> x * x));
    }

    private static void assertUnbiased(String what, int seeds, LongFunction<HessianEstimate> estimate) {
        ZStatistic[] tests = {new ZStatistic(), new ZStatistic(), new ZStatistic()};
        for (long seed = 0; seed < seeds; seed++) {
            double[][] h = estimate.apply(seed).hessian();
            tests[0].add(h[0][0]);
            tests[1].add(h[0][1]);
            tests[2].add(h[1][1]);
        }
        double[] expected = {2, 0, 2};
        for (int pair = 0; pair < 3; pair++) {
            double z = tests[pair].z(expected[pair]);
            // A surrogate of x² leaves only rounding, whose mean is not 0.
            assertTrue(Math.abs(z) < LIMIT || Math.abs(tests[pair].mean() - expected[pair]) < 1e-12,
                    what + ", pair " + pair + ": z = " + z);
        }
    }

    @Test
    void itsErrorsAreWhatIsFoundOverSeeds() {
        for (Baseline baseline : new Baseline[] {Baseline.none(), Baseline.leaveOneOut(), Baseline.automatic()}) {
            var estimator = ScoreFunctionEstimator.of(Normal.of(MU, SIGMA)).samples(4_000).baseline(baseline);
            ZStatistic[] found = {new ZStatistic(), new ZStatistic(), new ZStatistic()};
            ZStatistic[] claimed = {new ZStatistic(), new ZStatistic(), new ZStatistic()};
            for (long seed = 0; seed < 2_000; seed++) {
                HessianEstimate estimate = estimator.seed(seed).hessian((x, n, f) -> {
                    for (int s = 0; s < n; s++) {
                        f[s] = x[0][s] > 1 ? 1 : 0;
                    }
                });
                for (int pair = 0; pair < 3; pair++) {
                    int i = pair == 2 ? 1 : 0;
                    int j = pair == 0 ? 0 : 1;
                    double error = estimate.standardError()[i][j];
                    found[pair].add(estimate.hessian()[i][j]);
                    claimed[pair].add(error * error);
                }
            }
            for (int pair = 0; pair < 3; pair++) {
                double ratio = claimed[pair].mean() / found[pair].variance();
                assertTrue(ratio > LEAST && ratio < MOST, baseline + ", pair " + pair + ": " + ratio);
            }
        }
    }
}
