package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.StopReason;
import io.github.scorelane.Target;
import io.github.scorelane.distribution.Normal;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests the effect of stopping at a target on estimates: the share of 95% intervals that contain the exact value, the size of
 * the bias, and that {@link Target#unbiased()} has none. The targets are the worst there are: about half of all runs end at
 * one look, where the error is underestimated, and the others later. Seeds are fixed.
 */
class StoppingStatisticsTest {
    private static final int MANY = 16_000;

    @ParameterizedTest
    @EnumSource
    void intervalsHoldTheTruth(ClosedForm form) {
        assertCoverage(form, Baseline.leaveOneOut(), 2_000, 0.025);
    }

    /** The standard deviation of a share is 0.17%. */
    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void intervalsHoldTheTruthInManyRuns(ClosedForm form) {
        assertCoverage(form, Baseline.leaveOneOut(), MANY, 0.01);
        assertCoverage(form, Baseline.none(), MANY, 0.01);
    }

    /** The skewness of the residuals that control variates leave is not known here, but both functions have little. */
    @Tag("slow")
    @ParameterizedTest
    @EnumSource(names = {"BELL", "STEP"})
    void intervalsOfTheAutomaticBaselineHoldTheTruthInManyRuns(ClosedForm form) {
        assertCoverage(form, Baseline.automatic(), MANY, 0.01);
    }

    private static void assertCoverage(ClosedForm form, Baseline baseline, int runs, double bound) {
        double[] truth = form.gradient(ClosedForm.MEAN, ClosedForm.SD);
        double skewness = 0;
        for (int p = 0; p < 2; p++) {
            skewness = Math.max(skewness, Math.abs(new Residual(form, baseline, p).skewness));
        }
        long look = 8 * 1024;
        for (double grid = 8; look < 100 * skewness * skewness; grid *= 1.5) {
            look = 1024 * (long) Math.ceil(grid);
        }
        var estimator = estimator(baseline).until(Target.absolute(typicalError(form, baseline, look)));
        int[] held = new int[2];
        long samples = 0;
        long least = Long.MAX_VALUE;
        for (int seed = 0; seed < runs; seed++) {
            Estimate estimate = estimator.seed(seed).estimate(form.batch());
            samples += estimate.samples();
            least = Math.min(least, estimate.samples());
            for (int p = 0; p < 2; p++) {
                held[p] += estimate.confidenceInterval(p, 0.95).contains(truth[p]) ? 1 : 0;
            }
        }
        System.out.printf("coverage of %s, %s, skewness %.1f, mean n %,d (least %,d, 100γ² = %,.0f): %.2f%%, %.2f%%%n", form,
                baseline, skewness, samples / runs, least, 100 * skewness * skewness, 100.0 * held[0] / runs,
                100.0 * held[1] / runs);
        for (int p = 0; p < 2; p++) {
            assertEquals(0.95, held[p] / (double) runs, bound, form + ", " + baseline + ", " + p);
        }
    }

    /**
     * In units of γσ/n the bias has the same size for every n. To the first order it is −(1 − 1/f)/log f = −0.82, where f is
     * the ratio of consecutive looks.
     */
    @Tag("slow")
    @Test
    void theBiasIsOfOrderOneOverNOnTheAverageOfTargets() {
        for (long look : new long[] {12 * 1024, 27 * 1024, 61 * 1024}) {
            Residual residual = new Residual(ClosedForm.SQUARE, Baseline.leaveOneOut(), 1);
            ZStatistic bias = bias(look, true);
            double unit = residual.skewness * residual.deviation / look;
            double inUnits = bias.mean() / unit;
            System.out.printf("mean bias of targets about %,d: in γσ/n %.3f ± %.3f%n", look, inUnits, bias.error() / unit);
            assertTrue(bias.z(0) < -5, "seen: " + bias.z(0));
            assertEquals(-0.82, inUnits, 0.3);
        }
    }

    /**
     * In standard errors the bias has the same size for every look. To the first order it is −ρφ(0)(1 − 1/f) = −0.133ρ, where
     * ρ is the correlation with s².
     */
    @Tag("slow")
    @Test
    void theBiasOfTheWorstTargetIsAPartOfAStandardError() {
        for (long look : new long[] {12 * 1024, 27 * 1024, 61 * 1024}) {
            Residual residual = new Residual(ClosedForm.SQUARE, Baseline.leaveOneOut(), 1);
            ZStatistic bias = bias(look, false);
            double unit = residual.deviation / Math.sqrt(look);
            System.out.printf("bias of the target at %,d: in standard errors %.3f ± %.3f%n", look, bias.mean() / unit,
                    bias.error() / unit);
            assertTrue(bias.z(0) < -5, "seen: " + bias.z(0));
            assertTrue(bias.mean() / unit > -0.14, "no more than is said: " + bias.mean() / unit);
        }
    }

    /**
     * Returns the bias over runs whose target is the typical error at a look, or is spread evenly between those of the looks
     * before and after.
     */
    private static ZStatistic bias(long look, boolean spread) {
        ClosedForm form = ClosedForm.SQUARE;
        double truth = form.gradient(ClosedForm.MEAN, ClosedForm.SD)[1];
        double error = typicalError(form, Baseline.leaveOneOut(), look);
        ZStatistic bias = new ZStatistic();
        for (int seed = 0; seed < 4 * MANY; seed++) {
            double place = seed * 0.6180339887498949 % 1 - 0.5;
            Target target = Target.absolute(spread ? error * Math.pow(1.5, place / 2) : error);
            Estimate estimate = estimator(Baseline.leaveOneOut()).until(target).seed(seed).estimate(form.batch());
            bias.add(estimate.gradient()[1] - truth);
        }
        return bias;
    }

    /** The runs with a pilot must have no bias, by a z-test that sees the bias of the same runs without one. */
    @Tag("slow")
    @Test
    void aPilotLeavesTheEstimateUnbiased() {
        for (Baseline baseline : new Baseline[] {Baseline.leaveOneOut(), Baseline.none(), Baseline.automatic()}) {
            ClosedForm form = baseline.equals(Baseline.automatic()) ? ClosedForm.BELL : ClosedForm.SQUARE;
            double[] truth = form.gradient(ClosedForm.MEAN, ClosedForm.SD);
            Target target = Target.absolute(typicalError(form, baseline, 12 * 1024)).unbiased();
            var estimator = estimator(baseline).until(target);
            ZStatistic[] means = {new ZStatistic(), new ZStatistic()};
            int fixed = 0;
            for (int seed = 0; seed < MANY; seed++) {
                Estimate estimate = estimator.seed(seed).estimate(form.batch());
                assertEquals(StopReason.PILOT, estimate.stopReason());
                fixed += estimate.samples() > 8192 ? 1 : 0;
                for (int p = 0; p < 2; p++) {
                    means[p].add(estimate.gradient()[p]);
                }
            }
            System.out.printf("with a pilot, %s, %s: z = %.1f, %.1f%n", form, baseline, means[0].z(truth[0]), means[1].z(truth[1]));
            assertTrue(fixed > MANY / 2);
            for (int p = 0; p < 2; p++) {
                assertTrue(Math.abs(means[p].z(truth[p])) < 4.5, form + ", " + baseline + ", " + p + ": " + means[p].z(truth[p]));
            }
        }
    }

    /** Returns the larger of the two standard errors that an estimate with the given number of samples typically has. */
    private static double typicalError(ClosedForm form, Baseline baseline, long samples) {
        double[] squares = new double[2];
        for (int seed = 0; seed < 200; seed++) {
            double[] errors = estimator(baseline).seed(1_000_000 + seed).samples(samples).estimate(form.batch()).standardError();
            for (int p = 0; p < 2; p++) {
                squares[p] += errors[p] * errors[p] / 200;
            }
        }
        return Math.sqrt(Math.max(squares[0], squares[1]));
    }

    private static ScoreFunctionEstimator<DoubleUnaryOperator> estimator(Baseline baseline) {
        return ScoreFunctionEstimator.of(Normal.of(ClosedForm.MEAN, ClosedForm.SD)).baseline(baseline);
    }

    /** The moments of one sample's contribution to a component about its mean, by the trapezoidal rule. */
    private static final class Residual {
        private static final double STEP = 1e-3;

        final double deviation;
        final double skewness;

        Residual(ClosedForm form, Baseline baseline, int parameter) {
            double mean = baseline.equals(Baseline.none()) ? 0 : moment(form, parameter, 0, 0, 0, 1);
            double gradient = moment(form, parameter, mean, 0, 1, 1);
            deviation = Math.sqrt(moment(form, parameter, mean, gradient, 1, 2));
            skewness = moment(form, parameter, mean, gradient, 1, 3) / Math.pow(deviation, 3);
        }

        /** Returns E[((f − b)s^k − g)^power]. */
        private static double moment(ClosedForm form, int parameter, double b, double g, int k, int power) {
            double sum = 0;
            for (double z = -12; z <= 12; z += STEP) {
                double score = (parameter == 0 ? z : z * z - 1) / ClosedForm.SD;
                double f = form.function().applyAsDouble(ClosedForm.MEAN + ClosedForm.SD * z);
                double r = (f - b) * (k == 0 ? 1 : score) - g;
                sum += Math.pow(r, power) * Math.exp(-z * z / 2);
            }
            return sum * STEP / Math.sqrt(2 * Math.PI);
        }
    }
}
