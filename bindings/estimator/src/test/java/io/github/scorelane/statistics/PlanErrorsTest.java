package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.SamplingPlan;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that standard errors under a plan agree with the scatter of estimates, and that plans lower the variance of smooth
 * functions.
 */
class PlanErrorsTest {
    private static final int N = 4096;
    private static final Normal NORMAL = Normal.of(0.7, 1.3);
    private static final List<SamplingPlan> PLANS = List.of(SamplingPlan.inverseTransform(), SamplingPlan.antithetic(),
            SamplingPlan.stratified(), SamplingPlan.latinHypercube(), SamplingPlan.sobol());
    private static final List<Baseline> BASELINES = List.of(Baseline.none(), Baseline.optimalConstant(), Baseline.automatic());

    /**
     * The variance of the gradient's components and of the value over seeds, and the means of their squared standard errors.
     */
    private record Scatter(double[] variance, double[] claimed, double[] coverage) {
        static Scatter of(SamplingPlan plan, Baseline baseline, ClosedForm form, int seeds) {
            var estimator = ScoreFunctionEstimator.of(NORMAL).samples(N).plan(plan).baseline(baseline);
            double[] truth = form.gradient(0.7, 1.3);
            ZStatistic[] found = {new ZStatistic(), new ZStatistic(), new ZStatistic()};
            double[] claimed = new double[3];
            double[] coverage = new double[2];
            for (long seed = 0; seed < seeds; seed++) {
                Estimate e = estimator.seed(seed).estimate(form.batch());
                for (int p = 0; p < 2; p++) {
                    found[p].add(e.gradient()[p]);
                    claimed[p] += e.standardError()[p] * e.standardError()[p] / seeds;
                    coverage[p] += e.confidenceInterval(p, 0.95).contains(truth[p]) ? 1.0 / seeds : 0;
                }
                found[2].add(e.value());
                claimed[2] += e.valueStandardError() * e.valueStandardError() / seeds;
            }
            return new Scatter(new double[] {found[0].variance(), found[1].variance(), found[2].variance()}, claimed, coverage);
        }
    }

    @Test
    void someStandardErrorsAreWhatEstimatesScatterBy() {
        assertCalibrated(List.of(Baseline.automatic()), 500, 0.35);
    }

    @Test
    @Tag("slow")
    void standardErrorsAreWhatEstimatesScatterBy() {
        assertCalibrated(BASELINES, 3000, 0.18);
    }

    private static void assertCalibrated(List<Baseline> baselines, int seeds, double tolerance) {
        for (SamplingPlan plan : PLANS) {
            boolean strata = plan.equals(SamplingPlan.stratified());
            for (Baseline baseline : baselines) {
                for (ClosedForm form : List.of(ClosedForm.SQUARE, ClosedForm.STEP)) {
                    Scatter scatter = Scatter.of(plan, baseline, form, seeds);
                    String what = plan + ", " + baseline + ", " + form;
                    System.out.printf("%s: claimed/found %.2f %.2f %.2f, coverage %.1f%% %.1f%%%n", what,
                            scatter.claimed[0] / scatter.variance[0], scatter.claimed[1] / scatter.variance[1],
                            scatter.claimed[2] / scatter.variance[2], 100 * scatter.coverage[0], 100 * scatter.coverage[1]);
                    double wide = plan.toString().contains("replicates") ? 2 * tolerance : tolerance;
                    for (int p = 0; p < 3; p++) {
                        double ratio = scatter.claimed[p] / scatter.variance[p];
                        if (strata) {
                            // Few samples lie in the outermost strata and at jumps, so the errors are bounds there.
                            assertTrue(ratio > 1 && ratio < 12, what + ", " + p + ": " + ratio);
                        } else if (scatter.variance[p] > 1e-20) { // the scatter is rounding where controls are exact
                            assertEquals(1, ratio, wide, what + ", " + p);
                        }
                    }
                    for (int p = 0; p < 2; p++) {
                        double coverage = scatter.coverage[p];
                        assertTrue(scatter.variance[p] < 1e-20 || coverage > (strata ? 0.93 : 0.87) && (strata || coverage < 0.99),
                                what + ": " + coverage);
                    }
                }
            }
        }
    }

    /**
     * The gain is the ratio of the variance with independent samples and no controls to a plan's, for x² and 4,096 samples.
     */
    @Test
    void plansLowerTheVarianceOfSmoothFunctions() {
        Scatter independent = Scatter.of(SamplingPlan.independent(), Baseline.optimalConstant(), ClosedForm.SQUARE, 1000);
        assertGains(independent, SamplingPlan.antithetic(), 1.2, 0.5, 0.6);
        assertGains(independent, SamplingPlan.stratified(), 20, 10, 50);
        assertGains(independent, SamplingPlan.latinHypercube(), 5, 2, 10);
        assertGains(independent, SamplingPlan.sobol(), 5, 2, 10);
    }

    private static void assertGains(Scatter independent, SamplingPlan plan, double... least) {
        Scatter scatter = Scatter.of(plan, Baseline.automatic(), ClosedForm.SQUARE, 1000);
        double[] gains = new double[3];
        for (int p = 0; p < 3; p++) {
            gains[p] = independent.variance[p] / scatter.variance[p];
        }
        System.out.printf("%s: variance of x², n = 4,096, lower by %.1f (mean) %.1f (standard deviation) %.1f (value)%n", plan,
                gains[0], gains[1], gains[2]);
        for (int p = 0; p < 3; p++) {
            assertTrue(gains[p] > least[p], plan + ", " + p + ": " + gains[p]);
        }
    }
}
