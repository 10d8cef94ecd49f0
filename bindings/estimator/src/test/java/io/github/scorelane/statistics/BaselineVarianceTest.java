package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.BatchFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests the variance of estimates over many seeds with each baseline, relative to the one without: the table in
 * {@link Baseline}'s Javadoc, the cost of the automatic choice, and that standard errors agree. All baselines see the same
 * samples with a seed, so that the ratios are known better than the variances. The seeds are fixed, so a test that has passed
 * passes again.
 */
class BaselineVarianceTest {
    private static final Normal NORMAL = Normal.of(0, 1);
    private static final Baseline[] BASELINES = {Baseline.none(), Baseline.leaveOneOut(), Baseline.optimalConstant(),
        Baseline.automatic()};
    private static final int FIRST_SEED = 100_000;
    private static final int NONE = 0;
    private static final int LEAVE_ONE_OUT = 1;
    private static final int OPTIMAL_CONSTANT = 2;
    private static final int AUTOMATIC = 3;

    /**
     * The functions in the table of {@link Baseline}'s Javadoc, with a pair of ratios for each column, which were computed
     * from the seeds below {@value #FIRST_SEED}.
     */
    private enum Function {
        SHIFTED_SQUARE(x -> (x + 3) * (x + 3),
                0.397, 0.541, 0.515, 0.688, 0.358, 0.543),
        BELL(x -> Math.exp(-x * x),
                2.326, 2.449, 0.705, 1.716, 0.587, 0.604),
        STEP(x -> x > 1 ? 1 : 0,
                0.742, 0.752, 0.727, 0.859, 0.537, 0.601),
        LINE(x -> x,
                1.067, 1.013, 1.451, 1.354, 1.029, 1.096),
        COSINE(Math::cos,
                2.281, 2.997, 1.29, 2.047, 1.016, 0.816);

        private final DoubleUnaryOperator function;
        private final double[] table;

        Function(DoubleUnaryOperator function, double... table) {
            this.function = function;
            this.table = table;
        }

        BatchFunction batch() {
            return (x, n, f) -> {
                double[] column = x[0];
                for (int s = 0; s < n; s++) {
                    f[s] = function.applyAsDouble(column[s]);
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void variancesAreThoseOfTheTable(Function function) {
        Runs at16 = new Runs(function, 16, 20_000);
        Runs at256 = new Runs(function, 256, 20_000);
        Runs at1024 = new Runs(function, 1024, 6_000);
        for (int p = 0; p < 2; p++) {
            at16.assertRatio(function.table[p], LEAVE_ONE_OUT, p);
            at16.assertRatio(function.table[2 + p], OPTIMAL_CONSTANT, p);
            at256.assertRatio(function.table[4 + p], OPTIMAL_CONSTANT, p);
            assertTrue(at256.ratio(AUTOMATIC, p) < 0.9, function + " at 256, " + p);
            assertTrue(at1024.ratio(AUTOMATIC, p) < 0.2, function + " at 1,024, " + p);
            at16.assertErrors(0.6, 1.3, p);
            at256.assertErrors(0.88, 1.08, p);
            at1024.assertErrors(0.77, 1.1, p);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAutomaticBaselineIsNearlyTheBest(Function function) {
        Runs runs = new Runs(function, 4096, 2_000);
        for (int p = 0; p < 2; p++) {
            double best = Math.min(1, Math.min(runs.ratio(LEAVE_ONE_OUT, p), runs.ratio(OPTIMAL_CONSTANT, p)));
            assertTrue(runs.ratio(AUTOMATIC, p) < 1.05 * best, function + ", " + p + ": " + runs.ratio(AUTOMATIC, p) / best);
        }
    }

    /** The estimated correlations of ∂/∂mean, ∂/∂standard deviation and the value must average to those over the seeds. */
    @ParameterizedTest
    @EnumSource
    void covariancesHold(Function function) {
        int seeds = 10_000;
        Baseline[] baselines = {Baseline.none(), Baseline.constant(2), Baseline.leaveOneOut(), Baseline.optimalConstant(),
            Baseline.automatic()};
        // The mean is away from 0, where symmetry would make correlations 0.
        var estimator = ScoreFunctionEstimator.of(Normal.of(0.4, 1)).samples(512).withCovariance();
        for (Baseline baseline : baselines) {
            double[][] estimated = new double[3][3];
            double[][] products = new double[3][3];
            double[] sums = new double[3];
            for (long seed = 0; seed < seeds; seed++) {
                Estimate estimate = estimator.seed(seed).baseline(baseline).estimate(function.batch());
                double[] found = {estimate.gradient()[0], estimate.gradient()[1], estimate.value()};
                double[][] covariance = estimate.covariance();
                for (int i = 0; i < 3; i++) {
                    sums[i] += found[i];
                    for (int j = 0; j < 3; j++) {
                        estimated[i][j] += covariance[i][j];
                        products[i][j] += found[i] * found[j];
                    }
                }
            }
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    products[i][j] -= sums[i] * sums[j] / seeds;
                }
            }
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < i; j++) {
                    if (Math.min(products[i][i], products[j][j]) < 1e-12 * seeds) {
                        continue; // a surrogate is f itself, and only rounding is left
                    }
                    assertEquals(products[i][j] / Math.sqrt(products[i][i] * products[j][j]),
                            estimated[i][j] / Math.sqrt(estimated[i][i] * estimated[j][j]), 0.06,
                            function + ", " + baseline + ", " + i + ", " + j);
                }
            }
        }
    }

    /** Returns the gradients of many seeds, with each baseline. */
    private static final class Runs {
        private final String name;
        private final int seeds;
        private final ZStatistic[][] gradients = new ZStatistic[BASELINES.length][2];
        private final ZStatistic[][] differences = new ZStatistic[BASELINES.length][2];
        private final double[][] squaredErrors = new double[BASELINES.length][2];

        Runs(Function function, int n, int seeds) {
            name = function + ", n = " + n;
            this.seeds = seeds;
            for (int b = 0; b < BASELINES.length; b++) {
                for (int p = 0; p < 2; p++) {
                    gradients[b][p] = new ZStatistic();
                    differences[b][p] = new ZStatistic();
                }
            }
            var estimator = ScoreFunctionEstimator.of(NORMAL).samples(n);
            for (long seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
                double[] plain = null;
                for (int b = 0; b < BASELINES.length; b++) {
                    Estimate estimate = estimator.seed(seed).baseline(BASELINES[b]).estimate(function.batch());
                    double[] g = estimate.gradient();
                    double[] error = estimate.standardError();
                    plain = b == NONE ? g : plain;
                    for (int p = 0; p < 2; p++) {
                        gradients[b][p].add(g[p]);
                        differences[b][p].add(g[p] - plain[p]);
                        squaredErrors[b][p] += error[p] * error[p] / seeds;
                    }
                }
            }
        }

        double ratio(int baseline, int parameter) {
            return gradients[baseline][parameter].variance() / gradients[NONE][parameter].variance();
        }

        /**
         * Returns the allowed error of a ratio of variances: six times 2√((1 − ρ²)/seeds), its standard deviation for two
         * normal numbers with the correlation ρ.
         */
        void assertRatio(double expected, int baseline, int parameter) {
            double a = gradients[baseline][parameter].variance();
            double b = gradients[NONE][parameter].variance();
            double covariance = (a + b - differences[baseline][parameter].variance()) / 2;
            double off = 2 * Math.sqrt(Math.max(0, 1 - covariance * covariance / (a * b)) / seeds);
            assertEquals(expected, a / b, 6 * off * a / b + 0.005, name + ", " + BASELINES[baseline] + ", " + parameter);
        }

        void assertErrors(double least, double most, int parameter) {
            for (int b = 0; b < BASELINES.length; b++) {
                if (ratio(b, parameter) < 1e-12) {
                    continue; // a surrogate is f itself, and only rounding is left
                }
                double ratio = squaredErrors[b][parameter] / gradients[b][parameter].variance();
                // The errors with a surrogate include tails that these seeds have hardly seen.
                double limit = b == AUTOMATIC ? 1.8 : most;
                assertTrue(ratio > least && ratio < limit, name + ", " + BASELINES[b] + ", " + parameter + ": " + ratio);
            }
        }
    }
}
