package io.github.scorelane;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    private static final double[] ONE = {1};
    private static final double[] TWO = {1, 2};

    @Test
    void parametersOutOfRange() {
        refused("mean is not finite: NaN", () -> Normal.of(Double.NaN, 1));
        refused("mean is not finite: -Infinity", () -> Normal.of(Double.NEGATIVE_INFINITY, 1));
        refused("standard deviation is not strictly positive: -1.0", () -> Normal.of(0, -1));
        refused("standard deviation is not strictly positive: 0.0", () -> Normal.of(0, 0));
        refused("standard deviation is not strictly positive: NaN", () -> Normal.of(0, Double.NaN));
        refused("standard deviation is not finite: Infinity", () -> Normal.of(0, Double.POSITIVE_INFINITY));
        refused("standard deviation is too small, below 2^-1022: 4.9E-324", () -> Normal.of(0, Double.MIN_VALUE));
        refused("mean[1] is not finite: NaN", () -> DiagonalNormal.of(new double[] {0, Double.NaN}, TWO));
        refused("standard deviation[1] is not strictly positive: -2.0",
                () -> DiagonalNormal.of(TWO, new double[] {1, -2}));
        refused("standard deviation[0] is not finite: Infinity",
                () -> DiagonalNormal.of(ONE, new double[] {Double.POSITIVE_INFINITY}));
        refused("number of means is not between 1 and 1000000: 0", () -> DiagonalNormal.of(new double[0], ONE));
        refused("number of means is not between 1 and 1000000: 1000001",
                () -> DiagonalNormal.of(new double[1_000_001], ONE));
        refused("number of standard deviations is not that of the means, 2: 1", () -> DiagonalNormal.of(TWO, ONE));
    }

    @Test
    void arraysThatDoNotFit() {
        Normal normal = Normal.of(0, 1);
        DiagonalNormal diagonal = DiagonalNormal.of(TWO, TWO);
        SplitStream stream = SplitStream.of(1);
        refused("x is too short: offset 0 + length 2 > 1", () -> normal.sample(stream, 0, ONE.clone(), 0, 2));
        refused("x is too short: offset 0 + length 1 > 0", () -> normal.sample(stream, 0, new double[0], 0, 1));
        refused("offset of x is negative: -1", () -> normal.logPdf(TWO, -1, new double[2], 0, 1));
        refused("logPdf is too short: offset 1 + length 2 > 2", () -> normal.logPdf(TWO, 0, new double[2], 1, 2));
        refused("number of rows of gradient is not 2: 1",
                () -> normal.gradLogPdf(TWO, 0, new double[1][2], 0, 2));
        refused("gradient[0] is too short: offset 0 + length 2 > 1",
                () -> normal.gradLogPdf(TWO, 0, new double[2][1], 0, 2));
        refused("x has not one column for each of the 2 coordinates: 3",
                () -> diagonal.sample(stream, 0, new double[3][1], 0, 1));
        refused("x has not one column for each of the 2 coordinates: 1",
                () -> diagonal.logPdf(new double[1][1], 0, new double[1], 0, 1));
        refused("first parameter and rows are not among the 4 parameters: 3 and 2",
                () -> diagonal.gradLogPdf(new double[2][1], 0, 3, new double[2][1], 0, 1));
        refused("first parameter and rows are not among the 4 parameters: -1 and 1",
                () -> diagonal.gradLogPdf(new double[2][1], 0, -1, new double[1][1], 0, 1));
        refused("gradient is too short: offset 0 + length 2 > 1",
                () -> diagonal.gradLogPdf(new double[2][2], 0, 0, new double[1][1], 0, 2));
    }

    @Test
    void settingsOutOfRange() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1));
        refused("number of samples is not strictly positive: 0", () -> estimator.samples(0));
        refused("number of samples is not strictly positive: -5", () -> estimator.samples(-5));
        refused("number of threads is not between 1 and 1024: 0", () -> estimator.parallel(0));
        refused("number of threads is not between 1 and 1024: 1025", () -> estimator.parallel(1025));
        refused("number of threads is not between 1 and 1024: 0", () -> estimator.parallel(Runnable::run, 0));
        refused("number of threads is not between 1 and 1024: 1025", () -> estimator.parallel(Runnable::run, 1025));
        refused("the automatic baseline needs at least 2 samples: 1", () -> estimator.samples(1).estimate(x -> x));
        refused("the leave-one-out baseline needs at least 2 samples: 1",
                () -> estimator.samples(1).baseline(Baseline.leaveOneOut()).estimate(x -> x));
        refused("the optimal constant baseline needs at least 2 samples: 1",
                () -> estimator.samples(1).baseline(Baseline.optimalConstant()).estimate(x -> x));
        refused("constant is not finite: NaN", () -> Baseline.constant(Double.NaN));
        refused("constant is not finite: -Infinity", () -> Baseline.constant(Double.NEGATIVE_INFINITY));
        refused("decay is not at least 0 and below 1: 1.0", () -> MovingAverage.of(1));
        refused("decay is not at least 0 and below 1: -0.5", () -> MovingAverage.of(-0.5));
        refused("decay is not at least 0 and below 1: NaN", () -> MovingAverage.of(Double.NaN));
        refused("value is not finite: Infinity", () -> MovingAverage.of(0.5).with(Double.POSITIVE_INFINITY));
        refused("distribution is multivariate, unlike the estimator's: DiagonalNormal(dimension=2)",
                () -> estimator.at(DiagonalNormal.of(TWO, TWO)));
        refused("distribution is univariate, unlike the estimator's: Normal(mean=0.0, standard deviation=1.0)",
                () -> ScoreFunctionEstimator.of(DiagonalNormal.of(TWO, TWO)).at(Normal.of(0, 1)));
        double[] many = new double[2049];
        Arrays.fill(many, 1);
        refused("number of coordinates is above 2048, too many for a joint covariance, as a block of samples is not held whole:"
                + " 2049", () -> ScoreFunctionEstimator.of(DiagonalNormal.of(many, many)).samples(3)
                .withCovariance().estimate(x -> 1));
        refused("number of samples is above 2^31 - 1024 with more than 2048 coordinates: 3000000000",
                () -> ScoreFunctionEstimator.of(DiagonalNormal.of(many, many)).samples(3_000_000_000L).estimate(x -> 1));
        refused("distribution has more than 2048 coordinates, and is not a ProductDistribution: 2049",
                () -> ScoreFunctionEstimator.of(new Dependent(2049)));
        named("distribution", () -> ScoreFunctionEstimator.of((Normal) null));
        named("executor", () -> estimator.parallel(null, 2));
        named("baseline", () -> estimator.baseline(null));
        named("f", () -> estimator.estimate((BatchFunction) null));
    }

    @Test
    void intervalsOutOfRange() {
        Estimate estimate = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(10).estimate(x -> x);
        refused("parameter is not between 0 and 1: 2", () -> estimate.confidenceInterval(2, 0.95));
        refused("parameter is not between 0 and 1: -1", () -> estimate.confidenceInterval(-1, 0.95));
        refused("level is not between 0 and 1: 95.0", () -> estimate.confidenceInterval(0, 95));
        refused("level is not between 0 and 1: NaN", () -> estimate.confidenceInterval(0, Double.NaN));
        refused("level is not between 0 and 1: 1.0", () -> estimate.confidenceInterval(0, 1));
    }

    @Test
    void tooFewSamplesGiveNaNErrorsAndTheReason() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(2, 1)).seed(1);
        Estimate one = estimator.samples(1).baseline(Baseline.none()).withCovariance().estimate(x -> x);
        assertTrue(Double.isFinite(one.gradient()[0]) && Double.isFinite(one.value()));
        assertTrue(Double.isNaN(one.standardError()[0]) && Double.isNaN(one.valueStandardError()));
        assertTrue(Double.isNaN(one.covariance()[0][1]) && Double.isNaN(one.covariance()[0][2]));
        assertEquals(List.of("The value's standard error is NaN: it needs at least 2 samples.",
                "The gradient's standard error is NaN: with the none baseline it needs at least 2 samples."), one.notes());
        Estimate two = estimator.samples(2).withCovariance().estimate(x -> x);
        assertTrue(Double.isFinite(two.gradient()[0]) && Double.isFinite(two.valueStandardError()));
        assertTrue(Double.isNaN(two.standardError()[1]) && Double.isNaN(two.covariance()[0][1]));
        assertEquals(List.of("The gradient's standard error is NaN: with the automatic baseline it needs at least 3"
                + " samples."), two.notes());
        Estimate fifteen = estimator.samples(15).baseline(Baseline.optimalConstant()).withCovariance().estimate(x -> x);
        assertTrue(Double.isFinite(fifteen.gradient()[0]) && Double.isNaN(fifteen.standardError()[0]));
        assertTrue(Double.isNaN(fifteen.covariance()[0][1]) && Double.isNaN(fifteen.covariance()[1][2]));
        assertEquals(List.of("The gradient's standard error is NaN: with the optimal constant baseline it needs at least"
                + " 16 samples."), fifteen.notes());
        assertEquals(List.of(), estimator.samples(3).estimate(x -> x).notes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aFunctionThatFailsIsReportedAtItsFirstSample(int threads) {
        Normal normal = Normal.of(0, 1);
        int n = 200_000;
        double[] x = new double[n];
        normal.sample(SplitStream.ofHashed(1), 0, x, 0, n);
        var estimator = ScoreFunctionEstimator.of(normal).samples(n).seed(1).parallel(threads);
        for (double bound : new double[] {0, 2, 3.5, 4}) {
            int first = 0;
            while (x[first] <= bound) {
                first++;
            }
            int index = first;
            failsAt(index, x[index], "f is NaN", () -> estimator.estimate(v -> v > bound ? Double.NaN : v));
            failsAt(index, x[index], "f is Infinity", () -> estimator.estimate(v -> v > bound ? v / 0 : v));
            failsAt(index, x[index], "f threw java.lang.ArithmeticException: no",
                    () -> estimator.estimate(v -> refuseAbove(bound, v)));
            failsAt(index, x[index], "f is -Infinity", () -> estimator.estimate((c, m, f) -> {
                for (int s = 0; s < m; s++) {
                    f[s] = c[0][s] > bound ? Double.NEGATIVE_INFINITY : 1;
                }
            }));
            failsAt(index, x[index], "f threw java.lang.ArithmeticException: no", () -> estimator.estimate((c, m, f) -> {
                for (int s = 0; s < m; s++) {
                    f[s] = refuseAbove(bound, c[0][s]);
                }
            }));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 1023, 1024, 1500, 2047})
    void valuesThatABatchDoesNotWriteAreNotTakenFromTheLastOne(int unwritten) {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(3000).seed(1).baseline(Baseline.optimalConstant());
        int[] block = {-1};
        var e = assertThrows(EvaluationException.class, () -> estimator.estimate((x, n, f) -> {
            block[0]++;
            for (int s = 0; s < n; s++) {
                if (1024 * block[0] + s != unwritten) {
                    f[s] = 1;
                }
            }
        }));
        assertEquals(unwritten, e.sample());
    }

    @Test
    void aBatchThatFailsOnNoSampleAloneNamesTheBatch() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(3000).seed(1);
        var e = assertThrows(EvaluationException.class, () -> estimator.estimate((x, n, f) -> {
            if (n > 1) {
                throw new IllegalStateException("together");
            }
        }));
        assertTrue(e.getMessage().contains("on samples 0 to 1023 together, though on none of them alone"), e.getMessage());
    }

    @Test
    void vectorsAreNamedToo() {
        double[] many = new double[3000];
        Arrays.fill(many, 1);
        DiagonalNormal diagonal = DiagonalNormal.of(many, many);
        double[] row = new double[3000];
        diagonal.sampleRow(SplitStream.ofHashed(5), 4, row);
        var estimator = ScoreFunctionEstimator.of(diagonal).samples(10).seed(5);
        var e = assertThrows(EvaluationException.class, () -> estimator.estimate(x -> x[7] == row[7] ? Double.NaN : 1));
        assertEquals(4, e.sample());
        assertArrayEquals(row, e.x());
        assertTrue(e.getMessage().startsWith("f is NaN at sample 4, x = [" + row[0] + ", " + row[1] + ", "));
        assertTrue(e.getMessage().endsWith(row[7] + ", … (3000 coordinates)]"), e.getMessage());
        var batch = assertThrows(EvaluationException.class, () -> estimator.parallel(3).estimate((x, n, f) -> {
            for (int s = 0; s < n; s++) {
                f[s] = x[7][s] == row[7] ? Double.NaN : 1;
            }
        }));
        assertEquals(e.getMessage(), batch.getMessage());
    }

    private static double refuseAbove(double bound, double x) {
        if (x > bound) {
            throw new ArithmeticException("no");
        }
        return x;
    }

    private static void failsAt(long sample, double x, String what, Executable run) {
        var e = assertThrows(EvaluationException.class, run);
        assertEquals(what + " at sample " + sample + ", x = " + x, e.getMessage());
        assertEquals(sample, e.sample());
        assertArrayEquals(new double[] {x}, e.x());
    }

    private static void named(String argument, Executable call) {
        assertEquals(argument, assertThrows(NullPointerException.class, call).getMessage());
    }

    /** A distribution that does not say whether its coordinates are independent. */
    private record Dependent(int dimension) implements MultivariateDistribution {
        @Override
        public List<String> parameterNames() {
            return List.of("a");
        }

        @Override
        public double[] parameters() {
            return ONE.clone();
        }

        @Override
        public MultivariateDistribution withParameters(double... parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset,
                int length) {
            throw new UnsupportedOperationException();
        }
    }
}
