package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.EvaluationException;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreFunctionEstimatorTest {
    @Test
    void settingsGiveNewEstimators() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(1000).seed(1);
        double[] before = estimator.estimate(x -> x).gradient();
        estimator.samples(5).seed(2);
        estimator.at(Normal.of(5, 5));
        assertArrayEquals(before, estimator.estimate(x -> x).gradient());
        assertArrayEquals(ScoreFunctionEstimator.of(Normal.of(5, 5)).samples(1000).seed(1).estimate(x -> x).gradient(),
                estimator.at(Normal.of(5, 5)).estimate(x -> x).gradient());
    }

    @Test
    void theFormsOfTheFunctionAgree() {
        var one = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(3000).seed(1);
        assertArrayEquals(one.estimate(x -> x * x).gradient(), one.estimate((x, n, f) -> {
            for (int s = 0; s < n; s++) {
                f[s] = x[0][s] * x[0][s];
            }
        }).gradient());
        var two = ScoreFunctionEstimator.of(DiagonalNormal.of(new double[] {1, 2}, new double[] {3, 4})).samples(3000)
                .seed(1);
        assertArrayEquals(two.estimate(x -> x[0] * x[1]).gradient(), two.estimate((x, n, f) -> {
            for (int s = 0; s < n; s++) {
                f[s] = x[0][s] * x[1][s];
            }
        }).gradient());
    }

    @Test
    void seedsAreFreshUnlessGivenAndAreRecorded() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(100);
        Estimate a = estimator.estimate(x -> x);
        Estimate b = estimator.estimate(x -> x);
        assertNotEquals(a.seed(), b.seed());
        assertArrayEquals(a.gradient(), estimator.seed(a.seed()).estimate(x -> x).gradient());
        assertEquals(7, estimator.seed(7).estimate(x -> x).seed());
    }

    @Test
    void anEstimateSaysWhatItIs() {
        Estimate estimate = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(1000).seed(42).estimate(x -> x * x);
        assertEquals(List.of("mean", "standard deviation"), estimate.parameterNames());
        assertEquals(1000, estimate.samples());
        assertEquals("automatic", estimate.baseline().toString());
        assertFalse(estimate.elapsed().isNegative());
        String text = estimate.toString();
        assertTrue(text.startsWith("1,000 samples, seed 42, baseline automatic, "), text);
        assertTrue(text.contains("d/d standard deviation"), text);
        assertEquals(100_000, ScoreFunctionEstimator.of(Normal.of(0, 1)).estimate(x -> x).samples());
        assertEquals("standard deviation[1]", ScoreFunctionEstimator
                .of(DiagonalNormal.of(new double[2], new double[] {1, 1})).samples(3).estimate(x -> 1)
                .parameterNames().get(3));
    }

    @Test
    void intervalsAreNormalQuantilesWide() {
        Estimate estimate = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(1000).seed(42).estimate(x -> x * x);
        double g = estimate.gradient()[1];
        double error = estimate.standardError()[1];
        ConfidenceInterval wide = estimate.confidenceInterval(1, 0.95);
        assertEquals(g - 1.959963984540054 * error, wide.lower(), 1e-14);
        assertEquals(g + 1.959963984540054 * error, wide.upper(), 1e-14);
        assertEquals(0.6744897501960817 * error, estimate.confidenceInterval(1, 0.5).upper() - g, 1e-14);
        assertTrue(wide.contains(g) && !wide.contains(g + 2 * error) && !wide.contains(Double.NaN));
    }

    @Test
    void whatAnEstimateGivesAwayIsACopy() {
        Estimate estimate = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(10).withCovariance().estimate(x -> x);
        double g = estimate.gradient()[0];
        double error = estimate.standardError()[0];
        double covariance = estimate.covariance()[0][1];
        estimate.gradient()[0] = 99;
        estimate.standardError()[0] = 99;
        estimate.covariance()[0][1] = 99;
        assertEquals(g, estimate.gradient()[0]);
        assertEquals(error, estimate.standardError()[0]);
        assertEquals(covariance, estimate.covariance()[0][1]);
    }

    /** The estimators that are derived from one share scratch, which must carry nothing from one estimate to the next. */
    @Test
    void estimatesDoNotDisturbOneAnother() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(3000).seed(1);
        double[] alone = estimator.estimate(x -> x).gradient();
        assertThrows(EvaluationException.class, () -> estimator.estimate(x -> x > 2 ? Double.NaN : x));
        assertArrayEquals(alone, estimator.estimate(x -> x).gradient());
        estimator.samples(7).estimate(x -> x * x);
        estimator.withCovariance().estimate(x -> x * x);
        estimator.parallel(3).estimate(x -> x * x);
        assertArrayEquals(alone, estimator.estimate(x -> x).gradient());
        assertArrayEquals(alone, estimator.estimate(x -> x + 0 * estimator.samples(5).estimate(y -> y).value()).gradient());
        IntStream.range(0, 200).parallel().forEach(i ->
                assertArrayEquals(alone, estimator.at(Normal.of(0.5, 1.2)).estimate(x -> x).gradient()));
    }

    @Test
    void theCommonPoolMayBeTheCallersOwn() throws Exception {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(500_000).seed(1);
        double[] alone = estimator.estimate(x -> x).gradient();
        assertArrayEquals(alone, estimator.parallel().estimate(x -> x).gradient());
        double[] inside = ForkJoinPool.commonPool().submit(() -> estimator.parallel().estimate(x -> x).gradient()).get();
        assertArrayEquals(alone, inside);
    }

    @Test
    void aBareLambdaIsNotAmbiguous() {
        assertEquals(1.0, ScoreFunctionEstimator.of(Normal.of(0, 1)).estimate(x -> 1).value());
        assertEquals(1.0, ScoreFunctionEstimator.of(DiagonalNormal.of(new double[1], new double[] {1}))
                .estimate(x -> 1).value());
    }
}
