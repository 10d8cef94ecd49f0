package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.ConditionalEstimate;
import io.github.scorelane.ConditionalEstimator;
import io.github.scorelane.distribution.ConditionalBernoulli;
import io.github.scorelane.distribution.ConditionalCategorical;
import io.github.scorelane.distribution.ConditionalNormal;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that each row's estimate is unbiased, over 4 seeds of 100,000 rows with the same parameters, which are as good as
 * seeds. The same test finds baselines that depend on their own samples. There are some 60 z-tests with fixed seeds and a
 * limit of {@value #LIMIT} standard errors. A false failure has a probability below 1e-8.
 */
class ConditionalUnbiasednessTest {
    private static final double LIMIT = 6.5;
    private static final int ROWS = 100_000;
    private static final int SEEDS = 4;
    private static final double MEAN = 0.7;
    private static final double SD = 1.3;
    private static final double[][] PARAMETERS = {filled(MEAN), filled(SD)};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16})
    void rowsAverageToTheGradient(int samples) {
        double[] critic = new double[ROWS];
        Arrays.setAll(critic, b -> b % 7 - 1);
        for (Baseline baseline : List.of(Baseline.none(), Baseline.leaveOneOut(), Baseline.constant(2), Baseline.ofRows(critic))) {
            if (samples == 1 && baseline.equals(Baseline.leaveOneOut())) {
                continue;
            }
            var estimator = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(samples).baseline(baseline);
            ZStatistic[] z = new ZStatistic[4];
            Arrays.setAll(z, p -> new ZStatistic());
            for (int seed = 0; seed < SEEDS; seed++) {
                ConditionalEstimate plain = estimator.baseline(Baseline.none()).seed(seed)
                        .estimate(PARAMETERS, ConditionalUnbiasednessTest::square);
                ConditionalEstimate e = estimator.seed(seed).estimate(PARAMETERS, ConditionalUnbiasednessTest::square);
                for (int p = 0; p < 2; p++) {
                    add(z[p], e.gradient()[p], new double[ROWS]);
                    add(z[2 + p], e.gradient()[p], plain.gradient()[p]);
                }
            }
            double[] expected = {2 * MEAN, 2 * SD, 0, 0};
            for (int p = 0; p < 4; p++) {
                double deviation = z[p].z(expected[p]);
                assertTrue(Math.abs(deviation) < LIMIT, baseline + ", K = " + samples + ", " + p + ": z = " + deviation);
            }
        }
    }

    /** The critic is wrong on purpose: it is the mean of the row's own samples. */
    @Test
    void aCriticThatKnowsTheSamplesIsFound() {
        var estimator = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(16);
        ZStatistic z = new ZStatistic();
        for (int seed = 0; seed < SEEDS; seed++) {
            ConditionalEstimate plain = estimator.baseline(Baseline.none()).seed(seed)
                    .estimate(PARAMETERS, ConditionalUnbiasednessTest::square);
            double[] own = plain.value();
            add(z, estimator.baseline(Baseline.ofRows(own)).seed(seed)
                    .estimate(PARAMETERS, ConditionalUnbiasednessTest::square).gradient()[0], plain.gradient()[0]);
        }
        assertTrue(Math.abs(z.z(0)) > LIMIT, "z = " + z.z(0));
    }

    /**
     * The squares of standard errors must average to the variance: exactly for known baselines, and to more for the
     * jackknife.
     */
    @Test
    void standardErrorsAreThoseOfTheRows() {
        var estimator = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(16).seed(9);
        for (Baseline baseline : List.of(Baseline.leaveOneOut(), Baseline.constant(2))) {
            ConditionalEstimate e = estimator.baseline(baseline).estimate(PARAMETERS, (x, first, n, f) -> {
                for (int i = 0; i < n; i++) {
                    f[i] = Math.cos(x[i]);
                }
            });
            for (int p = 0; p < 2; p++) {
                double ratio = meanSquare(e.standardError()[p]) / variance(e.gradient()[p]);
                if (baseline.equals(Baseline.leaveOneOut())) {
                    assertTrue(ratio > 1 && ratio < 1.25, "ratio " + ratio);
                } else {
                    assertEquals(1, ratio, 0.03);
                }
            }
            assertEquals(1, meanSquare(e.valueStandardError()) / variance(e.value()), 0.03);
        }
    }

    /** The expectations are E[x] of a Bernoulli and P(x = 1) of a categorical distribution, whose rows differ. */
    @Test
    void discreteFamiliesToo() {
        double[] logit = new double[ROWS];
        Arrays.setAll(logit, b -> b % 5 - 2);
        double[] zero = new double[ROWS];
        double[] logistic = derivatives(logit, v -> Math.exp(v) / Math.pow(1 + Math.exp(v), 2));
        double[] softmax = derivatives(logit, v -> -Math.exp(v) / Math.pow(2 + Math.exp(v), 2));
        ZStatistic bernoulli = new ZStatistic();
        ZStatistic categorical = new ZStatistic();
        for (int seed = 0; seed < SEEDS; seed++) {
            add(bernoulli, ConditionalEstimator.of(ConditionalBernoulli.ofLogit()).samplesPerRow(3).seed(seed)
                    .estimate(new double[][] {logit}, (row, x) -> x).gradient()[0], logistic);
            add(categorical, ConditionalEstimator.of(ConditionalCategorical.ofLogits(3)).samplesPerRow(3).seed(seed)
                    .estimate(new double[][] {zero, zero, logit}, (row, x) -> x == 1 ? 1 : 0).gradient()[2], softmax);
        }
        assertTrue(Math.abs(bernoulli.z(0)) < LIMIT && Math.abs(categorical.z(0)) < LIMIT,
                bernoulli.z(0) + ", " + categorical.z(0));
        assertTrue(bernoulli.variance() > 0.01 && categorical.variance() > 0.01);
    }

    private static double[] derivatives(double[] at, DoubleUnaryOperator derivative) {
        return Arrays.stream(at).map(derivative).toArray();
    }

    private static void square(double[] x, int first, int n, double[] f) {
        for (int i = 0; i < n; i++) {
            f[i] = x[i] * x[i];
        }
    }

    private static void add(ZStatistic z, double[] estimates, double[] reference) {
        for (int b = 0; b < ROWS; b++) {
            z.add(estimates[b] - reference[b]);
        }
    }

    private static double variance(double[] estimates) {
        ZStatistic all = new ZStatistic();
        Arrays.stream(estimates).forEach(all::add);
        return all.variance();
    }

    private static double meanSquare(double[] errors) {
        return Arrays.stream(errors).map(e -> e * e).sum() / ROWS;
    }

    private static double[] filled(double value) {
        double[] values = new double[ROWS];
        Arrays.fill(values, value);
        return values;
    }
}
