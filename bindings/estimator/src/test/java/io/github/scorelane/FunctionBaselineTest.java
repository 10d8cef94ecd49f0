package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests a baseline that is a user's function of the sample's index. */
class FunctionBaselineTest {
    private static final Normal NORMAL = Normal.of(0.7, 1.3);
    private static final LongToDoubleFunction OWN = i -> i % 3 + 1e-3 * i;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1023, 1025, 5000})
    void itIsSubtractedFromFAndNotFromTheValue(int n) {
        double[] x = new double[n];
        double[][] scores = new double[2][n];
        NORMAL.sample(SplitStream.ofHashed(1), 0, x, 0, n);
        NORMAL.gradLogPdf(x, 0, scores, 0, n);
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(n).seed(1);
        Estimate e = estimator.baseline(Baseline.function(OWN)).estimate(v -> v * v);
        Estimate plain = estimator.baseline(Baseline.none()).estimate(v -> v * v);
        assertEquals(plain.value(), e.value());
        assertEquals(plain.valueStandardError(), e.valueStandardError());
        for (int p = 0; p < 2; p++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double r = (x[i] * x[i] - OWN.applyAsDouble(i)) * scores[p][i];
                sum += r;
                squares += r * r;
            }
            assertEquals(sum / n, e.gradient()[p], 1e-12);
            double variance = (squares / n - sum / n * (sum / n)) / (n - 1);
            assertEquals(n < 2 ? Double.NaN : Math.sqrt(variance), e.standardError()[p], 1e-10);
            assertTrue(Double.isNaN(e.varianceReduction()[p]));
        }
        for (int threads : new int[] {2, 5}) {
            assertArrayEquals(e.gradient(), estimator.baseline(Baseline.function(OWN)).parallel(threads)
                    .estimate(v -> v * v).gradient());
        }
    }

    /** A baseline that is as large as f leaves small differences. */
    @Test
    void aLargeMeanCostsNoAccuracy() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(3000).seed(1);
        double[] small = estimator.baseline(Baseline.function(OWN)).estimate(v -> v * v).gradient();
        double[] large = estimator.baseline(Baseline.function(i -> OWN.applyAsDouble(i) + 1e8))
                .estimate(v -> v * v + 1e8).gradient();
        assertEquals(small[0], large[0], 4 * Math.ulp(1e8));
        assertEquals(small[1], large[1], 4 * Math.ulp(1e8));
    }

    @Test
    void whatItCannotDoIsRefused() {
        Baseline own = Baseline.function(OWN);
        double[] many = new double[2049];
        Arrays.fill(many, 1);
        String message = "baseline has no joint covariance, and takes no more than 2048 coordinates: function";
        var normal = ScoreFunctionEstimator.of(NORMAL).baseline(own);
        assertEquals(message, assertThrows(IllegalArgumentException.class,
                () -> normal.withCovariance().estimate(v -> v)).getMessage());
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> ScoreFunctionEstimator.of(
                DiagonalNormal.of(many, many)).baseline(own).estimate(v -> 1)).getMessage());
        assertEquals("b", assertThrows(NullPointerException.class, () -> Baseline.function(null)).getMessage());
        assertEquals(own, Baseline.function(OWN));
        assertNotEquals(own, Baseline.function(i -> 0));
    }

    @Test
    void aBaselineThatFailsNamesTheSample() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(5000).seed(1);
        var e = assertThrows(EvaluationException.class, () -> estimator.parallel(3)
                .baseline(Baseline.function(i -> i >= 2000 ? Double.POSITIVE_INFINITY : 0)).estimate(v -> v));
        assertEquals(2000, e.sample());
        assertEquals(-1, e.row());
        assertTrue(e.getMessage().startsWith("the baseline is Infinity at sample 2000, x = "), e.getMessage());
        e = assertThrows(EvaluationException.class, () -> estimator.baseline(Baseline.function(i -> 1 / (i - 7))).estimate(v -> v));
        assertTrue(e.getMessage().startsWith("the baseline threw java.lang.ArithmeticException: / by zero at sample 7, x = "));
    }
}
