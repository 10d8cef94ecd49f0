package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.SamplingPlan;
import io.github.scorelane.ScoreFunctionEstimator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests every univariate family with every baseline, with the control variates of the automatic one, and with every plan that
 * it has. The difference of the gradient from the plain estimate with the same samples must have the mean 0. The effect of a
 * baseline on that mean depends on the family only through its scores; mutants of baselines, control variates and plans are
 * found by their own tests.
 *
 * <p>There are some 700 tests with fixed seeds and a limit of 7 standard errors. If the means were normal, a false failure
 * would have a probability below 1e-8.
 */
class FamilyUnbiasednessTest {
    private static final double LIMIT = 7;
    private static final List<Baseline> BASELINES = List.of(Baseline.leaveOneOut(), Baseline.optimalConstant(),
            Baseline.constant(0.3), Baseline.automatic());
    private static final List<SamplingPlan> PLANS = List.of(SamplingPlan.inverseTransform(), SamplingPlan.antithetic(),
            SamplingPlan.stratified(), SamplingPlan.latinHypercube(8), SamplingPlan.sobol(8));

    static Stream<FamilyUnderTest.Case> cases() {
        return Families.ordinaryCases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void withEveryBaselineAndPlan(FamilyUnderTest.Case each) {
        verify(each, 1_000, 100);
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("slow")
    void withEveryBaselineAndPlanOverManySeeds(FamilyUnderTest.Case each) {
        verify(each, 30_000, 2_000);
    }

    private static void verify(FamilyUnderTest.Case each, int seeds, int seedsOfControls) {
        UnivariateDistribution distribution = each.distribution();
        double middle = each.law().quantile().applyAsDouble(0.6);
        DoubleUnaryOperator f = x -> 1 / (1 + Math.abs(x - middle)) + (x > middle ? 0.5 : 0);
        for (Baseline baseline : BASELINES) {
            verify(each + ", " + baseline, distribution, SamplingPlan.independent(), baseline, 16, seeds, f);
        }
        verify(each + ", automatic, 1,024", distribution, SamplingPlan.independent(), Baseline.automatic(), 1024,
                seedsOfControls, f);
        for (SamplingPlan plan : distribution instanceof HasInverseCdf ? PLANS : List.<SamplingPlan>of()) {
            for (Baseline baseline : List.of(Baseline.optimalConstant(), Baseline.automatic())) {
                verify(each + ", " + baseline + ", " + plan, distribution, plan, baseline, 32, seeds, f);
            }
        }
    }

    private static void verify(String what, UnivariateDistribution distribution, SamplingPlan plan, Baseline baseline, int n,
            int seeds, DoubleUnaryOperator f) {
        var plain = ScoreFunctionEstimator.of(distribution).samples(n).plan(plan).baseline(Baseline.none());
        var other = plain.baseline(baseline);
        int parameters = distribution.parameterNames().size();
        double[] sums = new double[parameters];
        double[] squares = new double[parameters];
        double[] scales = new double[parameters];
        for (long seed = 0; seed < seeds; seed++) {
            double[] a = plain.seed(seed).estimate(f).gradient();
            double[] b = other.seed(seed).estimate(f).gradient();
            for (int p = 0; p < parameters; p++) {
                double difference = b[p] - a[p];
                sums[p] += difference;
                squares[p] += difference * difference;
                scales[p] = Math.max(scales[p], Math.abs(a[p]));
            }
        }
        for (int p = 0; p < parameters; p++) {
            double limit = LIMIT * Math.sqrt(squares[p]) + 1e-12 * seeds * scales[p];
            assertTrue(Math.abs(sums[p]) <= limit, what + ", parameter " + p + ": z = " + sums[p] / Math.sqrt(squares[p]));
        }
    }
}
