package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the gradient, the errors and the covariance against their plain definitions, sample by sample. */
class JackknifeTest {
    private static final DiagonalNormal DISTRIBUTION =
            DiagonalNormal.of(new double[] {0.3, -1}, new double[] {0.8, 1.7});
    private static final ToDoubleFunction<double[]> F = x -> x[0] * x[0] + x[0] * x[1] + 50;
    private static final int PARAMETERS = 4;

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 17, 300, 2100})
    void leaveOneOutIsTheJackknife(int n) {
        double[][] s = new double[PARAMETERS][n];
        double[] f = samples(n, s);
        Estimate estimate = ScoreFunctionEstimator.of(DISTRIBUTION).samples(n).seed(3)
                .baseline(Baseline.leaveOneOut()).withCovariance().estimate(F);
        double[] all = leaveOneOut(f, s, -1);
        double[][] without = new double[n][];
        double[] mean = new double[PARAMETERS + 1];
        for (int i = 0; i < n; i++) {
            without[i] = leaveOneOut(f, s, i);
            for (int p = 0; p <= PARAMETERS; p++) {
                mean[p] += without[i][p] / n;
            }
        }
        double[][] covariance = new double[PARAMETERS + 1][PARAMETERS + 1];
        for (int i = 0; i < n; i++) {
            for (int p = 0; p <= PARAMETERS; p++) {
                for (int q = 0; q <= PARAMETERS; q++) {
                    covariance[p][q] += (n - 1.0) / n * (without[i][p] - mean[p]) * (without[i][q] - mean[q]);
                }
            }
        }
        assertAgrees(all, covariance, estimate);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 17, 300, 2100})
    void thePlainEstimateIsAMean(int n) {
        double[][] s = new double[PARAMETERS][n];
        double[] f = samples(n, s);
        Estimate estimate = ScoreFunctionEstimator.of(DISTRIBUTION).samples(n).seed(3).baseline(Baseline.none())
                .withCovariance().estimate(F);
        double[][] terms = new double[n][PARAMETERS + 1];
        double[] mean = new double[PARAMETERS + 1];
        for (int i = 0; i < n; i++) {
            for (int p = 0; p <= PARAMETERS; p++) {
                terms[i][p] = p < PARAMETERS ? f[i] * s[p][i] : f[i];
                mean[p] += terms[i][p] / n;
            }
        }
        double[][] covariance = new double[PARAMETERS + 1][PARAMETERS + 1];
        for (int i = 0; i < n; i++) {
            for (int p = 0; p <= PARAMETERS; p++) {
                for (int q = 0; q <= PARAMETERS; q++) {
                    covariance[p][q] += (terms[i][p] - mean[p]) * (terms[i][q] - mean[q]) / n / (n - 1);
                }
            }
        }
        assertAgrees(mean, covariance, estimate);
    }

    /**
     * The covariance is the largest that is offered. Every entry must be the one that its two parameters have in a smaller
     * problem.
     */
    @Test
    void fourThousandAndNinetySixParametersHaveACovariance() {
        int dimension = 2048;
        int n = 40;
        double[] ones = new double[dimension];
        Arrays.fill(ones, 1);
        DiagonalNormal wide = DiagonalNormal.of(ones, ones);
        Estimate estimate = ScoreFunctionEstimator.of(wide).samples(n).seed(4).withCovariance()
                .estimate(x -> x[0] * x[1] + x[2047]);
        double[][] x = new double[dimension][n];
        double[][] s = new double[2 * dimension][n];
        wide.sample(SplitStream.ofHashed(4), 0, x, 0, n);
        wide.gradLogPdf(x, 0, 0, s, 0, n);
        double[] f = new double[n];
        for (int i = 0; i < n; i++) {
            f[i] = x[0][i] * x[1][i] + x[2047][i];
        }
        double[][] covariance = estimate.covariance();
        for (int[] pair : new int[][] {{0, 1}, {0, 4095}, {2047, 2048}, {1234, 3456}, {4094, 4095}}) {
            double[][] two = {s[pair[0]], s[pair[1]]};
            double expected = 0;
            double[] mean = leaveOneOut(f, two, -1);
            for (int i = 0; i < n; i++) {
                // The jackknife's mean of these must be the estimate itself, as it is unbiased.
                double[] without = leaveOneOut(f, two, i);
                expected += (n - 1.0) / n * (without[0] - mean[0]) * (without[1] - mean[1]);
            }
            double scale = Math.sqrt(covariance[pair[0]][pair[0]] * covariance[pair[1]][pair[1]]);
            assertEquals(expected, covariance[pair[0]][pair[1]], 1e-9 * scale);
            assertEquals(covariance[pair[1]][pair[0]], covariance[pair[0]][pair[1]]);
        }
    }

    private static double[] samples(int n, double[][] s) {
        double[][] x = new double[2][n];
        DISTRIBUTION.sample(SplitStream.ofHashed(3), 0, x, 0, n);
        DISTRIBUTION.gradLogPdf(x, 0, 0, s, 0, n);
        double[] f = new double[n];
        for (int i = 0; i < n; i++) {
            f[i] = F.applyAsDouble(new double[] {x[0][i], x[1][i]});
        }
        return f;
    }

    /**
     * Returns the gradient and, as the last entry, the value of all samples but one. Each sample's baseline is the mean over
     * the others.
     */
    private static double[] leaveOneOut(double[] f, double[][] s, int without) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < f.length; i++) {
            if (i != without) {
                sum += f[i];
                n++;
            }
        }
        double[] result = new double[s.length + 1];
        for (int i = 0; i < f.length; i++) {
            if (i != without) {
                double baseline = (sum - f[i]) / (n - 1);
                for (int p = 0; p < s.length; p++) {
                    result[p] += (f[i] - baseline) * s[p][i] / n;
                }
            }
        }
        result[s.length] = sum / n;
        return result;
    }

    private static void assertAgrees(double[] expected, double[][] covariance, Estimate estimate) {
        double[][] found = estimate.covariance();
        for (int p = 0; p <= PARAMETERS; p++) {
            double scale = Math.sqrt(covariance[p][p]);
            double estimated = p < PARAMETERS ? estimate.gradient()[p] : estimate.value();
            double error = p < PARAMETERS ? estimate.standardError()[p] : estimate.valueStandardError();
            assertEquals(expected[p], estimated, 1e-11 * (1 + Math.abs(expected[p])));
            assertEquals(scale, error, 1e-9 * scale);
            for (int q = 0; q <= PARAMETERS; q++) {
                assertEquals(covariance[p][q], found[p][q], 1e-9 * scale * Math.sqrt(covariance[q][q]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 2048})
    void theCovarianceIsThereOnlyIfAskedFor(int dimension) {
        double[] ones = new double[dimension];
        Arrays.fill(ones, 1);
        var estimator = ScoreFunctionEstimator.of(DiagonalNormal.of(ones, ones)).samples(3);
        assertEquals("the covariance was not asked for: call withCovariance() on the estimator",
                assertThrows(IllegalStateException.class, () -> estimator.estimate(x -> x[0]).covariance()).getMessage());
    }
}
