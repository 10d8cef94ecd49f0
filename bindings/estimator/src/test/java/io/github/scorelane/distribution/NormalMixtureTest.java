package io.github.scorelane.distribution;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalMixtureTest {
    private static final double[] ONE = {1};
    private static final double[] TWO = {1, 2};

    @Test
    void weightsAreTheSoftmaxOfLogits() {
        NormalMixture mixture = NormalMixture.of(new double[] {1, 3}, TWO, TWO);
        assertEquals(List.of("logit[0]", "logit[1]", "mean[0]", "mean[1]", "standard deviation[0]", "standard deviation[1]"),
                mixture.parameterNames());
        assertArrayEquals(new double[] {0.25, 0.75}, mixture.weights(), 1e-16);
        assertArrayEquals(new double[] {0, Math.log(3), 1, 2, 1, 2}, mixture.parameters(), 1e-15);
        assertArrayEquals(new double[] {0.25, 0.75}, mixture.withParameters(700, 700 + Math.log(3), 1, 2, 1, 2).weights(), 1e-13);
        assertEquals("log standard deviation[1]", mixture.unconstrained().parameterNames().get(5));
    }

    /** A mixture of one component is a normal distribution, and its logit has no effect. */
    @Test
    void oneComponentIsANormal() {
        double[] x = {-3, 0.5, 1, 40};
        double[][] scores = new double[3][4];
        double[][] expected = new double[2][4];
        double[] logPdf = new double[4];
        double[] expectedLogPdf = new double[4];
        NormalMixture one = NormalMixture.of(new double[] {5}, ONE, new double[] {2});
        Normal normal = Normal.of(1, 2);
        one.gradLogPdf(x, 0, scores, 0, 4);
        normal.gradLogPdf(x, 0, expected, 0, 4);
        one.logPdf(x, 0, logPdf, 0, 4);
        normal.logPdf(x, 0, expectedLogPdf, 0, 4);
        assertArrayEquals(new double[4], scores[0]);
        assertArrayEquals(expected[0], scores[1]);
        assertArrayEquals(expected[1], scores[2]);
        assertArrayEquals(expectedLogPdf, logPdf, 1e-15);
    }

    @Test
    void farAwayTheNearestComponentTakesAll() {
        NormalMixture mixture = NormalMixture.of(TWO, new double[] {0, 5}, new double[] {1, 1});
        double[] x = {1e6, -1e6, Double.POSITIVE_INFINITY};
        double[][] scores = new double[6][3];
        double[] logPdf = new double[3];
        mixture.gradLogPdf(x, 0, scores, 0, 3);
        mixture.logPdf(x, 0, logPdf, 0, 3);
        assertEquals(1e6 - 5, scores[3][0]);
        assertEquals(0, scores[2][0]);
        assertEquals(-1e6, scores[2][1]);
        assertEquals(Double.NEGATIVE_INFINITY, logPdf[2]);
    }

    @Test
    void aComponentOfNoWeightIsNotDrawn() {
        NormalMixture mixture = NormalMixture.ofLogits(new double[] {0, -800}, new double[] {0, 1e6}, new double[] {1, 1});
        double[] x = new double[100_000];
        mixture.sample(SplitStream.of(1), 0, x, 0, x.length);
        for (double each : x) {
            assertEquals(0, each, 10);
        }
    }

    @Test
    void badArgumentsAreRefused() {
        refused("number of components is not between 1 and 64: 0",
                () -> NormalMixture.of(new double[0], new double[0], new double[0]));
        refused("number of components is not between 1 and 64: 65", () -> NormalMixture.ofLogits(new double[65], ONE, ONE));
        refused("number of means is not that of the weights, 2: 1", () -> NormalMixture.of(TWO, ONE, TWO));
        refused("number of standard deviations is not that of the weights, 2: 1", () -> NormalMixture.of(TWO, TWO, ONE));
        refused("weight[1] is not strictly positive: -1.0", () -> NormalMixture.of(new double[] {1, -1}, TWO, TWO));
        refused("standard deviation[1] is not strictly positive: 0.0",
                () -> NormalMixture.of(TWO, TWO, new double[] {1, 0}));
    }
}
