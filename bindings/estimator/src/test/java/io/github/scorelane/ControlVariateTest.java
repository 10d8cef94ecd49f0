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
import io.github.scorelane.function.EvaluationException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests control variates that a user gives: against closed forms, their bits, and what is refused. */
class ControlVariateTest {
    private static final Normal NORMAL = Normal.of(0.7, 1.3);
    /** The hash of the bits of some estimates, which must be the same at any width. */
    private static final int HASH = -1501610113;
    private static final double[] GRADIENT = {1, -2, 0.5};
    private static final double[][] HESSIAN = {{2, 0.3, 0}, {-0.1, 0, 1}, {0, 0.4, -3}};

    /**
     * The Javadoc's example uses that exp(x) under N(0, σ²) has the mean exp(σ²/2), which is its derivative by the mean, too.
     */
    @Test
    void theExampleIsRight() {
        Estimate e = ScoreFunctionEstimator.of(Normal.of(0, 0.5)).seed(1)
                .controlVariate(ControlVariate.delta(new double[] {1}, new double[][] {{1}}))
                .estimate(Math::exp);
        double exact = Math.exp(0.125);
        assertEquals(exact, e.value(), 5 * e.valueStandardError());
        assertEquals(exact, e.gradient()[0], 5 * e.standardError()[0]);
        assertEquals(exact * 0.5, e.gradient()[1], 5 * e.standardError()[1]);
        Estimate without = ScoreFunctionEstimator.of(Normal.of(0, 0.5)).seed(1).baseline(Baseline.optimalConstant())
                .estimate(Math::exp);
        assertTrue(9 * e.standardError()[0] < without.standardError()[0]);
        assertTrue(4 * e.valueStandardError() < without.valueStandardError());
    }

    static Stream<MultivariateDistribution> normals() {
        double[] mean = {0.3, -1, 2};
        return Stream.of(DiagonalNormal.of(mean, new double[] {0.5, 1, 2}),
                MultivariateNormal.of(mean, new double[][] {{0.5}, {-1, 1}, {0.2, 0.7, 2}}));
    }

    /**
     * A control variate of the second order leaves only rounding of a quadratic f, so that value and gradient are exact from
     * two samples on.
     */
    @ParameterizedTest
    @MethodSource("normals")
    void ofAQuadraticTheDeltaMethodLeavesNothing(MultivariateDistribution normal) {
        double[] theta = normal.parameters();
        ToDoubleFunction<double[]> f = x -> quadratic(x, theta) + 17;
        double[] exact = differences(normal);
        for (int n : new int[] {2, 300, 1024, 5000}) {
            Estimate e = ScoreFunctionEstimator.of(normal).samples(n).seed(n)
                    .controlVariate(ControlVariate.delta(GRADIENT, HESSIAN)).estimate(f);
            assertEquals(17 + expected(normal.parameters(), theta, normal), e.value(), 1e-12);
            assertArrayEquals(exact, e.gradient(), 1e-7);
        }
    }

    /** A control variate of the first order leaves the rest, and two halves of one are as good as the whole. */
    @ParameterizedTest
    @MethodSource("normals")
    void controlVariatesAddUp(MultivariateDistribution normal) {
        var estimator = ScoreFunctionEstimator.of(normal).samples(50).seed(3);
        ToDoubleFunction<double[]> f = x -> Math.exp(0.1 * x[0] * x[1]) + x[2];
        ControlVariate whole = ControlVariate.delta(GRADIENT, HESSIAN);
        ControlVariate half = whole.scaled(0.5);
        Estimate one = estimator.controlVariate(whole).estimate(f);
        Estimate two = estimator.controlVariate(half).controlVariate(half).estimate(f);
        assertArrayEquals(one.gradient(), two.gradient(), 1e-11);
        assertArrayEquals(one.standardError(), two.standardError(), 1e-11);
        assertEquals(one.value(), two.value(), 1e-12);
        Estimate none = estimator.controlVariate(whole.scaled(0)).estimate(f);
        assertArrayEquals(estimator.estimate(f).gradient(), none.gradient(), 1e-11);
        double[] zeros = new double[normal.parameters().length];
        System.arraycopy(GRADIENT, 0, zeros, 0, 3);
        ControlVariate linear = ControlVariate.of((x, n, h) -> {
            for (int s = 0; s < n; s++) {
                h[s] = x[0][s] - 0.3 - 2 * (x[1][s] + 1) + 0.5 * (x[2][s] - 2);
            }
        }, 0, zeros);
        assertArrayEquals(estimator.controlVariate(ControlVariate.delta(GRADIENT)).estimate(f).gradient(),
                estimator.controlVariate(linear).estimate(f).gradient(), 1e-11);
        assertArrayEquals(estimator.controlVariate(ControlVariate.delta(GRADIENT).scaled(-2)).estimate(f).gradient(),
                estimator.controlVariate(linear.scaled(-2)).estimate(f).gradient(), 1e-11);
    }

    /** Computes (1/n)Σ(f − h + E[h] − b)s + ∇E[h], sample by sample. */
    @Test
    void withFewSamplesTheCoefficientIsOne() {
        ControlVariate square = ControlVariate.of(ControlVariateTest::square, 0.49 + 1.69, 1.4, 2.6);
        for (Baseline baseline : new Baseline[] {Baseline.none(), Baseline.leaveOneOut(), Baseline.optimalConstant()}) {
            var estimator = ScoreFunctionEstimator.of(NORMAL).samples(2000).seed(5).baseline(baseline).withCovariance();
            Estimate e = estimator.controlVariate(square).estimate(x -> 3 * x + Math.abs(x));
            Estimate rest = estimator.estimate(x -> 3 * x + Math.abs(x) - (x * x - (0.49 + 1.69)));
            assertArrayEquals(new double[] {rest.gradient()[0] + 1.4, rest.gradient()[1] + 2.6}, e.gradient());
            assertArrayEquals(rest.standardError(), e.standardError());
            assertEquals(rest.value(), e.value());
            assertArrayEquals(rest.covariance()[1], e.covariance()[1]);
        }
    }

    /** The control variate has the wrong size, so that it is useful only with a fitted coefficient. */
    @Test
    void withManySamplesTheCoefficientIsFitted() {
        for (double scale : new double[] {1, -3, 100}) {
            ControlVariate sine = ControlVariate.of((x, n, h) -> {
                for (int s = 0; s < n; s++) {
                    h[s] = scale * Math.sin(3 * x[0][s]);
                }
            }, scale * 0, scale * 3 * Math.exp(-4.5), 0);
            var estimator = ScoreFunctionEstimator.of(withoutSurrogates(0, 1)).samples(20_000).seed(8);
            Estimate with = estimator.controlVariate(sine).estimate(x -> Math.sin(3 * x[0]) + 0.01 * Math.abs(x[0]));
            Estimate without = estimator.estimate(x -> Math.sin(3 * x[0]) + 0.01 * Math.abs(x[0]));
            for (int p = 0; p < 2; p++) {
                assertTrue(20 * with.standardError()[p] < without.standardError()[p], "scale " + scale);
                // The control variate has the right size, so that a fitted coefficient cannot improve on it.
                assertEquals(scale == 1 ? 0 : 9, with.baselineChoices().get(p).controls());
            }
            assertEquals(3 * Math.exp(-4.5), with.gradient()[0], 5 * with.standardError()[0]);
            assertEquals(0.01 * Math.sqrt(2 / Math.PI), with.gradient()[1], 5 * with.standardError()[1]);
        }
    }

    /** A normal number as a vector of one coordinate, for whose functions the library does not look for surrogates. */
    private static MultivariateNormal withoutSurrogates(double mean, double standardDeviation) {
        return MultivariateNormal.of(new double[] {mean}, new double[][] {{standardDeviation}});
    }

    /** A control variate that is unrelated to f must cost hardly any variance, except in the value. */
    @Test
    void aUselessControlVariateDoesNoHarmToTheGradient() {
        ControlVariate noise = ControlVariate.of((x, n, h) -> {
            for (int s = 0; s < n; s++) {
                h[s] = 30 * Math.sin(1e7 * x[0][s]);
            }
        }, 0, 0, 0);
        var estimator = ScoreFunctionEstimator.of(withoutSurrogates(0.7, 1.3)).samples(50_000).seed(8);
        double[] with = estimator.controlVariate(noise).estimate(x -> x[0] > 1 ? 1 : 0).standardError();
        double[] without = estimator.estimate(x -> x[0] > 1 ? 1 : 0).standardError();
        assertTrue(with[0] < 1.02 * without[0] && with[1] < 1.02 * without[1]);
    }

    @Test
    @Tag("bits")
    void bitsDependNeitherOnThreadsNorOnTheWidth() {
        int all = 0;
        MultivariateDistribution normal = normals().toList().get(1);
        double[] h = {0.1, 0.2, 0.3};
        ControlVariate cube = ControlVariate.of((x, n, f) -> {
            for (int s = 0; s < n; s++) {
                f[s] = x[0][s] * x[0][s] * x[1][s];
            }
        }, 0.5, new double[9]);
        for (int n : new int[] {3, 1023, 1025, 30_001}) {
            var estimator = ScoreFunctionEstimator.of(normal).samples(n).seed(4)
                    .controlVariate(ControlVariate.delta(GRADIENT, HESSIAN)).controlVariate(cube)
                    .controlVariate(ControlVariate.delta(h)).withCovariance();
            Estimate one = estimator.estimate(x -> x[0] * x[1] * x[2] + Math.abs(x[0]));
            all = 31 * (31 * all + Arrays.hashCode(one.gradient())) + Arrays.hashCode(one.standardError());
            for (int threads : new int[] {2, 7}) {
                Estimate many = estimator.parallel(threads).estimate(x -> x[0] * x[1] * x[2] + Math.abs(x[0]));
                assertArrayEquals(one.gradient(), many.gradient());
                assertArrayEquals(one.standardError(), many.standardError());
                assertEquals(one.value(), many.value());
                assertArrayEquals(one.covariance()[2], many.covariance()[2]);
            }
        }
        assertEquals(HASH, all);
    }

    @Test
    void anotherThetaLeavesThemBehind() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(100).seed(1);
        var moved = estimator.controlVariate(ControlVariate.delta(3)).at(Normal.of(1, 1));
        assertArrayEquals(estimator.at(Normal.of(1, 1)).estimate(x -> x).gradient(), moved.estimate(x -> x).gradient());
        assertTrue(moved.controlVariate(ControlVariate.delta(1)).estimate(x -> x).standardError()[0] < 1e-12);
    }

    @Test
    void badInput() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(2000).seed(1);
        refused("mean of the control variate is not finite: NaN", () -> ControlVariate.of(ControlVariateTest::square, Double.NaN));
        refused("gradient of the control variate's mean by parameter 1 is not finite: Infinity",
                () -> ControlVariate.of(ControlVariateTest::square, 1, 2, Double.POSITIVE_INFINITY));
        refused("number of derivatives of the control variate's mean is not that of the parameters, 2: 1",
                () -> estimator.controlVariate(ControlVariate.of(ControlVariateTest::square, 1, 2)));
        refused("gradient[0] is not finite: NaN", () -> ControlVariate.delta(Double.NaN));
        refused("Hessian[0][0] is not finite: NaN", () -> ControlVariate.delta(new double[1], new double[][] {{Double.NaN}}));
        refused("number of rows of the Hessian is not that of the gradient's numbers, 1: 2",
                () -> ControlVariate.delta(new double[1], new double[2][1]));
        refused("length of row 0 of the Hessian is not 1: 2", () -> ControlVariate.delta(new double[1], new double[1][2]));
        refused("coefficient of the control variate is not finite: NaN", () -> ControlVariate.delta(1).scaled(Double.NaN));
        refused("derivative of the control variate's mean is not finite: Infinity",
                () -> estimator.controlVariate(ControlVariate.delta(1e300).scaled(1e300)));
        refused("number of derivatives of f is not that of the coordinates, 1: 2",
                () -> estimator.controlVariate(ControlVariate.delta(1, 2)));
        refused("distribution is not a Normal, DiagonalNormal or MultivariateNormal, of which the delta method's moments are known;"
                + " use ControlVariate.of with moments of your own: " + Gamma.of(2, 3),
                () -> ScoreFunctionEstimator.of(Gamma.of(2, 3)).controlVariate(ControlVariate.delta(1)));
        var full = estimator;
        for (int k = 0; k < ScoreFunctionEstimator.MAX_CONTROL_VARIATES; k++) {
            full = full.controlVariate(ControlVariate.delta(1));
        }
        var all = full;
        refused("number of control variates is above 8: add up some of them, their means and their gradients",
                () -> all.controlVariate(ControlVariate.delta(1)));
        double[] wide = new double[2049];
        Arrays.fill(wide, 1);
        refused("number of coordinates is above 2048, too many for a control variate, as a block of samples is not held whole: "
                + 2049,
                () -> ScoreFunctionEstimator.of(DiagonalNormal.of(wide, wide)).controlVariate(ControlVariate.delta(wide)));
    }

    @Test
    void whatItDoesNotGoWith() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(2000).controlVariate(ControlVariate.delta(1));
        refused("control variates of the user's are not offered under the plan " + SamplingPlan.antithetic()
                + ": use SamplingPlan.independent()", () -> estimator.plan(SamplingPlan.antithetic()).estimate(x -> x));
        refused("a Hessian takes no control variates of the user's: use an estimator without", () -> estimator.hessian(x -> x));
        refused("an estimate by weights takes no control variates of the user's: use an estimator without",
                () -> estimator.importance(ImportanceSampling.from(Normal.of(0, 2))).estimate(x -> x));
        refused("an estimate by weights takes no control variates of the user's: use an estimator without",
                () -> estimator.estimate(RecordedSamples.of(new double[] {1, 2}, new double[] {1, 2}, new double[] {1, 2})));
    }

    @Test
    void faultsOfTheControlVariateAreItsOwn() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(5000).seed(1).parallel(2);
        var bad = estimator.controlVariate(ControlVariate.of((x, n, h) -> {
            for (int s = 0; s < n; s++) {
                h[s] = x[0][s] > 4 ? Double.NaN : 1;
            }
        }, 1, 0, 0));
        var thrown = assertThrows(EvaluationException.class, () -> bad.estimate(x -> x));
        assertTrue(thrown.getMessage().startsWith("the control variate is NaN at sample ") && thrown.x()[0] > 4);
        var unwritten = estimator.controlVariate(ControlVariate.of((x, n, h) -> { }, 1, 0, 0));
        assertEquals(0, assertThrows(EvaluationException.class, () -> unwritten.estimate(x -> x)).sample());
        var throwing = estimator.controlVariate(ControlVariate.of((x, n, h) -> {
            throw new IllegalStateException("no");
        }, 1, 0, 0));
        assertTrue(assertThrows(EvaluationException.class, () -> throwing.estimate(x -> x)).getMessage()
                .startsWith("the control variate threw java.lang.IllegalStateException: no at sample 0"));
        assertTrue(assertThrows(EvaluationException.class, () -> estimator.controlVariate(ControlVariate.delta(1))
                .estimate(x -> x > 4 ? Double.NaN : 1)).getMessage().startsWith("f is NaN"));
    }

    private static void square(double[][] x, int n, double[] h) {
        for (int s = 0; s < n; s++) {
            h[s] = x[0][s] * x[0][s];
        }
    }

    private static double quadratic(double[] x, double[] a) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += GRADIENT[i] * (x[i] - a[i]);
            for (int j = 0; j < 3; j++) {
                sum += 0.5 * HESSIAN[i][j] * (x[i] - a[i]) * (x[j] - a[j]);
            }
        }
        return sum;
    }

    /** The exact E[g(x − a) + ½(x − a)ᵀH(x − a)] is known also at parameters whose mean is not a. */
    private static double expected(double[] theta, double[] a, MultivariateDistribution normal) {
        double[][] factor = new double[3][3];
        for (int i = 0, place = 3; i < 3; i++) {
            for (int j = 0; j <= i; j++) {
                factor[i][j] = normal instanceof MultivariateNormal ? theta[place++] : i == j ? theta[place++] : 0;
            }
        }
        double sum = quadratic(theta, a);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    sum += 0.5 * HESSIAN[i][j] * factor[i][k] * factor[j][k];
                }
            }
        }
        return sum;
    }

    private static double[] differences(MultivariateDistribution normal) {
        double[] theta = normal.parameters();
        double[] gradient = new double[theta.length];
        Arrays.setAll(gradient, p -> {
            double[] up = theta.clone();
            double[] down = theta.clone();
            up[p] += 0.125;
            down[p] -= 0.125;
            return (expected(up, theta, normal) - expected(down, theta, normal)) / 0.25;
        });
        return gradient;
    }
}
