package io.github.scorelane.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.distribution.DiagonalNormal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    private static final int WEIGHTS = 31;
    private final BreastCancerData data = BreastCancerData.load();
    private final LogisticRegression model = new LogisticRegression(data.features(), data.benign());

    @Test
    void boundIsThePlainFormula() {
        Random random = new Random(1);
        double[] means = random.doubles(WEIGHTS, -1, 1).toArray();
        double[] deviations = random.doubles(WEIGHTS, 0.1, 2).toArray();
        double[] scales = {0, 0.01, 1, 3, 20};
        int n = scales.length;
        // The columns are longer than n, as those of the library are.
        double[][] w = new double[WEIGHTS][n + 3];
        for (double[] column : w) {
            Arrays.setAll(column, s -> s < n ? scales[s] * random.nextGaussian() : Double.NaN);
        }
        double[] f = new double[n + 3];
        model.evidenceLowerBound(DiagonalNormal.of(means, deviations)).evaluate(w, n, f);
        for (int s = 0; s < n; s++) {
            int sample = s;
            double[] point = Arrays.stream(w).mapToDouble(column -> column[sample]).toArray();
            double expected = logLikelihood(point) + logNormal(point, new double[WEIGHTS], null)
                    - logNormal(point, means, deviations);
            assertEquals(expected, f[s], 1e-12 * Math.abs(expected), "scale " + scales[s]);
        }
        assertEquals(0, f[n], "beyond n");
    }

    @Test
    void zeroWeightsSayOneHalfForEachRow() {
        double[] f = new double[1];
        model.logLikelihood(new double[WEIGHTS][1], 1, f);
        assertEquals(-569 * Math.log(2), f[0], 1e-10);
    }

    @Test
    void theInterceptAloneClassifiesAllRowsAlike() {
        assertEquals(357, model.correct(intercept(0.1)));
        assertEquals(212, model.correct(intercept(-0.1)));
    }

    @Test
    void moreRowsThanTheProductHoldsAreRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> new LogisticRegression(new double[1024][3], new boolean[1024]));
    }

    private double logLikelihood(double[] w) {
        double sum = 0;
        for (int row = 0; row < data.benign().length; row++) {
            double t = w[0];
            for (int d = 1; d < WEIGHTS; d++) {
                t += w[d] * data.features()[row][d - 1];
            }
            double wrong = data.benign()[row] ? -t : t;
            sum -= wrong > 0 ? wrong + Math.log1p(Math.exp(-wrong)) : Math.log1p(Math.exp(wrong));
        }
        return sum;
    }

    private static double logNormal(double[] x, double[] means, double[] deviations) {
        double sum = 0;
        for (int d = 0; d < x.length; d++) {
            double deviation = deviations == null ? 1 : deviations[d];
            sum -= Math.pow((x[d] - means[d]) / deviation, 2) / 2 + Math.log(deviation * Math.sqrt(2 * Math.PI));
        }
        return sum;
    }

    private static DiagonalNormal intercept(double mean) {
        double[] means = new double[WEIGHTS];
        double[] ones = new double[WEIGHTS];
        means[0] = mean;
        Arrays.fill(ones, 1);
        return DiagonalNormal.of(means, ones);
    }
}
