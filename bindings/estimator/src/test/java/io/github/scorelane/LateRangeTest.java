package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests functions whose later values are far larger than those of the first block. The run must go on in another unit, or
 * name the result that is beyond the range of doubles.
 */
class LateRangeTest {
    private static final int SAMPLES = 40_000;
    private static final Normal NORMAL = Normal.of(0, 1);

    /** Returns a function whose values are large beyond 3.9, where the first block has no sample, and small elsewhere. */
    private static DoubleUnaryOperator f(double large, double small) {
        return x -> x > 3.9 ? large * x : small;
    }

    /** Computes the plain estimate and its error from values divided by the largest. */
    private static double[] plain(double large, double small) {
        double[] x = new double[SAMPLES];
        double[][] s = new double[2][SAMPLES];
        NORMAL.sample(SplitStream.ofHashed(5), 0, x, 0, SAMPLES);
        NORMAL.gradLogPdf(x, 0, s, 0, SAMPLES);
        double[] found = new double[5];
        double sumOfValues = 0;
        double squaresOfValues = 0;
        for (double each : x) {
            double value = f(large, small).applyAsDouble(each) / large;
            sumOfValues += value;
            squaresOfValues += value * value;
        }
        found[4] = Math.sqrt((squaresOfValues - sumOfValues * sumOfValues / SAMPLES) / SAMPLES / (SAMPLES - 1));
        for (int p = 0; p < 2; p++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < SAMPLES; i++) {
                double term = f(large, small).applyAsDouble(x[i]) / large * s[p][i];
                sum += term;
                squares += term * term;
            }
            found[p] = sum / SAMPLES;
            found[2 + p] = Math.sqrt((squares / SAMPLES - found[p] * found[p]) / (SAMPLES - 1));
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-160, 1, 1e110, 1e155, 1e300})
    void aLateLargeValueIsCounted(double large) {
        for (double ratio : new double[] {0, 1e-7, 1e-250}) {
            double small = large * ratio;
            double[] expected = plain(large, small);
            assertTrue(expected[0] > 0);
            for (int threads : new int[] {1, 3}) {
                Estimate e = ScoreFunctionEstimator.of(NORMAL).samples(SAMPLES).seed(5).baseline(Baseline.none()).parallel(threads)
                        .estimate(f(large, small));
                double[] found = {e.gradient()[0] / large, e.gradient()[1] / large, e.standardError()[0] / large,
                    e.standardError()[1] / large, e.valueStandardError() / large};
                assertArrayEquals(expected, found, 1e-9);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-250, 1e250})
    void everyBaselineAndPlanCountsIt(double large) {
        for (SamplingPlan plan : List.of(SamplingPlan.independent(), SamplingPlan.antithetic(), SamplingPlan.sobol(),
                SamplingPlan.stratified())) {
            for (Baseline baseline : List.of(Baseline.none(), Baseline.optimalConstant(), Baseline.automatic())) {
                var estimator = ScoreFunctionEstimator.of(NORMAL).samples(SAMPLES / 128 * 128).seed(5).plan(plan)
                        .baseline(baseline);
                Estimate one = estimator.estimate(f(1, 0));
                Estimate e = estimator.estimate(f(large, 0));
                for (int p = 0; p < 2; p++) {
                    assertEquals(one.gradient()[p], e.gradient()[p] / large, 1e-10);
                    assertEquals(one.standardError()[p], e.standardError()[p] / large, 1e-10);
                }
                assertEquals(one.valueStandardError(), e.valueStandardError() / large, 1e-10);
            }
        }
    }

    /** A checkpoint must hold the unit that a late block chose. */
    @Test
    void aRunIsResumedInALateUnit() {
        for (Baseline baseline : List.of(Baseline.leaveOneOut(), Baseline.automatic())) {
            var estimator = ScoreFunctionEstimator.of(NORMAL).seed(5).baseline(baseline).samples(SAMPLES);
            List<Checkpoint> checkpoints = new ArrayList<>();
            Estimate whole = estimator.onProgress(progress -> checkpoints.add(Checkpoint.of(progress.checkpoint().toBytes())))
                    .estimate(f(1e250, 1e-7));
            for (Checkpoint checkpoint : checkpoints) {
                Estimate resumed = estimator.resume(f(1e250, 1e-7), checkpoint);
                assertArrayEquals(whole.gradient(), resumed.gradient());
                assertArrayEquals(whole.standardError(), resumed.standardError());
            }
        }
    }

    /** The product of f and the score is beyond the range of doubles, and the message must say so. */
    @Test
    void whatIsNoNumberIsSaid() {
        Estimate e = ScoreFunctionEstimator.of(Normal.of(0, 1e-200)).samples(2000).seed(1).estimate(x -> x > 0 ? 1e200 : 0);
        assertTrue(e.notes().stream().anyMatch(note -> note.contains("beyond the range of a double")), () -> e.notes().toString());
    }

    /** An error that is smaller than any double must not be reported as 0. */
    @Test
    void anErrorIsNeverRoundedToNothing() {
        Estimate e = ScoreFunctionEstimator.of(Normal.of(0, 1e200)).samples(2000).seed(1).estimate(x -> 1e-200 * (x > 0 ? 1 : 0));
        assertEquals(0, e.gradient()[0]);
        assertEquals(Double.MIN_VALUE, e.standardError()[0]);
    }
}
