package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Bernoulli;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests cross-fitted constants, and the choice among them, against their definitions, sample by sample. */
class CrossFitTest {
    private static final DiagonalNormal DISTRIBUTION =
            DiagonalNormal.of(new double[] {0.3, -1}, new double[] {0.8, 1.7});
    private static final ToDoubleFunction<double[]> F = x -> x[0] * x[0] + x[0] * x[1] + 50;
    private static final int PARAMETERS = 4;
    private static final int FOLDS = 8;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 9, 15, 16, 17, 300, 2100})
    void theOptimalConstantIsFittedToTheOtherFolds(int n) {
        double[][] s = new double[PARAMETERS][n];
        double[] f = samples(n, F, s);
        double[][] constants = new double[PARAMETERS][FOLDS];
        for (int p = 0; p < PARAMETERS; p++) {
            for (int q = 0; q < FOLDS; q++) {
                constants[p][q] = slope(f, s[p], q, q);
            }
        }
        assertAgrees(f, s, constants, n < 16, estimate(n, Baseline.optimalConstant(), F), n < 256);
    }

    /** A score s that takes two values makes fs a line in s, so that a constant leaves no variance. */
    @ParameterizedTest
    @ValueSource(ints = {64, 300, 5000})
    void ofTwoValuesNothingIsLeft(int n) {
        for (double probability : new double[] {0.5, 0.2, 0.85}) {
            double truth = 0.501 * 0.501 - 0.499 * 0.499;
            Estimate estimate = ScoreFunctionEstimator.of(Bernoulli.of(probability)).samples(n).seed(5)
                    .baseline(Baseline.optimalConstant()).estimate(x -> (x - 0.499) * (x - 0.499));
            assertEquals(truth, estimate.gradient()[0], 1e-16);
            // The variance is a difference of sums, which leaves their rounding.
            assertTrue(estimate.standardError()[0] > 0 && estimate.standardError()[0] < 1e-10);
            assertTrue(estimate.confidenceInterval(0, 0.95).contains(truth));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 50, -3.25})
    void aConstantIsSubtracted(double c) {
        for (int n : new int[] {2, 17, 1025}) {
            double[][] s = new double[PARAMETERS][n];
            double[] f = samples(n, F, s);
            double[][] constants = new double[PARAMETERS][FOLDS];
            Arrays.stream(constants).forEach(row -> Arrays.fill(row, c));
            assertAgrees(f, s, constants, false, estimate(n, Baseline.constant(c), F));
        }
    }

    /**
     * The function is such that all three choices occur: f has a mean near 0, and depends on one coordinate more than on the
     * other.
     */
    @ParameterizedTest
    @CsvSource({"256, 0", "300, 0", "1023, 0", "256, -0.5", "300, -0.5", "1000, -0.5", "300, 50", "300, 1e8"})
    void theAutomaticBaselineFollowsItsRule(int n, double offset) {
        ToDoubleFunction<double[]> function = x -> Math.abs(x[1] - 0.5) * x[0] + offset;
        double[][] s = new double[PARAMETERS][n];
        double[] f = samples(n, function, s);
        Estimate estimate = estimate(n, Baseline.automatic(), function);
        double[][] constants = new double[PARAMETERS][FOLDS];
        for (int p = 0; p < PARAMETERS; p++) {
            int[] chosen = new int[3];
            for (int q = 0; q < FOLDS; q++) {
                chosen[choose(f, s[p], q, constants[p])]++;
            }
            assertEquals(new BaselineChoice(chosen[0], chosen[1], chosen[2], 0, 0), estimate.baselineChoices().get(p));
        }
        assertAgrees(f, s, constants, false, estimate);
    }

    @Test
    void belowItsLeastSamplesTheAutomaticBaselineIsLeaveOneOut() {
        Estimate automatic = estimate(255, Baseline.automatic(), F);
        assertEquals(List.of(), automatic.baselineChoices());
        assertEquals(Arrays.toString(estimate(255, Baseline.leaveOneOut(), F).gradient()),
                Arrays.toString(automatic.gradient()));
        assertEquals(PARAMETERS, estimate(256, Baseline.automatic(), F).baselineChoices().size());
    }

    /** A constant f must leave no variance, whatever the constant is. */
    @Test
    void ofAConstantEveryFoldSubtractsIt() {
        for (double constant : new double[] {3, -0x1p-500, 0x1p500}) {
            Estimate estimate = estimate(1000, Baseline.automatic(), x -> constant);
            assertEquals(0, estimate.gradient()[0]);
            assertEquals(0, estimate.standardError()[0]);
            assertEquals(0, estimate.baselineChoices().get(0).none());
            assertEquals(Double.POSITIVE_INFINITY, estimate.varianceReduction()[0]);
        }
        Estimate zero = estimate(1000, Baseline.automatic(), x -> 0);
        assertEquals(new BaselineChoice(8, 0, 0, 0, 0), zero.baselineChoices().get(0));
        assertEquals(1, zero.varianceReduction()[0]);
    }

    /** The choice must not depend on the unit of f, up to the limits of doubles. */
    @Test
    void theChoiceIsOfNoUnit() {
        List<BaselineChoice> expected = estimate(300, Baseline.automatic(), x -> x[0] * x[0] + 0.3 * x[1]).baselineChoices();
        for (double unit : new double[] {0x1p-400, 0x1p400}) {
            assertEquals(expected, estimate(300, Baseline.automatic(),
                    x -> unit * (x[0] * x[0] + 0.3 * x[1])).baselineChoices());
        }
    }

    @Test
    void theReductionIsTheRatioOfTheVariances() {
        for (Baseline baseline : List.of(Baseline.none(), Baseline.constant(2), Baseline.leaveOneOut(),
                Baseline.optimalConstant(), Baseline.automatic())) {
            double[] reduction = estimate(700, baseline, F).varianceReduction();
            double[] plain = estimate(700, Baseline.none(), F).standardError();
            double[] error = estimate(700, baseline, F).standardError();
            for (int p = 0; p < PARAMETERS; p++) {
                assertEquals(plain[p] * plain[p] / (error[p] * error[p]), reduction[p], 1e-9 * reduction[p]);
            }
        }
    }

    @Test
    void aMovingAverageIsAConstantOfThePast() {
        MovingAverage average = MovingAverage.of(0.75);
        assertEquals(Baseline.none(), average.baseline());
        assertTrue(Double.isNaN(average.value()));
        Estimate first = estimate(20, Baseline.none(), F);
        MovingAverage one = average.with(first);
        assertEquals(first.value(), one.value());
        MovingAverage three = one.with(7).with(-2);
        double expected = (0.75 * 0.75 * first.value() + 0.75 * 7 - 2) / (0.75 * 0.75 + 0.75 + 1);
        assertEquals(expected, three.value(), 1e-13);
        assertEquals(Baseline.constant(three.value()), three.baseline());
        assertEquals("constant " + three.value(), estimate(20, three.baseline(), F).baseline().toString());
        assertEquals(-2, MovingAverage.of(0).with(5).with(-2).value());
        assertEquals("MovingAverage(decay=0.75, value=" + one.value() + ")", one.toString());
    }

    private static Estimate estimate(int n, Baseline baseline, ToDoubleFunction<double[]> function) {
        return ScoreFunctionEstimator.of(DISTRIBUTION).samples(n).seed(3).baseline(baseline).withCovariance()
                .estimate(function);
    }

    private static double[] samples(int n, ToDoubleFunction<double[]> function, double[][] s) {
        double[][] x = new double[2][n];
        DISTRIBUTION.sample(SplitStream.ofHashed(3), 0, x, 0, n);
        DISTRIBUTION.gradLogPdf(x, 0, 0, s, 0, n);
        double[] f = new double[n];
        for (int i = 0; i < n; i++) {
            f[i] = function.applyAsDouble(new double[] {x[0][i], x[1][i]});
        }
        return f;
    }

    /** Returns the slope of fs on s with an intercept, over all folds but two, or Σ f s²/Σ s² if there is only one sample. */
    private static double slope(double[] f, double[] s, int without, int orWithout) {
        int[] others = IntStream.range(0, f.length).filter(i -> i % FOLDS != without && i % FOLDS != orWithout).toArray();
        if (others.length == 1) {
            return f[others[0]];
        }
        double meanS = Arrays.stream(others).mapToDouble(i -> s[i]).average().orElseThrow();
        double meanFs = Arrays.stream(others).mapToDouble(i -> f[i] * s[i]).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int i : others) {
            above += (f[i] * s[i] - meanFs) * (s[i] - meanS);
            below += (s[i] - meanS) * (s[i] - meanS);
        }
        return above / below;
    }

    /** Returns the jackknife's variance: each fold is left out in turn, and the constants of the others are fitted anew. */
    private static double jackknife(double[] f, double[] s, double gradient) {
        double squares = 0;
        for (int l = 0; l < FOLDS; l++) {
            double without = 0;
            int count = 0;
            for (int i = 0; i < f.length; i++) {
                if (i % FOLDS == l) {
                    count++;
                } else {
                    without += (f[i] - slope(f, s, i % FOLDS, l)) * s[i];
                }
            }
            double off = (f.length - count) * gradient - without;
            squares += off * off / count;
        }
        return squares / (f.length * (FOLDS - 1.0));
    }

    /** Returns Σ f s²/Σ s² over all folds but two. */
    private static double optimal(double[] f, double[] s, int without, int orWithout) {
        double weighted = 0;
        double weights = 0;
        for (int i = 0; i < f.length; i++) {
            if (i % FOLDS != without && i % FOLDS != orWithout) {
                weighted += f[i] * s[i] * s[i];
                weights += s[i] * s[i];
            }
        }
        return weighted / weights;
    }

    private static double mean(double[] f, int without, int orWithout) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < f.length; i++) {
            if (i % FOLDS != without && i % FOLDS != orWithout) {
                sum += f[i];
                n++;
            }
        }
        return sum / n;
    }

    /** Sets a fold's constant, and returns the choice: 0 for none, 1 for the mean, 2 for the optimal constant. */
    private static int choose(double[] f, double[] s, int q, double[] constants) {
        double[][] gains = new double[2][FOLDS - 1];
        double difference = 0;
        int fold = 0;
        for (int l = 0; l < FOLDS; l++) {
            if (l != q) {
                double[] t = {mean(f, q, l), optimal(f, s, q, l)};
                for (int i = l; i < f.length; i += FOLDS) {
                    for (int k = 0; k < 2; k++) {
                        gains[k][fold] += (f[i] * f[i] - (f[i] - t[k]) * (f[i] - t[k])) * s[i] * s[i];
                    }
                    double ofMean = f[i] - t[0];
                    double ofOptimal = f[i] - t[1];
                    difference += (ofMean * ofMean - ofOptimal * ofOptimal) * s[i] * s[i];
                }
                fold++;
            }
        }
        int better = difference > 0 ? 2 : 1;
        double[] gain = gains[better - 1];
        double average = Arrays.stream(gain).sum() / gain.length;
        double variance = Arrays.stream(gain).map(g -> (g - average) * (g - average)).sum() / (gain.length - 1);
        boolean used = average > Math.sqrt(variance / gain.length);
        constants[q] = !used ? 0 : better == 2 ? optimal(f, s, q, q) : mean(f, q, q);
        return used ? better : 0;
    }

    private static void assertAgrees(double[] f, double[][] s, double[][] constants, boolean noErrors, Estimate estimate) {
        assertAgrees(f, s, constants, noErrors, estimate, false);
    }

    private static void assertAgrees(double[] f, double[][] s, double[][] constants, boolean noErrors, Estimate estimate,
            boolean jackknifed) {
        int n = f.length;
        double magnitude = Arrays.stream(f).map(Math::abs).max().orElseThrow();
        double[] sums = new double[PARAMETERS];
        double[] squares = new double[PARAMETERS];
        double[][] found = estimate.covariance();
        for (int p = 0; p < PARAMETERS; p++) {
            for (int i = 0; i < n; i++) {
                double r = (f[i] - constants[p][i % FOLDS]) * s[p][i];
                sums[p] += r;
                squares[p] += r * r;
            }
            double error = Math.sqrt((squares[p] / n - sums[p] / n * sums[p] / n) / (n - 1));
            if (jackknifed && !noErrors) {
                error = Math.sqrt((2 * error * error + jackknife(f, s[p], sums[p] / n)) / 3);
            }
            assertEquals(sums[p] / n, estimate.gradient()[p], 1e-12 * magnitude);
            assertEquals(noErrors ? Double.NaN : error, estimate.standardError()[p], 1e-9 * error + 1e-13 * magnitude);
            assertEquals(estimate.standardError()[p], Math.sqrt(found[p][p]), 1e-15 * error);
        }
        if (!noErrors) {
            assertCovariance(f, s, constants, found);
        }
    }

    /**
     * Checks the covariance, which is computed as if each sample had an eighth of each fold's constant. That is less exact
     * than the errors, but is always a possible covariance.
     */
    private static void assertCovariance(double[] f, double[][] s, double[][] constants, double[][] found) {
        int n = f.length;
        double[][] dealt = new double[PARAMETERS + 1][PARAMETERS + 1];
        double[] mean = new double[PARAMETERS + 1];
        for (int i = 0; i < n; i++) {
            double[][] r = new double[PARAMETERS + 1][FOLDS];
            for (int q = 0; q < FOLDS; q++) {
                double share = (n + FOLDS - 1 - q) / FOLDS / (double) n;
                for (int p = 0; p <= PARAMETERS; p++) {
                    r[p][q] = p == PARAMETERS ? f[i] - f[0] : (f[i] - constants[p][q]) * s[p][i];
                    mean[p] += share * r[p][q] / n;
                }
                for (int p = 0; p <= PARAMETERS; p++) {
                    for (int k = 0; k <= PARAMETERS; k++) {
                        dealt[p][k] += share * r[p][q] * r[k][q] / n;
                    }
                }
            }
        }
        for (int p = 0; p <= PARAMETERS; p++) {
            for (int k = 0; k < p; k++) {
                double correlation = (dealt[p][k] - mean[p] * mean[k])
                        / Math.sqrt((dealt[p][p] - mean[p] * mean[p]) * (dealt[k][k] - mean[k] * mean[k]));
                assertEquals(correlation, found[p][k] / Math.sqrt(found[p][p] * found[k][k]), 1e-6);
                assertEquals(found[k][p], found[p][k]);
            }
        }
    }
}
