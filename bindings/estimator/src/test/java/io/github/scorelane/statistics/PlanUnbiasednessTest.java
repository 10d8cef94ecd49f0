package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.SamplingPlan;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Geometric;
import io.github.scorelane.distribution.Normal;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that estimates under a plan average to the gradient and to the value, and that their baselines move no mean, by their
 * difference from the estimate without one. The numbers of samples are small, as a bias would be of order 1/n; the same test
 * finds baselines that are fitted to their own samples.
 *
 * <p>There are some 250 z-tests with fixed seeds and a limit of {@value #LIMIT} standard errors. A false failure has a
 * probability below 1e-7.
 */
class PlanUnbiasednessTest {
    private static final double LIMIT = 6.5;
    private static final int FEW_SEEDS = 4_000;
    private static final int SEEDS = 100_000;
    private static final List<Baseline> BASELINES = List.of(Baseline.constant(1.5), Baseline.optimalConstant(),
            Baseline.automatic());

    private enum Plan {
        ANTITHETIC(SamplingPlan.antithetic(), 32),
        ANTITHETIC_LARGE(SamplingPlan.antithetic(), 514),
        STRATIFIED(null, 32),
        LATIN_HYPERCUBE(SamplingPlan.latinHypercube(8), 24),
        LATIN_HYPERCUBE_MANY(SamplingPlan.latinHypercube(256), 768),
        SOBOL(SamplingPlan.sobol(10), 30),
        SOBOL_LARGE(SamplingPlan.sobol(8), 128);

        private final SamplingPlan plan;
        private final int samples;

        Plan(SamplingPlan plan, int samples) {
            this.plan = plan;
            this.samples = samples;
        }

        SamplingPlan of(boolean univariate) {
            return plan != null ? plan : univariate ? SamplingPlan.stratified() : SamplingPlan.stratified(1);
        }

        boolean isLarge() {
            return samples > 100;
        }
    }

    /** A distribution and a function whose expectation is known. */
    private enum Case {
        NORMAL(new double[] {0.7 * 0.7 + 1.3 * 1.3, 2 * 0.7, 2 * 1.3}) {
            @Override
            LongFunction<Estimate> estimates(SamplingPlan plan, int n, Baseline baseline) {
                var estimator = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).samples(n).plan(plan).baseline(baseline);
                return seed -> estimator.seed(seed).estimate(x -> x * x);
            }
        },
        EXPONENTIAL(new double[] {2 * 1.5 * 1.5, 4 * 1.5}) {
            @Override
            LongFunction<Estimate> estimates(SamplingPlan plan, int n, Baseline baseline) {
                var estimator = ScoreFunctionEstimator.of(Exponential.of(1.5)).samples(n).plan(plan).baseline(baseline);
                return seed -> estimator.seed(seed).estimate(x -> x * x);
            }
        },
        GEOMETRIC(new double[] {1 / 0.4 - 1, -1 / 0.16}) {
            @Override
            LongFunction<Estimate> estimates(SamplingPlan plan, int n, Baseline baseline) {
                var estimator = ScoreFunctionEstimator.of(Geometric.of(0.4)).samples(n).plan(plan).baseline(baseline);
                return seed -> estimator.seed(seed).estimate(x -> x);
            }
        },
        /** The case of means 1 and −1, deviations 2 and 0.5, and f = x²y. */
        DIAGONAL_NORMAL(new double[] {-5, -2, 5, -4, 0}) {
            @Override
            LongFunction<Estimate> estimates(SamplingPlan plan, int n, Baseline baseline) {
                var estimator = ScoreFunctionEstimator.of(DiagonalNormal.of(new double[] {1, -1}, new double[] {2, 0.5}))
                        .samples(n).plan(plan).baseline(baseline);
                return seed -> estimator.seed(seed).estimate(x -> x[0] * x[0] * x[1]);
            }
        };

        /** The exact E[f], and its gradient. */
        private final double[] expected;

        Case(double[] expected) {
            this.expected = expected;
        }

        abstract LongFunction<Estimate> estimates(SamplingPlan plan, int n, Baseline baseline);

        boolean isUnivariate() {
            return this != DIAGONAL_NORMAL;
        }
    }

    @ParameterizedTest
    @EnumSource
    void someEstimatesAverageToTheGradient(Case of) {
        for (Plan plan : Plan.values()) {
            if (!plan.isLarge()) {
                assertUnbiased(of, plan, FEW_SEEDS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void estimatesAverageToTheGradient(Case of) {
        for (Plan plan : Plan.values()) {
            assertUnbiased(of, plan, plan.isLarge() ? SEEDS / 4 : SEEDS);
        }
    }

    private static void assertUnbiased(Case of, Plan plan, int seeds) {
        SamplingPlan sampling = plan.of(of.isUnivariate());
        var plain = of.estimates(sampling, plan.samples, Baseline.none());
        var others = BASELINES.stream().map(baseline -> of.estimates(sampling, plan.samples, baseline)).toList();
        int parameters = of.expected.length - 1;
        ZStatistic[][] tests = new ZStatistic[1 + BASELINES.size()][parameters + 1];
        for (ZStatistic[] row : tests) {
            for (int p = 0; p <= parameters; p++) {
                row[p] = new ZStatistic();
            }
        }
        for (long seed = 0; seed < seeds; seed++) {
            Estimate without = plain.apply(seed);
            double[] g = without.gradient();
            tests[0][0].add(without.value());
            for (int p = 0; p < parameters; p++) {
                tests[0][1 + p].add(g[p]);
            }
            for (int b = 0; b < BASELINES.size(); b++) {
                double[] other = others.get(b).apply(seed).gradient();
                for (int p = 0; p < parameters; p++) {
                    tests[1 + b][1 + p].add(other[p] - g[p]);
                }
            }
        }
        for (int b = 0; b < tests.length; b++) {
            for (int p = b == 0 ? 0 : 1; p <= parameters; p++) {
                double z = tests[b][p].z(b == 0 ? of.expected[p] : 0);
                assertTrue(Math.abs(z) < LIMIT, of + ", " + plan + ", " + (b == 0 ? "none" : BASELINES.get(b - 1)) + ", " + p
                        + ": z = " + z);
            }
        }
    }

    /** The constant is wrong on purpose: it is fitted to all samples, including its own; or to its own replicate. */
    @Test
    void constantsFittedToTheirOwnSamplesAreFound() {
        for (Plan plan : Plan.values()) {
            if (!plan.isLarge()) {
                int group = plan.of(true).toString().contains("replicates")
                        ? plan.samples / (plan == Plan.SOBOL ? 10 : 8) : plan.samples;
                ZStatistic z = new ZStatistic();
                Normal normal = Normal.of(0.7, 1.3);
                double[] x = new double[plan.samples];
                double[][] s = new double[2][plan.samples];
                var estimator = ScoreFunctionEstimator.of(normal).samples(plan.samples).plan(plan.of(true))
                        .baseline(Baseline.none());
                int[] filled = {0};
                for (long seed = 0; seed < FEW_SEEDS; seed++) {
                    filled[0] = 0;
                    estimator.seed(seed).estimate((columns, n, f) -> {
                        System.arraycopy(columns[0], 0, x, filled[0], n);
                        filled[0] += n;
                        for (int i = 0; i < n; i++) {
                            f[i] = columns[0][i] * columns[0][i];
                        }
                    });
                    normal.gradLogPdf(x, 0, s, 0, x.length);
                    z.add(moved(x, s[1], group));
                }
                assertTrue(Math.abs(z.z(0)) > LIMIT, plan + ": z = " + z.z(0));
            }
        }
    }

    private static double moved(double[] x, double[] s, int group) {
        double moved = 0;
        for (int first = 0; first < x.length; first += group) {
            double products = 0;
            double squares = 0;
            double sum = 0;
            for (int i = first; i < first + group; i++) {
                products += x[i] * x[i] * s[i] * s[i];
                squares += s[i] * s[i];
                sum += s[i];
            }
            moved -= products / squares * sum / x.length;
        }
        return moved;
    }
}
