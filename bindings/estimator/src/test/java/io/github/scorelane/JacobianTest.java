package io.github.scorelane;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.BatchVectorFunction;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.function.VectorFunction;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Tests estimates of several functions at once, each of which must have the bits that it has alone. */
class JacobianTest {
    private static final Normal NORMAL = Normal.of(0.7, 1.3);
    private static final int[] SAMPLES = {1, 3, 257, 1023, 1025, 4096, 4097, 20_011};
    private static final List<ToDoubleFunction<double[]>> FUNCTIONS = List.of(
            x -> (x[0] > 1 ? 1 : 0) + Math.floor(40 * x[1]) % 2, x -> x[0] * x[0] + 1e6, x -> x[0] * x[1] - x[2], x -> 5);

    /** The estimate is that of the Javadoc's example. */
    @Test
    void theExampleIsRight() {
        JacobianEstimate estimate = ScoreFunctionEstimator.of(NORMAL).seed(42)
                .jacobian(2, x -> new double[] {x[0], x[0] * x[0]});
        double[][] exact = {{1, 0}, {1.4, 2.6}};
        for (int o = 0; o < 2; o++) {
            for (int p = 0; p < 2; p++) {
                assertEquals(exact[o][p], estimate.jacobian()[o][p], 5 * estimate.standardError()[o][p] + 1e-12);
            }
        }
        assertEquals(0.7, estimate.value()[0], 5 * estimate.valueStandardError()[0]);
        assertEquals(0.49 + 1.69, estimate.value()[1], 5 * estimate.valueStandardError()[1]);
        assertEquals(List.of("mean", "standard deviation"), estimate.parameterNames());
        assertEquals(100_000, estimate.samples());
        assertEquals(42, estimate.seed());
        assertEquals(2, estimate.outputs());
        String text = estimate.toString();
        assertTrue(text.startsWith("output 0: 100,000 samples, seed 42") && text.contains("output 1: "));
        assertTrue(estimate.elapsed().toNanos() > 0);
    }

    /**
     * The cases are with and without polynomials, and with all scores at once as well as with fewer rows of scores than
     * parameters.
     */
    @Test
    @Tag("bits")
    void eachOutputHasTheBitsThatItHasAlone() {
        double[] means = {0.3, -1, 2, 0, 0, 0};
        double[][] factor = {{0.5}, {-1, 1}, {0.2, 0.7, 2}};
        for (MultivariateDistribution distribution : List.of(DiagonalNormal.of(means, new double[] {0.5, 1, 2, 1, 1, 1}),
                MultivariateNormal.of(Arrays.copyOf(means, 3), factor))) {
            for (int n : SAMPLES) {
                for (Baseline baseline : List.of(Baseline.none(), Baseline.leaveOneOut(), Baseline.optimalConstant(),
                        Baseline.automatic(), Baseline.function(i -> 0.5 * i))) {
                    if (n >= baseline.formula(n).minSamples()) {
                        var estimator = ScoreFunctionEstimator.of(distribution).samples(n).seed(11).baseline(baseline);
                        assertSame(estimator, 1, false);
                        assertSame(estimator, 3, false);
                        if (!baseline.isFunction()) {
                            assertSame(estimator.withCovariance(), 2, true);
                        }
                    }
                }
            }
        }
    }

    private static void assertSame(ScoreFunctionEstimator<ToDoubleFunction<double[]>> estimator, int threads,
            boolean covariance) {
        int outputs = FUNCTIONS.size();
        JacobianEstimate simple = estimator.parallel(threads).jacobian(outputs,
                x -> FUNCTIONS.stream().mapToDouble(f -> f.applyAsDouble(x)).toArray());
        JacobianEstimate batch = estimator.parallel(threads).jacobian(outputs, (x, n, f) -> {
            double[] point = new double[x.length];
            for (int s = 0; s < n; s++) {
                for (int d = 0; d < x.length; d++) {
                    point[d] = x[d][s];
                }
                for (int o = 0; o < outputs; o++) {
                    f[o][s] = FUNCTIONS.get(o).applyAsDouble(point);
                }
            }
        });
        for (int o = 0; o < outputs; o++) {
            Estimate alone = estimator.estimate(FUNCTIONS.get(o));
            for (JacobianEstimate all : List.of(simple, batch)) {
                Estimate output = all.output(o);
                assertArrayEquals(alone.gradient(), output.gradient());
                assertArrayEquals(alone.standardError(), output.standardError());
                assertArrayEquals(alone.varianceReduction(), output.varianceReduction());
                assertEquals(alone.value(), output.value());
                assertEquals(alone.valueStandardError(), output.valueStandardError());
                assertEquals(alone.baselineChoices(), output.baselineChoices());
                assertEquals(alone.notes(), output.notes());
                if (covariance) {
                    assertArrayEquals(alone.covariance(), output.covariance());
                }
            }
        }
    }

    /** Univariate distributions must do the same, and scratch that is kept from one run to the next must not show. */
    @Test
    void numbersHaveTheirBitsAgainAndAgain() {
        var estimator = ScoreFunctionEstimator.of(Gamma.of(2, 3)).samples(6000).seed(2);
        double[] alone = estimator.estimate(Math::sqrt).gradient();
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(alone, estimator.jacobian(3, x -> new double[] {x[0], 1, Math.sqrt(x[0])}).jacobian()[2]);
            assertArrayEquals(alone, estimator.estimate(Math::sqrt).gradient());
        }
    }

    /** The samples are independent, though drawn in another way. */
    @Test
    void itGoesWithTheInverseTransform() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(6000).seed(2).plan(SamplingPlan.inverseTransform());
        assertArrayEquals(estimator.estimate(Math::sin).gradient(),
                estimator.jacobian(2, x -> new double[] {1, Math.sin(x[0])}).jacobian()[1]);
        var derivatives = estimator.controlVariate(ControlVariate.delta(new double[] {1}, new double[][] {{1}}));
        Estimate e = derivatives.estimate((x, d) -> {
            d[0] = x[0];
            d[1] = 1;
            return x[0] * x[0] / 2;
        });
        for (int p = 0; p < 2; p++) {
            assertEquals(p == 0 ? 1.4 : 2.3, e.gradient()[p], 5 * e.standardError()[p]);
        }
    }

    @Test
    void badInput() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(2000).seed(1);
        for (int outputs : new int[] {0, -1, 1025}) {
            refused("number of outputs is not between 1 and 1024: " + outputs, () -> estimator.jacobian(outputs, x -> x));
        }
        refused("the leave-one-out baseline needs at least 2 samples: 1",
                () -> estimator.samples(1).baseline(Baseline.leaveOneOut()).jacobian(1, x -> x));
        refused("a Jacobian is not estimated by importance sampling: use an estimator without",
                () -> estimator.importance(ImportanceSampling.from(NORMAL)).jacobian(1, x -> x));
        refused("a Jacobian takes no control variates of the user's: use an estimator without",
                () -> estimator.controlVariate(ControlVariate.delta(1)).jacobian(1, x -> x));
        refused("a Jacobian is not offered under the plan " + SamplingPlan.antithetic() + ": use SamplingPlan.independent()",
                () -> estimator.plan(SamplingPlan.antithetic()).jacobian(1, x -> x));
        refused("output is not between 0 and 0: 1", () -> estimator.jacobian(1, x -> x).output(1));
        double[] wide = new double[2049];
        Arrays.fill(wide, 1);
        refused("number of coordinates is above 2048, too many for a Jacobian: 2049",
                () -> ScoreFunctionEstimator.of(DiagonalNormal.of(wide, wide)).jacobian(1, x -> x));
        double[] large = Arrays.copyOf(wide, 1000);
        refused("number of outputs, 1024, is too large for 2000 parameters: their sums are above 67108864: 98320384",
                () -> ScoreFunctionEstimator.of(DiagonalNormal.of(large, large)).jacobian(1024, x -> x));
        assertThrows(NullPointerException.class, () -> estimator.jacobian(1, (VectorFunction) null));
        assertThrows(NullPointerException.class, () -> estimator.jacobian(1, (BatchVectorFunction) null));
    }

    @Test
    void theFirstSampleThatFailsIsNamed() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(20_000).seed(1);
        var expected = assertThrows(EvaluationException.class, () -> estimator.estimate(x -> x > 4.3 || x < -3 ? Double.NaN : x));
        for (int threads : new int[] {1, 2}) {
            var several = estimator.parallel(threads);
            failed("output " + (expected.x()[0] > 4.3 ? 0 : 2) + " of f is NaN", expected.sample(), () -> several.jacobian(3,
                    x -> new double[] {x[0] > 4.3 ? Double.NaN : 1, 1, x[0] < -3 ? Double.NaN : 2}));
            failed("output " + (expected.x()[0] > 4.3 ? 0 : 2) + " of f is NaN", expected.sample(), () -> several.jacobian(3,
                    (x, n, f) -> {
                        for (int s = 0; s < n; s++) {
                            f[0][s] = x[0][s] > 4.3 ? Double.NaN : 1;
                            f[1][s] = 1;
                            f[2][s] = x[0][s] < -3 ? Double.NaN : 2;
                        }
                    }));
            failed("output 1 of f is NaN", 0, () -> several.jacobian(2, (x, n, f) -> Arrays.fill(f[0], 0, n, 1)));
            failed("f threw java.lang.IllegalStateException: no", 0, () -> several.jacobian(2, (x, n, f) -> {
                throw new IllegalStateException("no");
            }));
            failed("f has not 2 outputs but 1", 0, () -> several.jacobian(2, x -> new double[1]));
            failed("f has not 2 outputs but null", 0, () -> several.jacobian(2, x -> null));
        }
    }

    @Test
    void anInterruptionEndsIt() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(20_000).seed(1).parallel(2);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> estimator.jacobian(1, x -> x));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    private static void failed(String message, long sample, Executable call) {
        var thrown = assertThrows(EvaluationException.class, call);
        assertTrue(thrown.getMessage().startsWith(message + " at sample " + sample), thrown.getMessage());
    }
}
