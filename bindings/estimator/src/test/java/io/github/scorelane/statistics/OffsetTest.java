package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that a large constant in f costs no accuracy beyond the rounding of f + 1e8 itself. */
class OffsetTest {
    private static final double OFFSET = 1e8;
    private static final Normal NORMAL = Normal.of(ClosedForm.MEAN, ClosedForm.SD);

    @ParameterizedTest
    @EnumSource
    void anOffsetChangesNoGradientBeyondItsRounding(ClosedForm form) {
        for (int n : new int[] {3, 1000, 1025, 1_000_000}) {
            for (Baseline baseline : List.of(Baseline.leaveOneOut(), Baseline.optimalConstant())) {
                var estimator = ScoreFunctionEstimator.of(NORMAL).samples(n).seed(1).baseline(baseline);
                Estimate without = estimator.estimate(form.function());
                Estimate with = estimator.estimate(x -> form.function().applyAsDouble(x) + OFFSET);
                // The rounding of f + 1e8 is at most half a unit in the last place, and a score is a few units at most on
                // average.
                double rounding = 2 * Math.ulp(OFFSET);
                for (int p = 0; p < 2; p++) {
                    assertEquals(without.gradient()[p], with.gradient()[p], rounding);
                    assertEquals(without.standardError()[p], with.standardError()[p], rounding);
                }
                assertEquals(without.value() + OFFSET, with.value(), rounding);
            }
        }
    }

    /** With the offset all folds choose a constant, which takes the offset away. */
    @ParameterizedTest
    @EnumSource
    void theAutomaticBaselineTakesAnOffsetAway(ClosedForm form) {
        for (int n : new int[] {256, 1025, 1_000_000}) {
            var estimator = ScoreFunctionEstimator.of(NORMAL).samples(n).seed(1);
            Estimate with = estimator.estimate(x -> form.function().applyAsDouble(x) + OFFSET);
            double[] without = estimator.estimate(form.function()).standardError();
            double rounding = 2 * Math.ulp(OFFSET);
            double[] truth = form.gradient(ClosedForm.MEAN, ClosedForm.SD);
            for (int p = 0; p < 2; p++) {
                assertEquals(0, with.baselineChoices().get(p).none());
                assertEquals(without[p], with.standardError()[p], 0.2 * without[p] + rounding);
                assertEquals(truth[p], with.gradient()[p], 5 * with.standardError()[p] + rounding);
            }
        }
    }

    /** The plain estimator estimates with f + 1e8, so its gradient must move by exactly 1e8 times the mean score. */
    @ParameterizedTest
    @EnumSource
    void thePlainEstimateAddsTheOffsetBack(ClosedForm form) {
        int n = 5000;
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(n).seed(1).baseline(Baseline.none());
        double[] without = estimator.estimate(form.function()).gradient();
        double[] with = estimator.estimate(x -> form.function().applyAsDouble(x) + OFFSET).gradient();
        double[] ofOffset = estimator.estimate(x -> OFFSET).gradient();
        for (int p = 0; p < 2; p++) {
            assertEquals(without[p] + ofOffset[p], with[p], 1e-9 * Math.abs(with[p]));
        }
    }
}
