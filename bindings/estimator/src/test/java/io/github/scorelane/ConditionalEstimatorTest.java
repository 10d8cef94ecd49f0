package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.ConditionalBernoulli;
import io.github.scorelane.distribution.ConditionalCategorical;
import io.github.scorelane.distribution.ConditionalDistribution;
import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that a row's estimate agrees with the formulas, and has the same bits however the rows are cut and whichever threads
 * work them.
 */
class ConditionalEstimatorTest {
    private static final long SEED = 12;

    static Stream<ConditionalDistribution> families() {
        return Stream.of(ConditionalNormal.of(), ConditionalBernoulli.ofLogit(), ConditionalCategorical.ofLogits(3),
                new Unnamed(ConditionalNormal.of()));
    }

    @ParameterizedTest
    @MethodSource("families")
    void aRowIsWhatTheFormulasSay(ConditionalDistribution family) {
        int rows = 150;
        double[][] parameters = parameters(family, rows);
        double[] critic = new SplittableRandom(4).doubles(rows, -2, 2).toArray();
        for (int samples : new int[] {1, 2, 3, 16}) {
            for (Baseline baseline : List.of(Baseline.none(), Baseline.constant(0.75), Baseline.ofRows(critic),
                    Baseline.leaveOneOut())) {
                boolean others = baseline.equals(Baseline.leaveOneOut());
                if (others && samples == 1) {
                    continue;
                }
                ConditionalEstimate estimate = ConditionalEstimator.of(family).samplesPerRow(samples).seed(SEED)
                        .baseline(baseline).estimate(parameters, ConditionalEstimatorTest::f);
                for (int b = 0; b < rows; b++) {
                    double known = baseline.equals(Baseline.ofRows(critic)) ? critic[b]
                            : baseline.equals(Baseline.none()) ? 0 : 0.75;
                    assertRow(estimate, family, parameters, b, samples, others ? Double.NaN : known);
                }
            }
        }
    }

    /**
     * Compares with sums over all other samples, written out, and with the jackknife, which leaves out each sample in turn. A
     * baseline of NaN stands for leave-one-out.
     */
    private static void assertRow(ConditionalEstimate estimate, ConditionalDistribution family, double[][] parameters, int row,
            int samples, double known) {
        double[] f = new double[samples];
        double[][] scores = new double[parameters.length][samples];
        for (int k = 0; k < samples; k++) {
            double[][] own = new double[parameters.length][];
            double[][] score = new double[parameters.length][1];
            Arrays.setAll(own, p -> new double[] {parameters[p][row]});
            double[] x = new double[1];
            family.sample(own, SplitStream.ofHashed(SEED).column(k, 1L << 32), row, x, 0, 1);
            family.gradLogPdf(own, x, score, 0, 1);
            f[k] = f(row, x[0]);
            for (int p = 0; p < scores.length; p++) {
                scores[p][k] = score[p][0];
            }
        }
        double value = Arrays.stream(f).sum() / samples;
        double squares = Arrays.stream(f).map(v -> (v - value) * (v - value)).sum();
        assertEquals(value, estimate.value()[row], 1e-13 * (1 + Math.abs(value)));
        assertEquals(samples < 2 ? Double.NaN : Math.sqrt(squares / samples / (samples - 1)), estimate.valueStandardError()[row],
                1e-7);
        for (int p = 0; p < scores.length; p++) {
            double g = gradient(f, scores[p], known, -1);
            assertEquals(g, estimate.gradient()[p][row], 1e-12 * (1 + Math.abs(g)), "gradient of row " + row);
            double error = Math.sqrt(variance(f, scores[p], known, g));
            assertEquals(error, estimate.standardError()[p][row], 1e-6 * (error > 1 ? error : 1), "error of row " + row);
        }
    }

    private static double gradient(double[] f, double[] s, double known, int without) {
        int n = without < 0 ? f.length : f.length - 1;
        double sum = 0;
        for (int k = 0; k < f.length; k++) {
            double baseline = known;
            if (Double.isNaN(known)) {
                double others = 0;
                for (int j = 0; j < f.length; j++) {
                    others += j == k || j == without ? 0 : f[j];
                }
                baseline = others / (n - 1);
            }
            sum += k == without ? 0 : (f[k] - baseline) * s[k];
        }
        return sum / n;
    }

    private static double variance(double[] f, double[] s, double known, double g) {
        int n = f.length;
        if (n < (Double.isNaN(known) ? 3 : 2)) {
            return Double.NaN;
        }
        double sum = 0;
        if (Double.isNaN(known)) {
            double mean = 0;
            for (int k = 0; k < n; k++) {
                mean += gradient(f, s, known, k) / n;
            }
            for (int k = 0; k < n; k++) {
                sum += Math.pow(gradient(f, s, known, k) - mean, 2);
            }
            return sum * (n - 1) / n;
        }
        for (int k = 0; k < n; k++) {
            sum += Math.pow((f[k] - known) * s[k] - g, 2);
        }
        return sum / n / (n - 1);
    }

    /** The first row must draw what an estimator of one distribution draws. */
    @Test
    void oneRowIsTheEstimateOfItsDistribution() {
        for (int n : new int[] {1, 2, 100}) {
            Baseline baseline = n == 1 ? Baseline.constant(3) : Baseline.leaveOneOut();
            Estimate single = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(n).seed(SEED).baseline(baseline)
                    .estimate(x -> x * x);
            ConditionalEstimate row = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(n).seed(SEED)
                    .baseline(baseline).estimate(new double[][] {{0.5}, {1.2}}, (r, x) -> x * x);
            for (int p = 0; p < 2; p++) {
                assertEquals(single.gradient()[p], row.gradient()[p][0], 1e-13);
                assertEquals(single.standardError()[p], row.standardError()[p][0], 1e-12);
            }
            assertEquals(single.value(), row.value()[0], 1e-14);
            assertEquals(single.valueStandardError(), row.valueStandardError()[0], 1e-14);
        }
    }

    /** A constant in f must vanish from the gradient, and a large one must cost no more than its rounding. */
    @Test
    void leaveOneOutTakesConstantsAway() {
        int rows = 2000;
        double[][] parameters = parameters(ConditionalNormal.of(), rows);
        var estimator = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(10).seed(SEED);
        ConditionalEstimate constant = estimator.estimate(parameters, (row, x) -> row * 0.1);
        ConditionalEstimate without = estimator.estimate(parameters, (row, x) -> x * x);
        ConditionalEstimate with = estimator.estimate(parameters, (row, x) -> x * x + 1e8);
        for (int p = 0; p < 2; p++) {
            assertArrayEquals(new double[rows], constant.gradient()[p]);
            assertArrayEquals(new double[rows], constant.standardError()[p]);
            for (int b = 0; b < rows; b++) {
                double rounding = 10 * Math.ulp(1e8) / parameters[1][b];
                assertEquals(without.gradient()[p][b], with.gradient()[p][b], rounding);
                assertEquals(without.standardError()[p][b], with.standardError()[p][b], rounding);
                assertEquals(without.value()[b] + 1e8, with.value()[b], rounding);
                assertEquals(without.valueStandardError()[b], with.valueStandardError()[b], rounding);
            }
        }
    }

    /** The hash of the results was made with 512-bit vectors, and is compared at every width. */
    @Test
    @Tag("bits")
    void theBitsAreTheSameForAllWidthsThreadsAndForms() {
        long hash = 1;
        for (ConditionalDistribution family : families().toList()) {
            for (int rows : new int[] {1, 63, 2085}) {
                double[][] parameters = parameters(family, rows);
                double[] critic = new SplittableRandom(4).doubles(rows, -2, 2).toArray();
                for (Baseline baseline : List.of(Baseline.none(), Baseline.ofRows(critic), Baseline.leaveOneOut())) {
                    var estimator = ConditionalEstimator.of(family).samplesPerRow(5).seed(SEED).baseline(baseline);
                    long first = hash(estimator.estimate(parameters, ConditionalEstimatorTest::f));
                    hash = 31 * hash + first;
                    for (int threads : new int[] {1, 2, 3, 7}) {
                        var shared = estimator.parallel(threads);
                        assertEquals(first, hash(shared.estimate(parameters, ConditionalEstimatorTest::f)));
                        ConditionalEstimate batch = shared.estimate(parameters, ConditionalEstimatorTest::batch);
                        assertEquals(first, hash(batch));
                        double[][] gradient = new double[parameters.length][rows];
                        shared.estimateGradient(parameters, ConditionalEstimatorTest::batch, gradient);
                        assertArrayEquals(batch.gradient(), gradient);
                        shared.estimateGradient(parameters, ConditionalEstimatorTest::f, gradient);
                        assertArrayEquals(batch.gradient(), gradient);
                    }
                }
            }
        }
        assertEquals(-2107570594241602900L, hash);
    }

    @Test
    void anExecutorsThreadsWork() {
        double[][] parameters = parameters(ConditionalNormal.of(), 5000);
        var estimator = ConditionalEstimator.of(ConditionalNormal.of()).seed(SEED);
        long alone = hash(estimator.estimate(parameters, ConditionalEstimatorTest::batch));
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            assertEquals(alone, hash(estimator.parallel(virtual, 4).estimate(parameters, ConditionalEstimatorTest::batch)));
        }
        assertEquals(alone, hash(estimator.parallel(task -> { }, 4).estimate(parameters, ConditionalEstimatorTest::batch)));
        assertEquals(alone, hash(estimator.parallel().estimate(parameters, ConditionalEstimatorTest::batch)));
    }

    /** A sample must be a function of the seed, the row's parameters, the row and the sample's index alone. */
    @Test
    void otherRowsAndMoreSamplesLeaveASampleAsItIs() {
        double[][] parameters = parameters(ConditionalNormal.of(), 3000);
        double[][] few = {Arrays.copyOf(parameters[0], 70), Arrays.copyOf(parameters[1], 70)};
        double[][] all = draws(parameters, 6, SEED);
        double[][] some = draws(few, 2, SEED);
        for (int k = 0; k < 2; k++) {
            assertArrayEquals(some[k], Arrays.copyOf(all[k], 70));
        }
        assertEquals(18_000, Arrays.stream(all).flatMapToDouble(Arrays::stream).distinct().count());
        assertNotEquals(all[0][0], draws(few, 1, SEED + 1)[0][0]);
    }

    private static double[][] draws(double[][] parameters, int samples, long seed) {
        int rows = parameters[0].length;
        double[][] draws = new double[samples][rows];
        int[] next = new int[rows];
        ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(samples).seed(seed).estimate(parameters, (row, x) -> {
            draws[next[row]++][row] = x;
            return 1;
        });
        return draws;
    }

    @Test
    void anEstimateSaysWhatItIs() {
        double[] critic = {1, 2};
        Baseline baseline = Baseline.ofRows(critic);
        ConditionalEstimate e = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(4).seed(5).baseline(baseline)
                .estimate(new double[][] {{0, 1}, {1, 2}}, (row, x) -> 3);
        assertEquals(2, e.rows());
        assertEquals(4, e.samplesPerRow());
        assertEquals(5, e.seed());
        assertSame(baseline, e.baseline());
        assertEquals(Baseline.ofRows(critic), e.baseline());
        assertNotEquals(Baseline.ofRows(critic.clone()), e.baseline());
        assertArrayEquals(e.gradient(), ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(4).seed(5)
                .baseline(Baseline.function(row -> critic[(int) row])).estimate(new double[][] {{0, 1}, {1, 2}}, (row, x) -> 3)
                .gradient());
        assertEquals(List.of("mean", "standard deviation"), e.parameterNames());
        assertEquals(1, e.notes().size());
        assertTrue(e.notes().getFirst().startsWith("In 2 of 2 rows all 4 samples gave one value of f: "), e.notes()::toString);
        assertTrue(e.elapsed().toNanos() > 0);
        assertSame(e.gradient()[1], e.gradient()[1]);
        assertArrayEquals(new double[] {3, 3}, e.value());
        String[] lines = e.toString().lines().toArray(String[]::new);
        assertTrue(lines[0].startsWith("2 rows of 4 samples, seed 5, baseline values of rows, "), lines[0]);
        assertTrue(lines[2].matches("value +3\\.0000000 +0\\.00"), lines[2]);
        assertEquals(6, lines.length);
        assertEquals(Baseline.leaveOneOut(), ConditionalEstimator.of(ConditionalNormal.of()).estimate(
                new double[][] {{0}, {1}}, (row, x) -> x).baseline());
        var fresh = ConditionalEstimator.of(ConditionalNormal.of());
        assertNotEquals(fresh.estimate(new double[][] {{0}, {1}}, (row, x) -> x).seed(),
                fresh.estimate(new double[][] {{0}, {1}}, (row, x) -> x).seed());
    }

    @Test
    void tooFewSamplesGiveNaNErrorsAndTheReason() {
        double[][] parameters = {{0.5, 1}, {1, 1}};
        var estimator = ConditionalEstimator.of(ConditionalNormal.of()).seed(1);
        ConditionalEstimate one = estimator.samplesPerRow(1).estimate(parameters, (row, x) -> x);
        assertEquals(Baseline.none(), one.baseline());
        assertTrue(Double.isFinite(one.gradient()[0][1]) && Double.isNaN(one.standardError()[0][1]));
        assertTrue(Double.isFinite(one.value()[1]) && Double.isNaN(one.valueStandardError()[1]));
        assertEquals(List.of("The values' standard errors are NaN: they need at least 2 samples per row.",
                "The gradients' standard errors are NaN: with the none baseline they need at least 2 samples per row."),
                one.notes());
        ConditionalEstimate two = estimator.samplesPerRow(2).estimate(parameters, (row, x) -> x);
        assertTrue(Double.isFinite(two.gradient()[1][0]) && Double.isNaN(two.standardError()[1][0]));
        assertTrue(Double.isFinite(two.valueStandardError()[0]));
        assertEquals(List.of("The gradients' standard errors are NaN: with the leave-one-out baseline they need at least 3"
                + " samples per row."), two.notes());
    }

    private static double[][] parameters(ConditionalDistribution family, int rows) {
        SplittableRandom random = new SplittableRandom(6);
        return family.parameterNames().stream()
                .map(name -> random.doubles(rows).map(u -> name.equals("standard deviation") ? 0.1 + u : 4 * u - 2).toArray())
                .toArray(double[][]::new);
    }

    private static double f(int row, double x) {
        return x * x + row % 5 * x;
    }

    private static void batch(double[] x, int first, int n, double[] f) {
        for (int i = 0; i < n; i++) {
            f[i] = f(first + i, x[i]);
        }
    }

    private static long hash(ConditionalEstimate e) {
        return 31 * (31 * Arrays.deepHashCode(e.gradient()) + Arrays.deepHashCode(e.standardError()))
                + 17L * Arrays.hashCode(e.value()) + Arrays.hashCode(e.valueStandardError());
    }

    /** A family as a user may write it, which implements no more than it has to. */
    private record Unnamed(ConditionalDistribution family) implements ConditionalDistribution {
        @Override
        public List<String> parameterNames() {
            return family.parameterNames();
        }

        @Override
        public void sample(double[][] parameters, SplitStream stream, long first, double[] x, int offset, int length) {
            family.sample(parameters, stream, first, x, offset, length);
        }

        @Override
        public void logPdf(double[][] parameters, double[] x, double[] logPdf, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void gradLogPdf(double[][] parameters, double[] x, double[][] gradient, int offset, int length) {
            family.gradLogPdf(parameters, x, gradient, offset, length);
        }
    }
}
