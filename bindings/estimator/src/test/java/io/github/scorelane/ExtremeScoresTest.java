package io.github.scorelane;

import static io.github.scorelane.ScaledFunctionTest.concatenated;
import static io.github.scorelane.ScaledFunctionTest.filled;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Independent;
import io.github.scorelane.distribution.Laplace;
import io.github.scorelane.distribution.Logistic;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.UnivariateDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests distributions with an extreme scale u, whose scores are near 1/u, so that squares of scores overflow or underflow.
 * With f = g(x/u) the gradient and its errors must be 1/u times those with scale 1 and g.
 */
class ExtremeScoresTest {
    private static final double[] UNITS = {0x1p-900, 1e-200, 1e-160, 1e-60, 1e60, 1e160, 1e200, 0x1p900};

    /**
     * A kind of estimate that is made at every scale.
     *
     * @param name the name of the kind
     * @param numbers the estimate's numbers that are inversely proportional to u
     * @param unscaled the estimate's numbers that u does not change
     */
    record Case(String name, DoubleFunction<double[]> numbers, DoubleFunction<double[]> unscaled) {
        /** Returns the step between scales. Wide problems take long, and so are tested at one scale only. */
        int step() {
            return name.startsWith("wide") ? UNITS.length : 1;
        }

        static Case of(String name, DoubleFunction<Estimate> estimate) {
            return new Case(name, u -> {
                Estimate e = estimate.apply(u);
                assertTrue(e.notes().stream().noneMatch(note -> note.contains("range of a double")), () -> e.notes().toString());
                return concatenated(Arrays.copyOf(e.gradient(), Math.min(6, e.gradient().length)),
                        Arrays.copyOf(e.standardError(), Math.min(6, e.gradient().length)));
            }, u -> new double[] {estimate.apply(u).value(), estimate.apply(u).valueStandardError()});
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static double g(double z) {
        return Math.sqrt(Math.abs(z)) + (z > 1 ? 1 : 0);
    }

    private static double g(double[] x, double u) {
        return g(x[0] / u) * (1.5 + Math.sin(x[x.length - 1] / u));
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        List<Baseline> baselines = List.of(Baseline.none(), Baseline.constant(0.75), Baseline.leaveOneOut(),
                Baseline.optimalConstant(), Baseline.automatic(), Baseline.function(i -> i % 3));
        List<DoubleFunction<UnivariateDistribution>> families = List.of(u -> Normal.of(0.7 * u, 1.3 * u),
                u -> Exponential.of(1.2 * u), u -> Laplace.of(0.2 * u, u), u -> Logistic.of(0.2 * u, u));
        for (DoubleFunction<UnivariateDistribution> family : families) {
            for (Baseline baseline : baselines) {
                cases.add(Case.of(family.apply(1) + ", " + baseline, u -> ScoreFunctionEstimator.of(family.apply(u)).samples(6000)
                        .seed(1).baseline(baseline).estimate(x -> g(x / u))));
            }
        }
        for (Baseline baseline : baselines.subList(0, 5)) {
            cases.add(Case.of("coordinates, " + baseline, u -> ScoreFunctionEstimator.of(DiagonalNormal.of(
                    new double[] {0.1 * u, -2 * u}, new double[] {u, 0.5 * u})).samples(6000).seed(2).baseline(baseline)
                    .estimate((double[] x) -> g(x, u))));
            cases.add(Case.of("Cholesky factor, " + baseline, u -> ScoreFunctionEstimator.of(MultivariateNormal.of(
                    new double[] {0.1 * u, -2 * u}, new double[][] {{u, 0}, {0.3 * u, 0.5 * u}})).samples(6000).seed(2)
                    .baseline(baseline).estimate((double[] x) -> g(x, u))));
            int n = baseline.equals(Baseline.automatic()) ? 4200 : 300;
            cases.add(Case.of("wide, " + baseline, u -> ScoreFunctionEstimator.of(DiagonalNormal.of(new double[2050],
                    filled(2050, u))).samples(n).seed(2).baseline(baseline).estimate((double[] x) -> g(x, u))));
        }
        cases.add(Case.of("wide exponential", u -> ScoreFunctionEstimator.of(Independent.of(Stream.generate(() ->
                Exponential.of(u)).limit(2050).toArray(UnivariateDistribution[]::new))).samples(300).seed(2)
                .estimate((double[] x) -> g(x, u))));
        for (SamplingPlan plan : List.of(SamplingPlan.inverseTransform(), SamplingPlan.antithetic(), SamplingPlan.stratified(),
                SamplingPlan.latinHypercube(), SamplingPlan.sobol())) {
            for (Baseline baseline : List.of(Baseline.none(), Baseline.optimalConstant())) {
                cases.add(Case.of(plan + ", " + baseline, u -> ScoreFunctionEstimator.of(Normal.of(0.7 * u, 1.3 * u))
                        .samples(1 << 13).seed(1).plan(plan).baseline(baseline).estimate(x -> g(x / u))));
            }
        }
        for (boolean ratio : new boolean[] {false, true}) {
            cases.add(Case.of("weights, " + ratio, u -> {
                ImportanceSampling sampling = ImportanceSampling.from(Normal.of(u, 1.8 * u));
                return ScoreFunctionEstimator.of(Normal.of(0.7 * u, 1.3 * u)).samples(6000).seed(1)
                        .importance(ratio ? sampling.selfNormalised() : sampling).estimate(x -> g(x / u));
            }));
        }
        addForms(cases);
        return cases.stream();
    }

    private static void addForms(List<Case> cases) {
        cases.add(Case.of("Jacobian", u -> ScoreFunctionEstimator.of(Normal.of(0.7 * u, 1.3 * u)).samples(6000).seed(1)
                .jacobian(2, (double[] x) -> new double[] {1, g(x[0] / u)}).output(1)));
        cases.add(Case.of("direct derivatives", u -> ScoreFunctionEstimator.of(Normal.of(0.7 * u, 1.3 * u)).samples(6000).seed(1)
                .estimate((x, d) -> {
                    d[0] = Math.abs(x[0] / u) / u;
                    d[1] = Math.cos(x[0] / u) / u;
                    return g(x[0] / u);
                })));
        cases.add(Case.of("control variates", u -> ScoreFunctionEstimator.of(Normal.of(0.7 * u, 1.3 * u)).samples(6000).seed(1)
                .controlVariate(ControlVariate.of((x, n, h) -> {
                    for (int s = 0; s < n; s++) {
                        h[s] = x[0][s] / u;
                    }
                }, 0.7, 1 / u, 0)).estimate(x -> g(x / u))));
        cases.add(Case.of("until a relative error", u -> ScoreFunctionEstimator.of(Normal.of(0.7 * u, 1.3 * u)).seed(1)
                .baseline(Baseline.optimalConstant()).until(Target.relative(0.02).unbiased().atMost(1 << 16))
                .estimate(x -> g(x / u))));
        cases.add(new Case("rows", u -> {
            ConditionalEstimate e = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(16).seed(1)
                    .estimate(new double[][] {{0.7 * u, 0}, {1.3 * u, u}}, (row, x) -> g(x / u));
            return concatenated(e.gradient()[0], e.gradient()[1], e.standardError()[0], e.standardError()[1]);
        }, u -> new double[0]));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void unitsOfParametersAlterRoundingAlone(Case each) {
        double[] expected = each.numbers().apply(1);
        double[] same = each.unscaled().apply(1);
        assertTrue(Arrays.stream(expected).allMatch(Double::isFinite), () -> Arrays.toString(expected));
        for (int k = 0; k < UNITS.length; k += each.step()) {
            double u = UNITS[k];
            double[] scaled = each.numbers().apply(u);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], scaled[i] * u, 1e-9 * Math.abs(expected[i]) + 1e-9, each + ", " + u + ", number " + i);
            }
            assertArrayEquals(same, each.unscaled().apply(u), 1e-9, each + ", " + u);
        }
    }

    /** The function is f = x, which is as large as the scores are small, and whose expectation is the mean. */
    @Test
    void aFunctionOfTheOtherExtremeIsRightToo() {
        for (double u : UNITS) {
            Estimate e = ScoreFunctionEstimator.of(Normal.of(0, u)).samples(10_000).seed(1).baseline(Baseline.leaveOneOut())
                    .estimate(x -> x);
            assertEquals(1, e.gradient()[0], 5 * e.standardError()[0]);
            assertEquals(0, e.gradient()[1], 5 * e.standardError()[1]);
            assertEquals(Math.sqrt(2e-4), e.standardError()[0], 1e-3);
            assertEquals(0.01 * u, e.valueStandardError(), 1e-3 * u);
        }
    }

    /** Second derivatives with scale u must be 1/u² times those with scale 1. */
    @Test
    void secondDerivativesAreRightAsFarAsTheyAreNumbers() {
        HessianEstimate one = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).samples(6000).seed(1).hessian(ExtremeScoresTest::g);
        for (double u : new double[] {1e-140, 1e-80, 1e80, 1e140}) {
            HessianEstimate e = ScoreFunctionEstimator.of(Normal.of(0.7 * u, 1.3 * u)).samples(6000).seed(1)
                    .hessian(x -> g(x / u));
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    assertEquals(one.hessian()[i][j], e.hessian()[i][j] * u * u, 1e-9);
                    assertEquals(one.standardError()[i][j], e.standardError()[i][j] * u * u, 1e-9);
                }
            }
        }
    }
}
