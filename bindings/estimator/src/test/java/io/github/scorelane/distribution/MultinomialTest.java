package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the multinomial mass, scores and Fisher information by sums over all possible samples. */
class MultinomialTest {
    private static final int TRIALS = 7;
    private static final double[] LOGITS = {0.5, -1, 1.5, -40};

    @Test
    void massesScoresAndInformationAgree() {
        Multinomial d = Multinomial.ofLogits(TRIALS, LOGITS);
        double[][] x = columns();
        int n = x[0].length;
        double[] logPdf = new double[n];
        double[][] scores = new double[LOGITS.length][n];
        d.logPdf(x, 0, logPdf, 0, n);
        d.gradLogPdf(x, 0, 0, scores, 0, n);
        double total = 0;
        double[][] expected = new double[LOGITS.length][LOGITS.length];
        for (int i = 0; i < n; i++) {
            double mass = Math.exp(logPdf[i]);
            total += mass;
            for (int j = 0; j < LOGITS.length; j++) {
                for (int k = 0; k < LOGITS.length; k++) {
                    expected[j][k] += mass * scores[j][i] * scores[k][i];
                }
            }
        }
        assertEquals(1, total, 1e-13);
        double[][] information = d.fisherInformation();
        for (int j = 0; j < LOGITS.length; j++) {
            for (int k = 0; k < LOGITS.length; k++) {
                assertEquals(expected[j][k], information[j][k], 1e-12 * Math.abs(expected[j][k]) + 1e-30);
            }
        }
    }

    @Test
    void scoresAreSlopesOfTheLogMass() {
        Multinomial d = Multinomial.ofLogits(TRIALS, LOGITS);
        double[][] x = columns();
        int n = x[0].length;
        double[][] scores = new double[LOGITS.length][n];
        d.gradLogPdf(x, 0, 0, scores, 0, n);
        double h = 0x1p-17;
        double[] up = new double[n];
        double[] down = new double[n];
        for (int k = 0; k < LOGITS.length; k++) {
            double[] moved = LOGITS.clone();
            moved[k] += h;
            d.withParameters(moved).logPdf(x, 0, up, 0, n);
            moved[k] -= 2 * h;
            d.withParameters(moved).logPdf(x, 0, down, 0, n);
            for (int i = 0; i < n; i++) {
                assertEquals((up[i] - down[i]) / (2 * h), scores[k][i], 1e-7);
            }
        }
    }

    @Test
    void ofTwoValuesItIsBinomial() {
        Binomial binomial = Binomial.of(1_000_000_000, 0.25);
        double[][] x = {{249_000_000, 250_000_123, 0, 1e9}, {751_000_000, 749_999_877, 1e9, 0}};
        double[] logPdf = new double[4];
        double[] expected = new double[4];
        Multinomial.of(1_000_000_000, 1, 3).logPdf(x, 0, logPdf, 0, 4);
        binomial.logPdf(x[0], 0, expected, 0, 4);
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i], logPdf[i], 1e-12 * (1 + Math.abs(expected[i])));
        }
    }

    @Test
    void whatAreNotCountsHasNoMass() {
        double[][] x = {{1, 3, 1.5, -1}, {1, 2, 2.5, 5}};
        double[] logPdf = new double[4];
        Multinomial.of(4, 0.5, 0.5).logPdf(x, 0, logPdf, 0, 4);
        for (double each : logPdf) {
            assertEquals(Double.NEGATIVE_INFINITY, each);
        }
    }

    @Test
    void badArgumentsAreRefusedByName() {
        assertEquals("number of trials is negative: -1",
                assertThrows(IllegalArgumentException.class, () -> Multinomial.of(-1, 1, 2)).getMessage());
        assertEquals("probability[1] is not strictly positive: 0.0",
                assertThrows(IllegalArgumentException.class, () -> Multinomial.of(3, 1, 0)).getMessage());
        assertEquals("number of values is not between 2 and 1048576: 1",
                assertThrows(IllegalArgumentException.class, () -> Multinomial.ofLogits(3, 1)).getMessage());
    }

    private static double[][] columns() {
        List<double[]> all = new ArrayList<>();
        for (int a = 0; a <= TRIALS; a++) {
            for (int b = 0; a + b <= TRIALS; b++) {
                for (int c = 0; a + b + c <= TRIALS; c++) {
                    all.add(new double[] {a, b, c, TRIALS - a - b - c});
                }
            }
        }
        double[][] x = new double[LOGITS.length][all.size()];
        for (int i = 0; i < all.size(); i++) {
            for (int k = 0; k < LOGITS.length; k++) {
                x[k][i] = all.get(i)[k];
            }
        }
        return x;
    }
}
