package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ImportanceSampling;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Beta;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Geometric;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.Poisson;
import io.github.scorelane.distribution.Uniform;
import io.github.scorelane.distribution.UnivariateDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests importance sampling against closed forms: gradients, gains, the size of errors, and warnings. The seeds are fixed.
 */
class ImportanceSamplingTest {
    private static final double LIMIT = 5;

    /** The use that is made of weights. */
    private enum Kind {
        UNBIASED, SELF_NORMALISED
    }

    /**
     * The example of ImportanceSampling's Javadoc estimates the probability e^(−10), an event that occurs four or five times
     * in a hundred thousand draws of x itself.
     */
    @Test
    void aTailProbability() {
        var estimator = ScoreFunctionEstimator.of(Exponential.of(1));
        Estimate tail = estimator.seed(1)
                .importance(ImportanceSampling.from(Exponential.of(11)))
                .estimate(x -> x > 10 ? 1 : 0);
        double p = Math.exp(-10);
        assertEquals(p, tail.value(), LIMIT * tail.valueStandardError());
        assertEquals(10 * p, tail.gradient()[0], LIMIT * tail.standardError()[0]);
        assertTrue(tail.standardError()[0] < 0.015 * 10 * p);
        // The variance of w 1[x > t], where q has the mean m, is m e^(−t(2 − 1/m))/(2 − 1/m) − p².
        double rate = 2 - 1 / 11.0;
        double variance = 11 * Math.exp(-10 * rate) / rate - p * p;
        double gain = p * (1 - p) / variance;
        assertEquals(1656, gain, 1);
        assertEquals(gain, p * (1 - p) / (Math.pow(tail.valueStandardError(), 2) * tail.samples()), 0.02 * gain);
        // A proposal for the tail loses for the rest, and the notes must say so.
        assertTrue(tail.notes().isEmpty(), tail.notes().toString());
        assertEquals(21.0 / 121, tail.effectiveSampleSize() / tail.samples(), 0.005);
    }

    @ParameterizedTest
    @EnumSource
    void familiesAndTheirProposals(Kind kind) {
        // Checks E[x²] and its gradient.
        check(kind, ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)), Normal.of(0, 1.8), x -> x * x, 2.18, 1.4, 2.6);
        check(kind, ScoreFunctionEstimator.of(Gamma.of(2.5, 1.5)), Gamma.of(2.2, 2), x -> x, 3.75, 1.5, 2.5);
        check(kind, ScoreFunctionEstimator.of(Gamma.of(2.5, 1.5)), Exponential.of(4), x -> x, 3.75, 1.5, 2.5);
        check(kind, ScoreFunctionEstimator.of(Beta.of(2, 3)), Uniform.of(0, 1), x -> x, 0.4, 0.12, -0.08);
        check(kind, ScoreFunctionEstimator.of(Poisson.of(3)), Poisson.of(4), x -> x * x, 12, 7);
        check(kind, ScoreFunctionEstimator.of(Poisson.of(3)), Geometric.of(0.2), x -> x * x, 12, 7);
        // The proposal goes beyond the support, where weights are 0 and scores need not be numbers.
        check(kind, ScoreFunctionEstimator.of(Exponential.of(1)), Normal.of(1, 3), x -> x, 1, 1);
        check(kind, ScoreFunctionEstimator.of(Beta.of(2, 3)), Uniform.of(-1, 2), x -> x, 0.4, 0.12, -0.08);
    }

    private static void check(Kind kind, ScoreFunctionEstimator<DoubleUnaryOperator> estimator,
            UnivariateDistribution proposal, DoubleUnaryOperator f, double value,
            double... gradient) {
        ImportanceSampling sampling = sampling(kind, ImportanceSampling.from(proposal));
        for (Baseline baseline : List.of(Baseline.none(), Baseline.leaveOneOut(), Baseline.optimalConstant(),
                Baseline.automatic())) {
            Estimate estimate = estimator.seed(3).baseline(baseline).importance(sampling).estimate(f);
            assertEquals(value, estimate.value(), LIMIT * estimate.valueStandardError(), proposal + ": value");
            assertTrue(estimate.valueStandardError() < 0.02 * value);
            for (int p = 0; p < gradient.length; p++) {
                assertEquals(gradient[p], estimate.gradient()[p], LIMIT * estimate.standardError()[p], proposal + ": " + p);
                assertTrue(estimate.standardError()[p] < 0.05 * Math.abs(gradient[p]) + 0.03, proposal + " " + estimate);
            }
        }
    }

    private static ImportanceSampling sampling(Kind kind, ImportanceSampling sampling) {
        return kind == Kind.SELF_NORMALISED ? sampling.selfNormalised() : sampling;
    }

    /** The reported errors must agree with the spread of 4,000 estimates; their ratio has a standard deviation of 1.2%. */
    @ParameterizedTest
    @EnumSource
    void errorsAreAsLargeAsTheySay(Kind kind) {
        int repetitions = 4000;
        double[] truth = ClosedForm.STEP.gradient(ClosedForm.MEAN, ClosedForm.SD);
        for (Baseline baseline : List.of(Baseline.none(), Baseline.leaveOneOut(), Baseline.automatic())) {
            var estimator = ScoreFunctionEstimator.of(Normal.of(ClosedForm.MEAN, ClosedForm.SD)).samples(512).baseline(baseline)
                    .importance(sampling(kind, ImportanceSampling.from(Normal.of(1, 1.8))));
            ZStatistic[] found = {new ZStatistic(), new ZStatistic(), new ZStatistic()};
            double[] said = new double[3];
            int[] held = new int[2];
            for (long seed = 0; seed < repetitions; seed++) {
                Estimate estimate = estimator.seed(seed).estimate(ClosedForm.STEP.batch());
                for (int p = 0; p < 2; p++) {
                    found[p].add(estimate.gradient()[p]);
                    said[p] += Math.pow(estimate.standardError()[p], 2) / repetitions;
                    held[p] += estimate.confidenceInterval(p, 0.95).contains(truth[p]) ? 1 : 0;
                }
                found[2].add(estimate.value());
                said[2] += Math.pow(estimate.valueStandardError(), 2) / repetitions;
            }
            System.out.printf("%s, %s: variances said over found %.3f, %.3f, value %.3f; coverage %.1f%%, %.1f%%%n", kind, baseline,
                    said[0] / found[0].variance(), said[1] / found[1].variance(), said[2] / found[2].variance(),
                    100.0 * held[0] / repetitions, 100.0 * held[1] / repetitions);
            for (int p = 0; p < 3; p++) {
                assertEquals(1, Math.sqrt(said[p] / found[p].variance()), 0.06, baseline + ", " + p);
            }
            assertEquals(0.95, held[0] / (double) repetitions, 0.0175);
            assertEquals(0.95, held[1] / (double) repetitions, 0.0175);
        }
    }

    /**
     * With self-normalised weights a constant in f adds nothing to the error of the value, nor with leave-one-out to that of
     * the gradient.
     */
    @Test
    void aLargeConstant() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).seed(1).samples(20_000).baseline(Baseline.leaveOneOut())
                .importance(ImportanceSampling.from(Normal.of(0, 1.8)).selfNormalised());
        Estimate without = estimator.estimate(x -> x * x);
        Estimate with = estimator.estimate(x -> 1e6 + x * x);
        assertEquals(without.value(), with.value() - 1e6, 1e-7);
        assertEquals(without.valueStandardError(), with.valueStandardError(), 1e-6 * without.valueStandardError());
        for (int p = 0; p < 2; p++) {
            assertEquals(without.gradient()[p], with.gradient()[p], 1e-6);
            assertEquals(without.standardError()[p], with.standardError()[p], 1e-6 * without.standardError()[p]);
        }
    }

    /**
     * The ratios of an exponential density of mean 1 to one of mean m have a Pareto distribution of shape 1 − m, if m is
     * below 1.
     */
    @Test
    void warnings() {
        for (int n : new int[] {1000, 100_000}) {
            for (long seed = 0; seed < 8; seed++) {
                var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(n).seed(seed);
                Estimate wide = estimator.importance(ImportanceSampling.from(Normal.of(0, 1.5))).estimate(x -> x);
                assertTrue(wide.notes().isEmpty(), wide.toString());
                Estimate shifted = estimator.importance(ImportanceSampling.from(Normal.of(0.5, 1))).estimate(x -> x);
                assertTrue(shifted.notes().isEmpty(), shifted.toString());
            }
        }
        for (long seed = 0; seed < 8; seed++) {
            Estimate narrow = ScoreFunctionEstimator.of(Exponential.of(1)).samples(100_000).seed(seed)
                    .importance(ImportanceSampling.from(Exponential.of(0.05))).estimate(x -> x);
            assertEquals(0.95, narrow.paretoShape(), 0.25);
            assertTrue(narrow.notes().stream().anyMatch(note -> note.contains("Pareto shape")), narrow.toString());
            // The weights are bounded, and most of them are nearly 0.
            var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(100_000).seed(seed);
            Estimate far = estimator.importance(ImportanceSampling.from(Normal.of(0, 30))).estimate(x -> x);
            assertEquals(0.0471, far.effectiveSampleSize() / 100_000, 0.005);
            assertTrue(far.notes().size() == 1 && far.notes().getFirst().contains("effective sample size"), far.toString());
        }
        Estimate nothing = ScoreFunctionEstimator.of(Exponential.of(1)).samples(1000).seed(1)
                .importance(ImportanceSampling.from(Normal.of(-100, 1))).estimate(x -> x);
        assertEquals(0, nothing.value());
        assertEquals(0, nothing.effectiveSampleSize());
        assertTrue(nothing.notes().getFirst().contains("effective sample size is 0.000"), nothing.toString());
    }

    /** With a hundred coordinates the logarithms of weights are in the hundreds, though the proposal is near. */
    @Test
    void manyCoordinates() {
        double[] zeros = new double[100];
        double[] ones = new double[100];
        double[] near = new double[100];
        double[] far = new double[100];
        Arrays.fill(ones, 1);
        Arrays.fill(near, 0.05);
        Arrays.fill(far, 3);
        var estimator = ScoreFunctionEstimator.of(DiagonalNormal.of(near, ones)).seed(2).samples(50_000);
        Estimate estimate = estimator.importance(ImportanceSampling.from(DiagonalNormal.of(zeros, ones)))
                .estimate(x -> x[0] + x[99]);
        assertEquals(0.1, estimate.value(), LIMIT * estimate.valueStandardError());
        double chi = 0;
        for (int p = 0; p < 200; p++) {
            double truth = estimate.parameterNames().get(p).startsWith("mean[0]") || estimate.parameterNames().get(p)
                    .startsWith("mean[99]") ? 1 : 0;
            chi += Math.pow((estimate.gradient()[p] - truth) / estimate.standardError()[p], 2);
        }
        // The statistic has a χ² law with the mean 200 and the standard deviation 20, but the components depend on each other
        // through their weights.
        assertTrue(chi > 100 && chi < 320, "" + chi);
        // The exact mean square of the weights is E_q w² = e^(100·0.05²).
        assertEquals(Math.exp(-0.25), estimate.effectiveSampleSize() / 50_000, 0.01);
        assertTrue(estimate.notes().isEmpty());
        Estimate lost = estimator.importance(ImportanceSampling.from(DiagonalNormal.of(far, ones)).selfNormalised())
                .estimate(x -> x[0]);
        assertTrue(lost.effectiveSampleSize() >= 1 && lost.effectiveSampleSize() < 10 && lost.paretoShape() > 1, lost.toString());
        assertTrue(Double.isFinite(lost.value()) && Double.isFinite(lost.gradient()[0]), lost.toString());
        assertEquals(3, lost.notes().size(), lost.toString());
    }
}
