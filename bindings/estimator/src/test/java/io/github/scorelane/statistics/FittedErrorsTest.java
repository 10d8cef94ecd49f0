package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.SamplingPlan;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Bernoulli;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.UnivariateDistribution;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that estimates with fitted constants converge as they should, and that their errors are right: with few samples, with
 * replicates, each of which chooses for itself, and with strata. The seeds are fixed, so a test that has passed passes again.
 */
class FittedErrorsTest {
    private static final Normal STANDARD = Normal.of(0, 1);
    private static final double DENSITY_AT_1 = 0.24197072451914337;

    /**
     * The mean square error of one component over seeds, the mean of the squared standard errors, and the share of intervals
     * that contained the exact value.
     */
    private record Errors(double found, double claimed, double coverage) {
        static Errors of(UnivariateDistribution law, DoubleUnaryOperator f, int n, SamplingPlan plan, Baseline baseline,
                int parameter, double truth, int seeds) {
            var estimator = ScoreFunctionEstimator.of(law).samples(n).plan(plan).baseline(baseline);
            double found = 0;
            double claimed = 0;
            double coverage = 0;
            for (long seed = 0; seed < seeds; seed++) {
                Estimate e = estimator.seed(seed).estimate(f);
                double off = e.gradient()[parameter] - truth;
                double error = e.standardError()[parameter];
                found += off * off / seeds;
                claimed += error * error / seeds;
                coverage += e.confidenceInterval(parameter, 0.95).contains(truth) ? 1.0 / seeds : 0;
            }
            return new Errors(found, claimed, coverage);
        }

        void assertRatio(double least, double most) {
            assertTrue(claimed > least * found && claimed < most * found, toString());
        }
    }

    /** With 2^13 samples the mean square error is an eighth of a percent of that of a constant without an intercept. */
    @Test
    void replicatesConvergeWithOptimalConstants() {
        for (SamplingPlan plan : new SamplingPlan[] {SamplingPlan.sobol(), SamplingPlan.latinHypercube()}) {
            DoubleUnaryOperator step = x -> x > 1 ? 1 : 0;
            int n = 1 << 13;
            Errors plain = Errors.of(STANDARD, step, n, plan, Baseline.none(), 0, DENSITY_AT_1, 300);
            for (Baseline baseline : new Baseline[] {Baseline.optimalConstant(), Baseline.automatic()}) {
                Errors fitted = Errors.of(STANDARD, step, n, plan, baseline, 0, DENSITY_AT_1, 300);
                assertTrue(fitted.found < 1.1 * plain.found, plan + ", " + baseline + ": " + fitted + ", " + plain);
                assertTrue(fitted.coverage > 0.9, plan + ", " + baseline + ": " + fitted);
                fitted.assertRatio(0.75, 1.35);
            }
        }
    }

    @Test
    void replicatesChooseTheConstantThatGains() {
        Normal normal = Normal.of(0.7, 1.3);
        SamplingPlan plan = SamplingPlan.sobol();
        double value = 0.7 * 0.7 + 1.3 * 1.3;
        Errors mean = Errors.of(normal, x -> x * x, 4096, plan, Baseline.constant(value), 1, 2.6, 300);
        Errors chosen = Errors.of(normal, x -> x * x, 4096, plan, Baseline.automatic(), 1, 2.6, 300);
        assertTrue(chosen.found < 0.25 * mean.found, chosen + ", " + mean);
        Errors ofStep = Errors.of(STANDARD, x -> x > 1 ? 1 : 0, 4096, plan, Baseline.constant(0.1586552539), 0, DENSITY_AT_1, 300);
        Errors step = Errors.of(STANDARD, x -> x > 1 ? 1 : 0, 4096, plan, Baseline.automatic(), 0, DENSITY_AT_1, 300);
        assertTrue(step.found < 1.2 * ofStep.found, step + ", " + ofStep);
    }

    /** The function has two values, in any unit. All is exact but for rounding, which intervals must include. */
    @ParameterizedTest
    @ValueSource(ints = {64, 300, 1024})
    void twoValuesAreExact(int n) {
        for (double unit : new double[] {1, 0x1p-300, 0x1p300}) {
            double truth = unit * (0.501 * 0.501 - 0.499 * 0.499);
            Errors errors = Errors.of(Bernoulli.of(0.5), x -> unit * (x - 0.499) * (x - 0.499), n, SamplingPlan.independent(),
                    Baseline.optimalConstant(), 0, truth, 100);
            assertTrue(errors.found < 1e-30 * unit * unit && errors.coverage > 0.999, errors.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64})
    void errorsOfFewSamplesKnowThatFoldsShareThem(int n) {
        double bell = -2 / Math.pow(3, 1.5);
        double cosine = -Math.exp(-0.5);
        Errors.of(STANDARD, x -> Math.exp(-x * x), n, SamplingPlan.independent(), Baseline.optimalConstant(), 1, bell, 6000)
                .assertRatio(0.97, 1.4);
        Errors.of(STANDARD, Math::cos, n, SamplingPlan.independent(), Baseline.optimalConstant(), 1, cosine, 6000)
                .assertRatio(0.97, 1.4);
    }

    /** The functions have a jump that seldom lies between two samples of a stratum, or tails in the outermost strata. */
    @Test
    void strataHoldTheTruth() {
        double tail = 4 * Math.exp(-4);
        assertHolds(Exponential.of(1), x -> x > 4 ? 1 : 0, 10_240, 0, tail, 0.95);
        assertHolds(Exponential.of(1), x -> x * x, 1024, 0, 4, 0.93);
        assertHolds(STANDARD, Math::cos, 4096, 1, -Math.exp(-0.5), 0.95);
        assertHolds(STANDARD, Math::cos, 1024, 1, -Math.exp(-0.5), 0.87);
        assertHolds(STANDARD, x -> x > 1 ? 1 : 0, 4096, 0, DENSITY_AT_1, 0.95);
    }

    private static void assertHolds(UnivariateDistribution law, DoubleUnaryOperator f, int n, int parameter, double truth,
            double least) {
        Errors errors = Errors.of(law, f, n, SamplingPlan.stratified(), Baseline.automatic(), parameter, truth, 400);
        assertTrue(errors.coverage > least && errors.claimed < 10 * errors.found, law + ", " + n + ": " + errors);
    }
}
