package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests values whose logit is −∞, and counts of no trials. Results must be as if these were not there. */
class MaskedValuesTest {
    private static final double MASK = Double.NEGATIVE_INFINITY;
    private static final SplitStream STREAM = SplitStream.of(3);
    private static final int N = 5000;

    static Stream<double[]> logits() {
        return Stream.of(new double[] {MASK, 0.3, -1}, new double[] {0.3, MASK, -1, MASK}, new double[] {0.3, MASK},
                new double[] {MASK, MASK, 2, MASK}, new double[] {-1000, MASK, -1001, MASK, -1000.5},
                DoubleStream.iterate(0, k -> k + 1).limit(40).map(k -> k % 3 == 0 ? MASK : 0.1 * k).toArray());
    }

    /** Returns the indices of the logits that are finite. */
    private static int[] present(double[] logits) {
        return IntStream.range(0, logits.length).filter(k -> logits[k] != MASK).toArray();
    }

    private static double[] finite(double[] logits) {
        return Arrays.stream(logits).filter(t -> t != MASK).toArray();
    }

    @ParameterizedTest
    @MethodSource("logits")
    @Tag("bits")
    void categoricalIsThatOfTheOtherValues(double[] logits) {
        Categorical d = Categorical.ofLogits(logits);
        int[] present = present(logits);
        double[] x = new double[N];
        d.sample(STREAM, 0, x, 0, N);
        assertTrue(Arrays.stream(x).allMatch(v -> logits[(int) v] != MASK));
        double[] p = {0, 1e-300, 0.5, 1};
        d.inverseCdf(p, 0, p, 0, p.length);
        assertEquals(present[0], p[0]);
        assertEquals(present[0], p[1]);
        assertEquals(present[present.length - 1], p[3]);
        for (double v : p) {
            assertTrue(logits[(int) v] != MASK);
        }
        double[] points = new double[logits.length];
        Arrays.setAll(points, k -> k);
        double[] logPdf = new double[points.length];
        double[][] scores = new double[logits.length][points.length];
        d.logPdf(points, 0, logPdf, 0, points.length);
        d.gradLogPdf(points, 0, scores, 0, points.length);
        double total = 0;
        for (int k = 0; k < logits.length; k++) {
            assertEquals(logits[k] == MASK, logPdf[k] == MASK);
            total += Math.exp(logPdf[k]);
            for (int of = 0; of < logits.length && logits[k] != MASK; of++) {
                double expected = logits[of] == MASK ? 0 : (of == k ? 1 : 0) - Math.exp(logPdf[of]);
                assertEquals(expected, scores[of][k], 1e-15);
            }
            assertTrue(logits[k] != MASK || Arrays.stream(d.fisherInformation()[k]).allMatch(v -> v == 0));
        }
        assertEquals(1, total, 1e-14);
        assertEquals(Arrays.toString(logits), Arrays.toString(d.withParameters(logits).parameters()));
    }

    @Test
    void gradientsOfMaskedLogitsAreExactlyZero() {
        Estimate all = ScoreFunctionEstimator.of(Categorical.ofLogits(0.3, MASK, -1)).samples(10_000).seed(1).estimate(x -> x * x);
        Estimate two = ScoreFunctionEstimator.of(Categorical.ofLogits(0.3, -1)).samples(10_000).seed(1)
                .estimate(x -> x == 0 ? 0 : 4);
        assertEquals(0, all.gradient()[1], 0);
        assertEquals(0, all.standardError()[1], 0);
        double p = 1 / (1 + Math.exp(1.3));
        double exact = 4 * p * (1 - p);
        assertEquals(exact, all.gradient()[2], 6 * all.standardError()[2] + 1e-12);
        assertEquals(exact, two.gradient()[1], 6 * two.standardError()[1] + 1e-12);
    }

    @ParameterizedTest
    @MethodSource("logits")
    @Tag("bits")
    void conditionalRowsAreAsCategoricalOnes(double[] logits) {
        int rows = 37;
        ConditionalCategorical family = ConditionalCategorical.ofLogits(logits.length);
        double[][] columns = new double[logits.length][rows];
        for (int k = 0; k < logits.length; k++) {
            Arrays.fill(columns[k], logits[k]);
        }
        Categorical one = Categorical.ofLogits(logits);
        double[] x = new double[rows];
        double[] u = new double[rows];
        family.sample(columns, STREAM, 0, x, 0, rows);
        STREAM.uniforms(0, u, 0, rows);
        one.inverseCdf(u, 0, u, 0, rows);
        assertArrayEquals(u, x);
        double[][] scores = new double[logits.length][rows];
        double[][] expected = new double[logits.length][rows];
        family.gradLogPdf(columns, x, scores, 0, rows);
        one.gradLogPdf(x, 0, expected, 0, rows);
        assertArrayEquals(expected, scores);
        double[] logPdf = new double[rows];
        double[] each = new double[rows];
        family.logPdf(columns, x, logPdf, 0, rows);
        one.logPdf(x, 0, each, 0, rows);
        assertArrayEquals(each, logPdf, 1e-15);
        Arrays.fill(x, present(logits)[0] == 0 ? 1 : 0);
        family.logPdf(columns, x, logPdf, 0, rows);
        assertTrue(logits[(int) x[0]] != MASK || Arrays.stream(logPdf).allMatch(v -> v == MASK));
    }

    @Test
    void rowsWithoutAFiniteLogitAreRefused() {
        double[][] columns = {{0, MASK, 1}, {MASK, MASK, 2}};
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ConditionalCategorical.ofLogits(2)
                .sample(columns, STREAM, 0, new double[3], 0, 3));
        assertEquals("no logit of row 1 is finite: -Infinity", e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("logits")
    @Tag("bits")
    void multinomialIsThatOfTheOtherValues(double[] logits) {
        int[] present = present(logits);
        for (int trials : new int[] {0, 1, 3, 40, 1000}) {
            Multinomial d = Multinomial.ofLogits(trials, logits);
            double[][] x = new double[logits.length][N / 10];
            d.sample(STREAM, 0, x, 0, x[0].length);
            double[] logPdf = new double[x[0].length];
            d.logPdf(x, 0, logPdf, 0, logPdf.length);
            double[][] scores = new double[logits.length][logPdf.length];
            d.gradLogPdf(x, 0, 0, scores, 0, logPdf.length);
            double[] ofOthers = new double[logPdf.length];
            double[][] others = new double[present.length][];
            Arrays.setAll(others, k -> x[present[k]]);
            if (present.length > 1) {
                Multinomial.ofLogits(trials, finite(logits)).logPdf(others, 0, ofOthers, 0, ofOthers.length);
            }
            assertArrayEquals(ofOthers, logPdf, 1e-12);
            for (int i = 0; i < logPdf.length; i++) {
                double sum = 0;
                for (int k = 0; k < logits.length; k++) {
                    assertTrue(logits[k] != MASK || x[k][i] == 0 && scores[k][i] == 0);
                    assertTrue(trials > 0 || scores[k][i] == 0);
                    sum += x[k][i];
                }
                assertEquals(trials, sum);
            }
            int masked = IntStream.range(0, logits.length).filter(k -> logits[k] == MASK).findFirst().orElseThrow();
            double[][] impossible = new double[logits.length][1];
            impossible[masked][0] = trials;
            d.logPdf(impossible, 0, logPdf, 0, 1);
            assertEquals(trials == 0 ? 0 : MASK, logPdf[0], 1e-300);
        }
    }

    @Test
    void noTrialsHaveNoSuccess() {
        Binomial d = Binomial.of(0, 0.3);
        double[] x = new double[100];
        d.sample(STREAM, 0, x, 0, x.length);
        double[][] score = new double[1][x.length];
        d.gradLogPdf(x, 0, score, 0, x.length);
        double[] logPdf = new double[x.length];
        d.logPdf(x, 0, logPdf, 0, x.length);
        assertArrayEquals(new double[x.length], x);
        assertArrayEquals(new double[x.length], score[0]);
        assertArrayEquals(new double[x.length], logPdf, 1e-300);
        assertEquals(0, d.fisherInformation()[0][0], 0);
        Estimate estimate = ScoreFunctionEstimator.of(d).samples(2000).seed(1).estimate(k -> k + 1);
        assertEquals(0, estimate.gradient()[0], 0);
        assertEquals(1, estimate.value(), 0);
    }
}
