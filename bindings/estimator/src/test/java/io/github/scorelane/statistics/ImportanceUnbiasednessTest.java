package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ImportanceSampling;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that importance sampling moves no mean. The plain estimate and the value are compared with closed forms, and
 * estimates with baselines with the plain one. The bias of the weights that are documented as biased is measured, too, which
 * shows that the test can see it. Estimates from recorded samples have the same bits, by WeightedFormulasTest.
 *
 * <p>There are some 100 z-tests with fixed seeds and a limit of {@value #LIMIT} standard errors. A false failure has a
 * probability below 1e-8.
 */
class ImportanceUnbiasednessTest {
    private static final double LIMIT = 6.5;
    private static final int SEEDS = 100_000;
    private static final Normal TARGET = Normal.of(ClosedForm.MEAN, ClosedForm.SD);
    private static final Normal PROPOSAL = Normal.of(0.2, 1.6);
    private static final ImportanceSampling SAMPLING = ImportanceSampling.from(PROPOSAL);
    /** A proposal whose weights depend more on x². */
    private static final Normal UNEVEN = Normal.of(-0.5, 1.5);

    @ParameterizedTest
    @ValueSource(ints = {3, 16})
    void everyBaselineAveragesToTheTruth(int n) {
        assertUnbiased(ClosedForm.SQUARE, n, Baseline.leaveOneOut(), Baseline.optimalConstant());
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void everyBaselineAveragesToTheTruthOfEveryFunction(ClosedForm form) {
        for (int n : new int[] {3, 16, 33}) {
            assertUnbiased(form, n, Baseline.leaveOneOut(), Baseline.optimalConstant(), Baseline.constant(2));
        }
        for (int n : new int[] {256, 300}) {
            assertUnbiased(form, n, Baseline.automatic(), Baseline.optimalConstant());
        }
    }

    private static void assertUnbiased(ClosedForm form, int n, Baseline... baselines) {
        var estimator = ScoreFunctionEstimator.of(TARGET).samples(n).importance(SAMPLING);
        double[] truth = form.gradient(ClosedForm.MEAN, ClosedForm.SD);
        ZStatistic[] plain = {new ZStatistic(), new ZStatistic()};
        ZStatistic[][] differences = new ZStatistic[baselines.length][2];
        for (ZStatistic[] pair : differences) {
            pair[0] = new ZStatistic();
            pair[1] = new ZStatistic();
        }
        for (long seed = 0; seed < SEEDS; seed++) {
            var seeded = estimator.seed(seed);
            double[] g = seeded.baseline(Baseline.none()).estimate(form.batch()).gradient();
            for (int b = 0; b < baselines.length; b++) {
                double[] with = seeded.baseline(baselines[b]).estimate(form.batch()).gradient();
                for (int p = 0; p < 2; p++) {
                    differences[b][p].add(with[p] - g[p]);
                }
            }
            plain[0].add(g[0]);
            plain[1].add(g[1]);
        }
        for (int p = 0; p < 2; p++) {
            String what = form + ", n = " + n + ", " + p;
            assertTrue(Math.abs(plain[p].z(truth[p])) < LIMIT, what + ": z = " + plain[p].z(truth[p]));
            for (int b = 0; b < baselines.length; b++) {
                double z = differences[b][p].z(0);
                assertTrue(Math.abs(z) < LIMIT, what + ", " + baselines[b] + ": z = " + z);
            }
        }
    }

    /** The exact value is E[x²] = μ² + σ². */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16})
    void theValueAveragesToTheTruth(int n) {
        double z = values(n, SAMPLING).z(ClosedForm.MEAN * ClosedForm.MEAN + ClosedForm.SD * ClosedForm.SD);
        assertTrue(Math.abs(z) < LIMIT, "z = " + z);
    }

    /**
     * Clipping weights of up to 1.4 at 1 biases the value, and also the gradient, through the constant that is subtracted.
     */
    @Test
    void clippedWeightsAreFoundToBias() {
        double z = values(16, SAMPLING.clipped(1)).z(ClosedForm.MEAN * ClosedForm.MEAN + ClosedForm.SD * ClosedForm.SD);
        assertTrue(z < -10 * LIMIT, "z = " + z);
        ZStatistic difference = new ZStatistic();
        var estimator = ScoreFunctionEstimator.of(TARGET).samples(16).importance(SAMPLING.clipped(1));
        for (long seed = 0; seed < SEEDS; seed++) {
            var seeded = estimator.seed(seed);
            difference.add(seeded.baseline(Baseline.constant(2)).estimate(ClosedForm.SQUARE.batch()).gradient()[0]
                    - seeded.baseline(Baseline.none()).estimate(ClosedForm.SQUARE.batch()).gradient()[0]);
        }
        assertTrue(Math.abs(difference.z(0)) > 10 * LIMIT, "z = " + difference.z(0));
    }

    /**
     * To the first order in 1/n, the ratio of the means of w f and w has the bias −E_q[w²(f − E f)]/n, and that of w f s and
     * w likewise.
     */
    @Test
    void selfNormalisedWeightsBiasByWhatTheyMay() {
        double[] truth = ClosedForm.SQUARE.gradient(ClosedForm.MEAN, ClosedForm.SD);
        double value = ClosedForm.MEAN * ClosedForm.MEAN + ClosedForm.SD * ClosedForm.SD;
        double ofValue = -squareMoment(x -> x * x - value);
        double ofGradient = -squareMoment(x -> x * x * score(x) - truth[0]);
        for (int n : new int[] {16, 64}) {
            int seeds = n == 16 ? SEEDS : SEEDS / 2;
            ZStatistic values = new ZStatistic();
            ZStatistic gradients = new ZStatistic();
            var estimator = ScoreFunctionEstimator.of(TARGET).samples(n).baseline(Baseline.none())
                    .importance(ImportanceSampling.from(UNEVEN).selfNormalised());
            for (long seed = 0; seed < seeds; seed++) {
                Estimate estimate = estimator.seed(seed).estimate(ClosedForm.SQUARE.batch());
                values.add(n * (estimate.value() - value));
                gradients.add(n * (estimate.gradient()[0] - truth[0]));
            }
            System.out.printf("n times the bias of self-normalised weights, n = %d: value %.3f (%.3f), z %.1f; gradient %.3f "
                    + "(%.3f), z %.1f%n", n, values.mean(), ofValue, values.z(0), gradients.mean(), ofGradient, gradients.z(0));
            assertTrue(Math.abs(values.z(0)) > LIMIT, "value: " + values.z(0));
            assertTrue(Math.abs(gradients.z(0)) > LIMIT, "gradient: " + gradients.z(0));
            assertEquals(ofValue, values.mean(), 4 * Math.abs(ofValue) / n + LIMIT * Math.sqrt(values.variance() / seeds));
            assertEquals(ofGradient, gradients.mean(),
                    4 * Math.abs(ofGradient) / n + LIMIT * Math.sqrt(gradients.variance() / seeds));
        }
    }

    private static ZStatistic values(int n, ImportanceSampling sampling) {
        var estimator = ScoreFunctionEstimator.of(TARGET).samples(n).baseline(Baseline.none()).importance(sampling);
        ZStatistic values = new ZStatistic();
        for (long seed = 0; seed < SEEDS; seed++) {
            values.add(estimator.seed(seed).estimate(ClosedForm.SQUARE.batch()).value());
        }
        return values;
    }

    private static double score(double x) {
        return (x - ClosedForm.MEAN) / (ClosedForm.SD * ClosedForm.SD);
    }

    /** Computes E_q[w² h] = ∫ p²/q h by the trapezoidal rule. */
    private static double squareMoment(DoubleUnaryOperator h) {
        int points = 20_000;
        double[] x = new double[points];
        double[] p = new double[points];
        double[] q = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = (i - points / 2) * 2e-3;
        }
        TARGET.logPdf(x, 0, p, 0, points);
        UNEVEN.logPdf(x, 0, q, 0, points);
        double sum = 0;
        for (int i = 0; i < points; i++) {
            sum += Math.exp(2 * p[i] - q[i]) * h.applyAsDouble(x[i]) * 2e-3;
        }
        return sum;
    }
}
