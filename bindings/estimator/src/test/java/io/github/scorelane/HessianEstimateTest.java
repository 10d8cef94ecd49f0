package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Categorical;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Independent;
import io.github.scorelane.distribution.Laplace;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.NormalMixture;
import io.github.scorelane.distribution.PlackettLuce;
import io.github.scorelane.distribution.StudentT;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HessianEstimateTest {
    private static final ToDoubleFunction<double[]> SUM_OF_SQUARES = x -> Arrays.stream(x).map(each -> each * each).sum();

    /** The estimate is that of the Javadoc's example. */
    @Test
    void theExampleIsRight() {
        HessianEstimate estimate = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).samples(1_000_000).seed(42).hessian(x -> x * x);
        assertEquals(2, estimate.hessian()[0][0], 5 * estimate.standardError()[0][0]);
        assertTrue(estimate.standardError()[0][0] < 0.01);
        assertEquals(1.4, estimate.gradient().gradient()[0], 5 * estimate.gradient().standardError()[0]);
        assertTrue(estimate.notes().getFirst().startsWith("At all 1,000,000 samples f is its surrogate"),
                estimate.notes()::toString);
        assertEquals(1_000_000, estimate.samples());
        assertEquals(42, estimate.seed());
        assertEquals(1, estimate.baselineChoice(1, 0).size());
        assertTrue(estimate.confidenceInterval(1, 1, 0.95).lower() < estimate.hessian()[1][1]);
    }

    /** Computes (1/n) Σ f·(∂² log p + s sᵀ) by plain sums. */
    @Test
    void withoutABaselineItIsTheMeanOfItsTerms() {
        StudentT t = StudentT.of(7, 0.5, 2);
        int n = 3000;
        double[] x = new double[n];
        double[][] s = new double[3][n];
        double[][] h = new double[6][n];
        t.sample(SplitStream.ofHashed(11), 0, x, 0, n);
        t.gradLogPdf(x, 0, s, 0, n);
        t.hessianLogPdf(x, h, 0, n);
        double[][] hessian = ScoreFunctionEstimator.of(t).samples(n).seed(11).baseline(Baseline.none())
                .hessian(Math::abs).hessian();
        for (int j = 0, pair = 0; j < 3; j++) {
            for (int i = 0; i <= j; i++, pair++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += Math.abs(x[k]) * (h[pair][k] + s[i][k] * s[j][k]);
                }
                assertEquals(sum / n, hessian[i][j], 1e-12 * Math.abs(sum / n) + 1e-14);
                assertEquals(hessian[i][j], hessian[j][i]);
            }
        }
    }

    static Stream<UnivariateDistribution> distributions() {
        return Stream.of(Normal.of(0.7, 1.3), Gamma.of(0.3, 2), Gamma.of(1e-3, 2).unconstrained(), StudentT.of(5, 1, 2),
                Categorical.ofLogits(0.2, 0.3, -1, 0, 2));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    @Tag("bits")
    void theGradientIsTheEstimatesAndAllIsTheSameOnAnyThreads(UnivariateDistribution d) {
        for (int n : new int[] {3, 255, 5_000}) {
            var estimator = ScoreFunctionEstimator.of(d).samples(n).seed(5).withCovariance();
            Estimate plain = estimator.estimate(x -> 1 / (1 + x * x));
            HessianEstimate one = estimator.hessian(x -> 1 / (1 + x * x));
            assertArrayEquals(plain.gradient(), one.gradient().gradient());
            assertArrayEquals(plain.standardError(), one.gradient().standardError());
            assertArrayEquals(plain.varianceReduction(), one.gradient().varianceReduction());
            assertEquals(plain.baselineChoices(), one.gradient().baselineChoices());
            assertArrayEquals(plain.covariance(), one.gradient().covariance());
            assertEquals(plain.value(), one.value());
            assertEquals(plain.valueStandardError(), one.valueStandardError());
            assertEquals(plain.notes(), one.notes());
            for (int threads : new int[] {2, 3}) {
                HessianEstimate several = estimator.parallel(threads).hessian((x, m, f) -> {
                    for (int s = 0; s < m; s++) {
                        f[s] = 1 / (1 + x[0][s] * x[0][s]);
                    }
                });
                assertArrayEquals(one.hessian(), several.hessian());
                assertArrayEquals(one.standardError(), several.standardError());
                assertArrayEquals(one.covariance(), several.covariance());
            }
        }
    }

    /** The bits must be the same at every width and on every machine. */
    @Test
    @Tag("bits")
    void itIsTheRecordedBits() {
        double[][] hessian = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).samples(1_000).seed(1)
                .hessian(x -> x > 1 ? 1 : 0).hessian();
        assertArrayEquals(new double[] {0x1.a0b37a301a677p-5, -0x1.bd04cf431648cp-3, -0x1.8ff4960889617p-4},
                new double[] {hessian[0][0], hessian[0][1], hessian[1][1]});
        MultivariateNormal normal = MultivariateNormal.of(new double[] {0.5, -1}, new double[][] {{1.2}, {0.4, 0.8}});
        double[][] ofVectors = ScoreFunctionEstimator.of(normal).samples(10_000).seed(1).hessian(SUM_OF_SQUARES).hessian();
        assertArrayEquals(new double[] {0x1.f2ea9fe2f3127p0, 0x1.38933a9bdc0eep-3, 0x1.76021f2a8f5ffp-2},
                new double[] {ofVectors[1][1], ofVectors[0][3], ofVectors[3][4]});
    }

    /** Many pairs of parameters are asked for some at a time, and with a covariance all at once. */
    @Test
    void rangesOfPairsAreAllPairs() {
        int dimension = 6;
        double[] ones = new double[dimension];
        Arrays.fill(ones, 1.5);
        var estimator = ScoreFunctionEstimator.of(DiagonalNormal.of(new double[dimension], ones)).samples(2_500).seed(3);
        HessianEstimate some = estimator.hessian(SUM_OF_SQUARES);
        HessianEstimate all = estimator.withCovariance().hessian(SUM_OF_SQUARES);
        assertArrayEquals(some.hessian(), all.hessian());
        assertArrayEquals(some.standardError(), all.standardError());
        double[][] covariance = all.covariance();
        int parameters = 2 * dimension;
        assertEquals(parameters + parameters * (parameters + 1) / 2 + 1, covariance.length);
        for (int j = 0, at = parameters; j < parameters; j++) {
            for (int i = 0; i <= j; i++, at++) {
                assertEquals(all.standardError()[i][j], Math.sqrt(covariance[at][at]));
            }
        }
        assertThrows(IllegalStateException.class, some::covariance);
        // The marginals are the same as those of a product of univariate distributions, whose parameters have other names and
        // places. The numbers must be the same.
        HessianEstimate product = ScoreFunctionEstimator.of(Independent.of(Collections.nCopies(dimension, Normal.of(0, 1.5))))
                .samples(2_500).seed(3).hessian(SUM_OF_SQUARES);
        for (int i = 0; i < parameters; i++) {
            for (int j = 0; j < parameters; j++) {
                assertEquals(some.hessian()[i][j], product.hessian()[place(i, dimension)][place(j, dimension)], 1e-12);
            }
        }
    }

    private static int place(int parameter, int dimension) {
        return parameter % dimension * 2 + parameter / dimension;
    }

    @Test
    void itIsReadable() {
        HessianEstimate estimate = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).samples(1_000).seed(4).hessian(x -> x * x);
        String text = estimate.toString();
        assertTrue(text.contains("d/d standard deviation"), text);
        assertTrue(text.contains("∂²/∂mean² "), text);
        assertTrue(text.contains("∂²/∂mean ∂standard deviation "), text);
        assertTrue(text.contains("∂²/∂standard deviation² "), text);
        assertEquals(10, text.lines().count(), text);
        String many = ScoreFunctionEstimator.of(DiagonalNormal.of(new double[10], fill(10))).samples(100).seed(4)
                .hessian(SUM_OF_SQUARES).toString();
        assertTrue(many.endsWith("… 190 more pairs of parameters\n"), many);
    }

    private static double[] fill(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void fewSamplesHaveNoErrors() {
        HessianEstimate estimate = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(2).seed(4).hessian(x -> x);
        assertTrue(Double.isNaN(estimate.standardError()[1][0]));
        assertEquals(1, estimate.notes().size());
        assertEquals(List.of(), estimate.baselineChoice(0, 0));
    }

    @Test
    void whatHasNoSecondDerivativesIsRefused() {
        refused("a Hessian needs second derivatives of the log density, and Laplace(location=0.0, scale=1.0) has none"
                + " (HasHessian). ", () -> ScoreFunctionEstimator.of(Laplace.of(0, 1)).hessian(x -> x));
        refused("a Hessian needs second derivatives of the log density, and ", () -> ScoreFunctionEstimator.of(
                NormalMixture.of(new double[] {1, 2}, new double[] {0, 1}, new double[] {1, 1})).hessian(x -> x));
        refused("a Hessian needs second derivatives of the log density, and ",
                () -> ScoreFunctionEstimator.of(PlackettLuce.ofLogits(0, 1, 2)).hessian(SUM_OF_SQUARES));
        refused("a Hessian needs second derivatives of the log density, and coordinate 1 has none: Laplace(",
                () -> ScoreFunctionEstimator.of(Independent.of(Normal.of(0, 1), Laplace.of(0, 1))).hessian(SUM_OF_SQUARES));
    }

    @Test
    void whatIsTooLargeIsRefused() {
        refused("number of parameters is above 1024, too many for a Hessian: 1026",
                () -> ScoreFunctionEstimator.of(DiagonalNormal.of(new double[513], fill(513))).hessian(SUM_OF_SQUARES));
        refused("number of coordinates is above 2048, too many for a Hessian: 3000",
                () -> ScoreFunctionEstimator.of(DiagonalNormal.of(new double[3000], fill(3000))).hessian(SUM_OF_SQUARES));
        refused("number of parameters is above 4096", () -> ScoreFunctionEstimator.of(DiagonalNormal.of(new double[60], fill(60)))
                .withCovariance().hessian(SUM_OF_SQUARES));
        refused("the leave-one-out baseline needs at least 2 samples: 1", () -> ScoreFunctionEstimator.of(Normal.of(0, 1))
                .samples(1).baseline(Baseline.leaveOneOut()).hessian(x -> x));
        HessianEstimate estimate = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(100).seed(4).hessian(x -> x);
        refused("row and column are not between 0 and 1: 2 and 0", () -> estimate.confidenceInterval(2, 0, 0.95));
        refused("row and column are not between 0 and 1: 0 and -1", () -> estimate.baselineChoice(0, -1));
        assertThrows(NullPointerException.class,
                () -> ScoreFunctionEstimator.of(Normal.of(0, 1)).hessian((BatchFunction) null));
        assertThrows(EvaluationException.class,
                () -> ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(100).hessian(x -> x > 0 ? Double.NaN : 1));
    }

    private static void refused(String message, Executable what) {
        var e = assertThrows(IllegalArgumentException.class, what);
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }
}
