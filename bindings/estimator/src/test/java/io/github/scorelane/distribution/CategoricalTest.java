package io.github.scorelane.distribution;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CategoricalTest {
    @Test
    void probabilitiesAreTakenInProportion() {
        double[] x = {0, 1, 2, 3, 0.5, -1};
        double[] logPdf = new double[x.length];
        Categorical.of(2, 3, 5).logPdf(x, 0, logPdf, 0, x.length);
        double none = Double.NEGATIVE_INFINITY;
        assertArrayEquals(new double[] {Math.log(0.2), Math.log(0.3), Math.log(0.5), none, none, none}, logPdf, 1e-15);
    }

    @Test
    void badProbabilitiesAreRefused() {
        refused("probability[1] is not strictly positive: 0.0", () -> Categorical.of(0.5, 0));
        refused("probability[0] is not strictly positive: NaN", () -> Categorical.of(Double.NaN, 1));
        refused("probability[1] is not finite: Infinity", () -> Categorical.of(1, Double.POSITIVE_INFINITY));
        refused("logit[2] is not finite: Infinity", () -> Categorical.ofLogits(0, 1, Double.POSITIVE_INFINITY));
        refused("logit[2] is not finite: NaN", () -> Categorical.ofLogits(0, 1, Double.NaN));
        refused("no logit is finite: -Infinity",
                () -> Categorical.ofLogits(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY));
        refused("number of values is not between 2 and 1048576: 1", () -> Categorical.of(1));
    }

    @Test
    void quantilesAreTheLeastValuesOfEnoughProbability() {
        double[] p = {0, 1e-300, 0.125, 0.126, 0.5, 0.51, 1, Double.NaN, -0.1, 1.1};
        double[] x = new double[p.length];
        Categorical.of(0.125, 0.375, 0.5).inverseCdf(p, 0, x, 0, p.length);
        assertArrayEquals(new double[] {0, 0, 0, 1, 1, 2, 2, Double.NaN, Double.NaN, Double.NaN}, x);
    }

    @Test
    void scoresOfARangeAreThoseOfAll() {
        Categorical d = Categorical.ofLogits(0.3, -1, 0.8, 2, 0.1);
        int n = 100;
        double[] x = new double[n];
        d.sample(SplitStream.of(1), 0, x, 0, n);
        double[][] all = new double[5][n];
        d.gradLogPdf(x, 0, all, 0, n);
        double[][] some = new double[2][n + 3];
        d.gradLogPdf(x, 4, 2, some, 3, n - 4);
        for (int i = 0; i < n - 4; i++) {
            assertEquals(all[2][4 + i], some[0][3 + i]);
            assertEquals(all[3][4 + i], some[1][3 + i]);
        }
        refused("first parameter and rows are not among the 5 parameters: 4 and 2",
                () -> d.gradLogPdf(x, 0, 4, some, 0, n));
    }

    /**
     * The rows for all 20,000 scores of a block would take 170 MB. A logit whose value was never drawn has constant scores,
     * and so a standard error of 0.
     */
    @Test
    void gradientsOfManyLogitsAreEstimatedByRanges() {
        int values = 20_000;
        double[] logits = new double[values];
        Arrays.setAll(logits, k -> Math.sin(k));
        Estimate e = ScoreFunctionEstimator.of(Categorical.ofLogits(logits)).samples(5000).seed(1)
                .baseline(Baseline.leaveOneOut()).estimate(x -> x);
        assertEquals(values, e.gradient().length);
        double sum = Arrays.stream(e.gradient()).sum();
        assertEquals(0, sum, 1e-9 * Arrays.stream(e.gradient()).map(Math::abs).sum());
        assertTrue(Arrays.stream(e.standardError()).allMatch(each -> each >= 0 && each < 1000));
    }

    @Test
    void gradientsAreThoseOfTheClosedForm() {
        double[] logits = {0.5, -0.2, 1, 0, 0.7};
        double[] values = {3, -1, 4, 1, 5};
        Softmaxed p = new Softmaxed(logits);
        double mean = 0;
        for (int k = 0; k < 5; k++) {
            mean += p.of(k) * values[k];
        }
        Estimate e = ScoreFunctionEstimator.of(Categorical.ofLogits(logits)).samples(1_000_000).seed(5)
                .estimate(x -> values[(int) x]);
        for (int k = 0; k < 5; k++) {
            double z = (e.gradient()[k] - p.of(k) * (values[k] - mean)) / e.standardError()[k];
            assertTrue(Math.abs(z) < 6.5, "z of logit " + k + ": " + z);
        }
    }

    private record Softmaxed(double[] logits) {
        double of(int k) {
            return Math.exp(logits[k]) / Arrays.stream(logits).map(Math::exp).sum();
        }
    }
}
