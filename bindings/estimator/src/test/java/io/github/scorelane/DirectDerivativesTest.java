package io.github.scorelane;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.function.ParametricBatchFunction;
import io.github.scorelane.function.ParametricFunction;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Tests functions that depend on θ themselves, for which the gradient is E[f s] + E[∂f/∂θ]. */
class DirectDerivativesTest {
    private static final double MEAN = 0.7;
    private static final double SD = 1.3;
    private static final Normal NORMAL = Normal.of(MEAN, SD);
    /** The hash of the bits of some estimates, which must be the same at any width. */
    private static final int HASH = -1904067341;

    /** The estimate is that of the Javadoc's example. */
    @Test
    void theExampleIsRight() {
        Estimate e = ScoreFunctionEstimator.of(NORMAL).seed(42).estimate((x, derivatives) -> {
            double z = (x[0] - 0.7) / 1.3;
            derivatives[0] = -z / 1.3;
            derivatives[1] = (1 - z * z) / 1.3;
            return 0.5 * z * z + Math.log(1.3);
        });
        assertEquals(0, e.gradient()[0], 5 * e.standardError()[0]);
        assertEquals(1 / SD, e.gradient()[1], 5 * e.standardError()[1]);
        assertEquals(0.5 + Math.log(SD), e.value(), 5 * e.valueStandardError());
    }

    /** Computes (1/n)Σ((f − b)s + d), and the standard error of that mean, sample by sample. */
    @Test
    void itIsTheMeanOfItsTerms() {
        int n = 3000;
        double[] x = new double[n];
        double[][] s = new double[2][n];
        NORMAL.sample(SplitStream.ofHashed(11), 0, x, 0, n);
        NORMAL.gradLogPdf(x, 0, s, 0, n);
        for (double b : new double[] {0, 2}) {
            for (Baseline baseline : List.of(Baseline.constant(b), Baseline.function(i -> b))) {
                Estimate e = ScoreFunctionEstimator.of(NORMAL).samples(n).seed(11).baseline(baseline).estimate((point, d) -> {
                    d[0] = Math.abs(point[0]);
                    d[1] = -point[0];
                    return Math.exp(point[0]);
                });
                for (int p = 0; p < 2; p++) {
                    double sum = 0;
                    double squares = 0;
                    for (int i = 0; i < n; i++) {
                        double term = (Math.exp(x[i]) - b) * s[p][i] + (p == 0 ? Math.abs(x[i]) : -x[i]);
                        sum += term;
                        squares += term * term;
                    }
                    assertEquals(sum / n, e.gradient()[p], 1e-12 * Math.abs(sum / n));
                    double error = Math.sqrt((squares / n - sum / n * sum / n) / (n - 1));
                    assertEquals(error, e.standardError()[p], 1e-10 * error);
                }
            }
        }
    }

    /**
     * With d = us for a function u, the terms of f are those of f + u, so that constants and controls fitted to them must be
     * the same.
     */
    @Test
    void termsThatAreScoresAreThoseOfAnotherFunction() {
        var normal = DiagonalNormal.of(new double[] {0.3, -1, 2, 0, 1}, new double[] {0.8, 1.7, 1, 1, 0.5});
        int parameters = normal.parameterNames().size();
        ParametricBatchFunction split = (x, n, f, d) -> {
            normal.gradLogPdf(x, 0, 0, d, 0, n);
            for (int s = 0; s < n; s++) {
                f[s] = x[0][s] * x[0][s] + x[4][s];
                for (int p = 0; p < parameters; p++) {
                    d[p][s] *= x[0][s] + 3 + x[1][s] * x[1][s];
                }
            }
        };
        ToDoubleFunction<double[]> whole = x -> x[0] * x[0] + x[4] + x[0] + 3 + x[1] * x[1];
        for (int n : new int[] {16, 300, 5000}) {
            var estimator = ScoreFunctionEstimator.of(normal).samples(n).seed(5);
            for (Baseline baseline : List.of(Baseline.none(), Baseline.optimalConstant())) {
                assertSame(estimator.baseline(baseline).estimate(whole), estimator.baseline(baseline).estimate(split));
            }
        }
        for (int n : new int[] {4096, 9001}) {
            var estimator = ScoreFunctionEstimator.of(normal).samples(n).seed(5).withoutProbes();
            Estimate one = estimator.estimate(whole);
            Estimate other = estimator.estimate(split);
            assertSame(one, other, 0, 1, 5, 6);
            assertEquals(one.baselineChoices().get(0), other.baselineChoices().get(0));
            // The controls are three times too large, so that fitted coefficients are better than 1.
            var controlled = estimator.controlVariate(threeSquares(0, 0.3, 0.8)).controlVariate(threeSquares(1, -1, 1.7));
            Estimate controlledOther = controlled.estimate(split);
            assertSame(controlled.estimate(whole), controlledOther, 0, 1, 5, 6);
            assertTrue(controlledOther.baselineChoices().get(0).controls() >= 8);
        }
    }

    /**
     * A control variate that is three times the square of one of five coordinates, with its mean and the gradient of the
     * mean.
     */
    private static ControlVariate threeSquares(int coordinate, double mean, double deviation) {
        double[] gradient = new double[10];
        gradient[coordinate] = 6 * mean;
        gradient[5 + coordinate] = 6 * deviation;
        return ControlVariate.of((x, n, h) -> {
            for (int s = 0; s < n; s++) {
                h[s] = 3 * x[coordinate][s] * x[coordinate][s];
            }
        }, 3 * (mean * mean + deviation * deviation), gradient);
    }

    private static void assertSame(Estimate one, Estimate other, int... parameters) {
        for (int p : parameters) {
            assertEquals(one.gradient()[p], other.gradient()[p], 1e-9);
            assertEquals(one.standardError()[p], other.standardError()[p], 1e-7);
            assertEquals(one.varianceReduction()[p], other.varianceReduction()[p], 1e-9 * one.varianceReduction()[p]);
        }
    }

    private static void assertSame(Estimate one, Estimate other) {
        assertArrayEquals(one.gradient(), other.gradient(), 1e-9);
        assertArrayEquals(one.standardError(), other.standardError(), 1e-9);
        assertArrayEquals(one.varianceReduction(), other.varianceReduction(), 1e-9);
    }

    @Test
    void derivativesOfZeroAddNothing() {
        for (int n : new int[] {256, 2000, 9001}) {
            var estimator = ScoreFunctionEstimator.of(NORMAL).samples(n).seed(7).withoutProbes();
            Estimate without = estimator.estimate(x -> x > 1 ? 1 : 0);
            Estimate with = estimator.estimate((x, d) -> {
                Arrays.fill(d, 0);
                return x[0] > 1 ? 1 : 0;
            });
            assertArrayEquals(without.gradient(), with.gradient(), 1e-13);
            assertArrayEquals(without.standardError(), with.standardError(), 1e-13);
            assertEquals(without.baselineChoices(), with.baselineChoices());
            assertEquals(without.value(), with.value());
        }
    }

    @Test
    @Tag("bits")
    void bitsDependNeitherOnThreadsNorOnTheFormNorOnTheWidth() {
        int all = 0;
        var normal = MultivariateNormal.of(new double[] {0.3, -1, 2}, new double[][] {{0.5}, {-1, 1}, {0.2, 0.7, 2}});
        for (int n : new int[] {3, 1023, 1025, 30_001}) {
            var estimator = ScoreFunctionEstimator.of(normal).samples(n).seed(4);
            Estimate one = estimator.estimate((x, d) -> {
                Arrays.setAll(d, p -> p * x[p % 3]);
                return x[0] * x[1] - x[2] * x[2];
            });
            all = 31 * (31 * all + Arrays.hashCode(one.gradient())) + Arrays.hashCode(one.standardError());
            for (int threads : new int[] {1, 2, 7}) {
                Estimate many = estimator.parallel(threads).estimate((x, m, f, d) -> {
                    for (int s = 0; s < m; s++) {
                        f[s] = x[0][s] * x[1][s] - x[2][s] * x[2][s];
                        for (int p = 0; p < d.length; p++) {
                            d[p][s] = p * x[p % 3][s];
                        }
                    }
                });
                assertArrayEquals(one.gradient(), many.gradient());
                assertArrayEquals(one.standardError(), many.standardError());
                assertEquals(one.value(), many.value());
            }
        }
        assertEquals(HASH, all);
    }

    @Test
    void fewSamplesHaveOptimalConstants() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(255).seed(1);
        ParametricFunction f = (x, d) -> {
            Arrays.fill(d, x[0]);
            return x[0];
        };
        assertEquals(Baseline.optimalConstant(), estimator.estimate(f).baseline());
        assertEquals(Baseline.automatic(), estimator.samples(256).estimate(f).baseline());
    }

    @Test
    void whatItDoesNotGoWith() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(2000).seed(1);
        ParametricFunction f = (x, d) -> 1;
        refused("baseline takes no function that depends on the parameters, use Baseline.optimalConstant(): leave-one-out",
                () -> estimator.baseline(Baseline.leaveOneOut()).estimate(f));
        refused("the joint covariance is not offered for a function that depends on the parameters: leave out withCovariance()",
                () -> estimator.withCovariance().estimate(f));
        refused("a function that depends on the parameters is not estimated by importance sampling: use an estimator without",
                () -> estimator.importance(ImportanceSampling.from(NORMAL)).estimate(f));
        refused("a function that depends on the parameters is not offered under the plan " + SamplingPlan.antithetic()
                + ": use SamplingPlan.independent()", () -> estimator.plan(SamplingPlan.antithetic()).estimate(f));
        double[] wide = new double[2049];
        Arrays.fill(wide, 1);
        refused("number of coordinates is above 2048, too many for a function that depends on the parameters: 2049",
                () -> ScoreFunctionEstimator.of(DiagonalNormal.of(wide, wide)).estimate(f));
        double[][] factor = new double[200][];
        Arrays.setAll(factor, i -> {
            double[] row = new double[i + 1];
            row[i] = 1;
            return row;
        });
        refused("number of parameters is above 16384, too many for a row of each: 20300",
                () -> ScoreFunctionEstimator.of(MultivariateNormal.of(new double[200], factor)).estimate(f));
        assertThrows(NullPointerException.class, () -> estimator.estimate((ParametricFunction) null));
        assertThrows(NullPointerException.class, () -> estimator.estimate((ParametricBatchFunction) null));
    }

    @Test
    void whatIsNotFiniteIsNamed() {
        for (int n : new int[] {100, 20_000}) {
            var estimator = ScoreFunctionEstimator.of(NORMAL).samples(n).seed(1);
            failed("the derivative of f by parameter 1 is NaN at sample 0,", () -> estimator.estimate((x, d) -> {
                d[0] = 1;
                return 1;
            }));
            failed("the derivative of f by parameter 0 is NaN at sample 0,", () -> estimator.estimate((x, m, f, d) ->
                    Arrays.fill(f, 0, m, 1)));
            failed("f is Infinity at sample 0,", () -> estimator.estimate((x, d) -> 1 / 0.0));
            failed("f threw java.lang.IllegalStateException: no at sample 0,", () -> estimator.estimate((x, m, f, d) -> {
                throw new IllegalStateException("no");
            }));
        }
        double[] x = new double[20_000];
        NORMAL.sample(SplitStream.ofHashed(1), 0, x, 0, x.length);
        int first = 4096;
        while (x[first] < 4) {
            first++;
        }
        double bound = x[first];
        failed("the derivative of f by parameter 1 is Infinity at sample " + first + ",",
                () -> ScoreFunctionEstimator.of(NORMAL).samples(20_000).seed(1).parallel(2).estimate((point, d) -> {
                    d[0] = 1;
                    d[1] = point[0] == bound ? Double.POSITIVE_INFINITY : 0;
                    return 1;
                }));
    }

    private static void failed(String message, Executable call) {
        var thrown = assertThrows(EvaluationException.class, call);
        assertTrue(thrown.getMessage().startsWith(message), thrown.getMessage());
    }
}
