package io.github.scorelane.distribution;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MultivariateNormalTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(5);
    private static final double[] MEAN = {1, -2};
    private static final MultivariateNormal TWO = MultivariateNormal.of(MEAN, new double[][] {{2}, {0.5, 0.25}});

    @Test
    void parametersAreTheMeansAndTheTriangleByRows() {
        assertEquals(List.of("mean[0]", "mean[1]", "cholesky[0][0]", "cholesky[1][0]", "cholesky[1][1]"), TWO.parameterNames());
        assertArrayEquals(new double[] {1, -2, 2, 0.5, 0.25}, TWO.parameters());
        MultivariateDistribution free = TWO.unconstrained();
        assertEquals(List.of("mean[0]", "mean[1]", "log cholesky[0][0]", "cholesky[1][0]", "log cholesky[1][1]"),
                free.parameterNames());
        assertArrayEquals(new double[] {1, -2, Math.log(2), 0.5, Math.log(0.25)}, free.parameters(), 1e-15);
        int dimension = MultivariateNormal.MAX_DIMENSION;
        List<String> names = identity(dimension).parameterNames();
        int at = dimension;
        for (int i = 0; i < dimension; i++) {
            assertEquals("cholesky[" + i + "][0]", names.get(at));
            assertEquals("cholesky[" + i + "][" + i + "]", names.get(at + i));
            at += i + 1;
        }
        assertEquals(at, names.size());
    }

    @Test
    void aCovarianceIsFactored() {
        assertArrayEquals(new double[] {1, -2, 2, 0.5, 0.25},
                MultivariateNormal.ofCovariance(MEAN, new double[][] {{4, 1}, {1, 0.3125}}).parameters());
        refused("covariance is not positive definite: given the coordinates before it, coordinate 1 has the variance -3.0",
                () -> MultivariateNormal.ofCovariance(MEAN, new double[][] {{1, 2}, {2, 1}}));
        refused("covariance is not positive definite: given the coordinates before it, coordinate 0 has the variance 0.0",
                () -> MultivariateNormal.ofCovariance(MEAN, new double[2][2]));
        refused("covariance[1][0] is not covariance[0][1], 0.5: 0.25",
                () -> MultivariateNormal.ofCovariance(MEAN, new double[][] {{1, 0.5}, {0.25, 1}}));
        refused("covariance[1][0] is not covariance[0][1], NaN: NaN",
                () -> MultivariateNormal.ofCovariance(MEAN, new double[][] {{1, Double.NaN}, {Double.NaN, 1}}));
        refused("length of row 1 of the covariance is not 2: 1",
                () -> MultivariateNormal.ofCovariance(MEAN, new double[][] {{1, 0}, {0}}));
    }

    /**
     * With a diagonal L each coordinate is a normal number, so draws and scores must be those of the diagonal normal, but for
     * rounding.
     */
    @Test
    @Tag("bits")
    void aDiagonalFactorMakesIndependentNormals() {
        double[] deviations = {2, 0.5, 3, 0.125, 1};
        double[] means = {1, 0, -3, 7, 0.5};
        double[][] factor = new double[5][5];
        for (int d = 0; d < 5; d++) {
            factor[d][d] = deviations[d];
        }
        int n = 100;
        double[][] x = new double[5][n];
        double[][] expected = new double[5][n];
        MultivariateNormal normal = MultivariateNormal.of(means, factor);
        normal.sample(STREAM, 3, x, 0, n);
        DiagonalNormal diagonal = DiagonalNormal.of(means, deviations);
        diagonal.sample(STREAM, 3, expected, 0, n);
        double[][] scores = new double[20][n];
        double[][] diagonalScores = new double[10][n];
        normal.gradLogPdf(x, 0, 0, scores, 0, n);
        diagonal.gradLogPdf(x, 0, 0, diagonalScores, 0, n);
        for (int d = 0; d < 5; d++) {
            assertArrayEquals(expected[d], x[d], 1e-14);
            assertArrayEquals(diagonalScores[d], scores[d], 1e-13 / deviations[d]);
            assertArrayEquals(diagonalScores[5 + d], scores[5 + d * (d + 1) / 2 + d], 1e-12 / deviations[d]);
        }
    }

    /** So many coordinates are worked a few samples at a time. The bits must be those of one sample alone. */
    @Test
    @Tag("bits")
    void manyCoordinatesAreWorkedInStretchesToTheSameBits() {
        int dimension = 301;
        double[][] factor = new double[dimension][];
        for (int i = 0; i < dimension; i++) {
            factor[i] = new double[i + 1];
            Arrays.setAll(factor[i], j -> Math.sin(1 + j));
            factor[i][i] = 20;
        }
        MultivariateNormal normal = MultivariateNormal.of(new double[dimension], factor);
        int n = 300;
        double[][] x = new double[dimension][n];
        double[][] statistics = new double[2 * dimension][n];
        normal.sample(STREAM, 0, x, statistics, 0, n);
        double[] logPdf = new double[n];
        normal.logPdf(x, 0, logPdf, 0, n);
        double[][] one = new double[dimension][1];
        double[][] ones = new double[2 * dimension][1];
        double[] density = new double[1];
        for (int s : new int[] {0, 1, 63, 64, 65, 250, 299}) {
            normal.sample(STREAM, s, one, ones, 0, 1);
            normal.logPdf(one, 0, density, 0, 1);
            assertEquals(density[0], logPdf[s]);
            for (int d = 0; d < dimension; d++) {
                assertEquals(one[d][0], x[d][s]);
                assertEquals(ones[d][0], statistics[d][s]);
                assertEquals(ones[dimension + d][0], statistics[dimension + d][s]);
            }
        }
    }

    /** The exact gradient is known, because E[|x|²] is |μ|² + ΣL_ij²: it is twice the parameters. */
    @Test
    void theEstimatorFindsTheGradientInTheSameBitsOnAnyThreads() {
        int dimension = 30;
        double[] mean = new double[dimension];
        double[][] factor = new double[dimension][];
        for (int i = 0; i < dimension; i++) {
            mean[i] = 0.1 * i - 1;
            factor[i] = new double[i + 1];
            Arrays.setAll(factor[i], j -> 0.1 * Math.cos(3 * j));
            factor[i][i] = 1 + 0.02 * i;
        }
        MultivariateNormal normal = MultivariateNormal.of(mean, factor);
        var estimator = ScoreFunctionEstimator.of(normal).samples(50_000).seed(3);
        Estimate estimate = estimator.estimate(MultivariateNormalTest::squaredLength);
        double[] parameters = normal.parameters();
        double value = 0;
        for (int p = 0; p < parameters.length; p++) {
            assertEquals(2 * parameters[p], estimate.gradient()[p], 6.5 * estimate.standardError()[p],
                    normal.parameterNames().get(p));
            value += parameters[p] * parameters[p];
        }
        assertEquals(value, estimate.value(), 6.5 * estimate.valueStandardError());
        assertArrayEquals(estimate.gradient(), estimator.parallel(3).estimate(MultivariateNormalTest::squaredLength).gradient());
    }

    private static void squaredLength(double[][] x, int n, double[] f) {
        Arrays.fill(f, 0, n, 0.0);
        for (double[] column : x) {
            for (int s = 0; s < n; s++) {
                f[s] += column[s] * column[s];
            }
        }
    }

    @Test
    void badArgumentsAreRefused() {
        refused("number of means is not between 1 and 1000: 0", () -> MultivariateNormal.of(new double[0], new double[0][]));
        refused("number of means is not between 1 and 1000: 1001",
                () -> MultivariateNormal.of(new double[1001], new double[1001][]));
        refused("number of rows of the lower Cholesky factor is not that of the means, 2: 1",
                () -> MultivariateNormal.of(MEAN, new double[1][1]));
        refused("length of row 1 of the lower Cholesky factor is not between 2 and 2: 1",
                () -> MultivariateNormal.of(MEAN, new double[][] {{1}, {1}}));
        refused("cholesky[0][1], above the diagonal, is not 0: 0.5",
                () -> MultivariateNormal.of(MEAN, new double[][] {{1, 0.5}, {0.5, 1}}));
        refused("cholesky[1][1] is not strictly positive: 0.0",
                () -> MultivariateNormal.of(MEAN, new double[][] {{1}, {0.5, 0}}));
        refused("cholesky[1][0] is not finite: Infinity",
                () -> MultivariateNormal.of(MEAN, new double[][] {{1}, {Double.POSITIVE_INFINITY, 1}}));
        refused("mean[1] is not finite: NaN", () -> TWO.withParameters(0, Double.NaN, 1, 0, 1));
        refused("x has not one column for each of the 2 coordinates: 1",
                () -> TWO.sample(STREAM, 0, new double[1][1], 0, 1));
        refused("gradient[1] is too short: offset 0 + length 2 > 1",
                () -> TWO.gradLogPdf(new double[2][2], 0, 0, new double[][] {{0, 0}, {0}}, 0, 2));
        assertEquals("number of parameters is above 4096, too many for a matrix of their Fisher information: 4185",
                assertThrows(IllegalStateException.class, identity(90)::fisherInformation).getMessage());
        assertEquals(89 + 89 * 90 / 2, identity(89).fisherInformation().length);
    }

    private static MultivariateNormal identity(int dimension) {
        double[][] factor = new double[dimension][];
        for (int i = 0; i < dimension; i++) {
            factor[i] = new double[i + 1];
            factor[i][i] = 1;
        }
        return MultivariateNormal.of(new double[dimension], factor);
    }
}
