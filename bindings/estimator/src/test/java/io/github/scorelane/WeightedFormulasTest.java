package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests weighted estimates against their definitions, which are written out sample by sample. */
class WeightedFormulasTest {
    private static final int N = 40;
    private static final Normal TARGET = Normal.of(0.7, 1.3);
    private static final Normal PROPOSAL = Normal.of(0.2, 1.6);
    private static final double OFFSET = 1e3;

    static Stream<Baseline> baselines() {
        return Stream.of(Baseline.none(), Baseline.constant(3), Baseline.leaveOneOut(), Baseline.optimalConstant());
    }

    /** The points, values of f, weights and scores of some samples. */
    private record Samples(double[] x, double[] f, double[] logDensity, double[] w, double[][] s) {
        static Samples of(long seed) {
            double[] x = new double[N];
            double[] logDensity = new double[N];
            double[] w = new double[N];
            double[][] s = new double[2][N];
            PROPOSAL.sample(SplitStream.ofHashed(seed), 0, x, 0, N);
            PROPOSAL.logPdf(x, 0, logDensity, 0, N);
            TARGET.logPdf(x, 0, w, 0, N);
            TARGET.gradLogPdf(x, 0, s, 0, N);
            double[] f = new double[N];
            for (int i = 0; i < N; i++) {
                w[i] = StrictMath.exp(w[i] - logDensity[i]);
                f[i] = WeightedFormulasTest.f(x[i]);
            }
            return new Samples(x, f, logDensity, w, s);
        }

        /** A baseline: the constant that is subtracted from f at each sample. */
        double[] baselines(Baseline baseline, int p) {
            double[] b = new double[N];
            Arrays.setAll(b, i -> switch (baseline.toString()) {
                case "none" -> 0;
                case "constant 3.0" -> 3;
                case "leave-one-out" -> mean(i);
                default -> slope(i % 8, p);
            });
            return b;
        }

        /** Returns the mean of f over all other samples. */
        private double mean(int i) {
            return (Arrays.stream(f).sum() - f[i]) / (N - 1);
        }

        /** Returns the slope of f w s on w s, with an intercept, over the samples with another residue of the index. */
        private double slope(int fold, int p) {
            int[] others = IntStream.range(0, N).filter(j -> j % 8 != fold).toArray();
            double[] r = new double[N];
            Arrays.setAll(r, j -> w[j] * s[p][j]);
            double mean = Arrays.stream(others).mapToDouble(j -> r[j]).average().orElseThrow();
            double meanOfProducts = Arrays.stream(others).mapToDouble(j -> f[j] * r[j]).average().orElseThrow();
            double above = 0;
            double below = 0;
            for (int j : others) {
                above += (f[j] * r[j] - meanOfProducts) * (r[j] - mean);
                below += (r[j] - mean) * (r[j] - mean);
            }
            return above / below;
        }
    }

    private static double f(double x) {
        return OFFSET + x * x;
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void weightsDividedByTheNumberOfSamples(Baseline baseline) {
        Samples all = Samples.of(5);
        Estimate estimate = ScoreFunctionEstimator.of(TARGET).samples(N).seed(5).baseline(baseline)
                .importance(ImportanceSampling.from(PROPOSAL)).withCovariance().estimate(x -> f(x));
        double value = 0;
        for (int i = 0; i < N; i++) {
            value += all.w[i] * all.f[i] / N;
        }
        assertEquals(value, estimate.value(), 1e-11 * OFFSET);
        double variance = 0;
        for (int i = 0; i < N; i++) {
            variance += Math.pow(all.w[i] * all.f[i] - value, 2) / (N * (N - 1.0));
        }
        assertEquals(Math.sqrt(variance), estimate.valueStandardError(), 1e-10 * Math.sqrt(variance));
        for (int p = 0; p < 2; p++) {
            double[] b = all.baselines(baseline, p);
            double g = 0;
            for (int i = 0; i < N; i++) {
                g += all.w[i] * (all.f[i] - b[i]) * all.s[p][i] / N;
            }
            assertEquals(g, estimate.gradient()[p], 1e-11 * OFFSET);
        }
        assertEquals(size(all.w), estimate.effectiveSampleSize(), 1e-11 * N);
        assertCovariance(estimate);
        RecordedSamples recorded = RecordedSamples.of(all.x, all.f, all.logDensity);
        Estimate again = ScoreFunctionEstimator.of(TARGET).baseline(baseline).withCovariance().estimate(recorded);
        assertSame(estimate, again);
        assertArrayEquals(estimate.covariance()[2], again.covariance()[2]);
        assertSame(estimate, ScoreFunctionEstimator.of(TARGET).baseline(baseline)
                .estimate(RecordedSamples.of(all.x, all.f, PROPOSAL)));
        RecordedSamples both = RecordedSamples.of(Arrays.copyOf(all.x, 11), Arrays.copyOf(all.f, 11), PROPOSAL)
                .and(RecordedSamples.of(Arrays.copyOfRange(all.x, 11, N), Arrays.copyOfRange(all.f, 11, N), PROPOSAL));
        assertSame(estimate, ScoreFunctionEstimator.of(TARGET).baseline(baseline).estimate(both));
    }

    private static void assertSame(Estimate expected, Estimate found) {
        assertEquals(expected.value(), found.value());
        assertEquals(expected.valueStandardError(), found.valueStandardError());
        assertArrayEquals(expected.gradient(), found.gradient());
        assertArrayEquals(expected.standardError(), found.standardError());
        assertEquals(expected.effectiveSampleSize(), found.effectiveSampleSize());
        assertEquals(expected.paretoShape(), found.paretoShape());
        assertEquals(expected.samples(), found.samples());
        assertEquals(expected.notes(), found.notes());
    }

    /** The covariance must have the squared errors on its diagonal, be symmetric, and have no negative eigenvalue. */
    private static void assertCovariance(Estimate estimate) {
        double[][] c = estimate.covariance();
        assertEquals(3, c.length);
        for (int p = 0; p < 2; p++) {
            assertEquals(Math.pow(estimate.standardError()[p], 2), c[p][p], 1e-12 * c[p][p]);
            assertTrue(c[p][2] * c[p][2] <= c[p][p] * c[2][2] && c[p][2] == c[2][p], c[p][2] + " of " + c[p][p] + ", " + c[2][2]);
        }
        assertEquals(Math.pow(estimate.valueStandardError(), 2), c[2][2], 1e-12 * c[2][2]);
    }

    /**
     * The covariance must be the jackknife's, which leaves out each sample in turn, exactly for leave-one-out and for a plain
     * mean.
     */
    @Test
    void covarianceOfLeaveOneOutWithTheValueIsTheJackknifes() {
        Samples all = Samples.of(6);
        var estimator = ScoreFunctionEstimator.of(TARGET).baseline(Baseline.leaveOneOut());
        Estimate estimate = estimator.withCovariance().estimate(RecordedSamples.of(all.x, all.f, all.logDensity));
        double[][] without = new double[3][N];
        for (int i = 0; i < N; i++) {
            Estimate one = estimator.estimate(RecordedSamples.of(less(all.x, i), less(all.f, i), PROPOSAL));
            without[0][i] = one.gradient()[0];
            without[1][i] = one.gradient()[1];
            without[2][i] = one.value();
        }
        for (int p = 0; p < 3; p++) {
            double expected = 0;
            double mean = Arrays.stream(without[p]).average().orElseThrow();
            double meanValue = Arrays.stream(without[2]).average().orElseThrow();
            for (int i = 0; i < N; i++) {
                expected += (without[p][i] - mean) * (without[2][i] - meanValue) * (N - 1) / N;
            }
            assertEquals(expected, estimate.covariance()[p][2], 1e-8 * Math.abs(expected), "" + p);
        }
    }

    @Test
    void covarianceOfThePlainEstimateWithTheValue() {
        Samples all = Samples.of(7);
        Estimate estimate = ScoreFunctionEstimator.of(TARGET).baseline(Baseline.constant(3)).withCovariance()
                .estimate(RecordedSamples.of(all.x, all.f, all.logDensity));
        for (int p = 0; p < 2; p++) {
            double covariance = 0;
            for (int i = 0; i < N; i++) {
                covariance += (all.w[i] * (all.f[i] - 3) * all.s[p][i] - estimate.gradient()[p])
                        * (all.w[i] * all.f[i] - estimate.value()) / (N * (N - 1.0));
            }
            assertEquals(covariance, estimate.covariance()[p][2], 1e-9 * Math.abs(covariance));
        }
    }

    private static double[] less(double[] x, int i) {
        double[] less = new double[x.length - 1];
        System.arraycopy(x, 0, less, 0, i);
        System.arraycopy(x, i + 1, less, i, less.length - i);
        return less;
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void weightsDividedByTheirSum(Baseline baseline) {
        Samples all = Samples.of(8);
        RecordedSamples recorded = RecordedSamples.of(all.x, all.f, all.logDensity).selfNormalised();
        Estimate estimate = ScoreFunctionEstimator.of(TARGET).baseline(baseline).estimate(recorded);
        double sum = Arrays.stream(all.w).sum();
        double value = 0;
        for (int i = 0; i < N; i++) {
            value += all.w[i] * all.f[i] / sum;
        }
        double variance = 0;
        for (int i = 0; i < N; i++) {
            variance += Math.pow(all.w[i] * (all.f[i] - value) / sum, 2) * N / (N - 1);
        }
        assertEquals(value, estimate.value(), 1e-11 * OFFSET);
        assertEquals(Math.sqrt(variance), estimate.valueStandardError(), 1e-8 * Math.sqrt(variance));
        boolean own = baseline.equals(Baseline.leaveOneOut());
        for (int p = 0; p < 2; p++) {
            double[] b = all.baselines(baseline, p);
            if (own) {
                Arrays.fill(b, value);
            }
            double g = 0;
            double m = 0;
            for (int i = 0; i < N; i++) {
                g += all.w[i] * (all.f[i] - b[i]) * all.s[p][i] / sum;
                m += own ? all.w[i] * all.s[p][i] / sum : 0;
            }
            double squares = 0;
            for (int i = 0; i < N; i++) {
                double term = all.w[i] * ((all.f[i] - b[i]) * all.s[p][i] - g - m * (all.f[i] - value));
                squares += term * term / (sum * sum) * N / (N - 1);
            }
            assertEquals(g, estimate.gradient()[p], 1e-10 * OFFSET);
            assertEquals(Math.sqrt(squares), estimate.standardError()[p], 1e-8 * Math.sqrt(squares));
        }
        Estimate drawn = ScoreFunctionEstimator.of(TARGET).baseline(baseline).samples(N).seed(8)
                .importance(ImportanceSampling.from(PROPOSAL).selfNormalised()).estimate(x -> f(x));
        assertSame(estimate, drawn);
        assertTrue(drawn.notes().getFirst().contains("biased by O(1/n)"));
    }

    /** The log densities are wrong by a constant, even by hundreds. */
    @ParameterizedTest
    @MethodSource("baselines")
    void selfNormalisedWeightsNeedNoUnit(Baseline baseline) {
        Samples all = Samples.of(9);
        Estimate expected = ScoreFunctionEstimator.of(TARGET).baseline(baseline)
                .estimate(RecordedSamples.of(all.x, all.f, all.logDensity).selfNormalised());
        for (double constant : new double[] {-600, -140, 200, 5000}) {
            double[] off = Arrays.stream(all.logDensity).map(l -> l + constant).toArray();
            Estimate estimate = ScoreFunctionEstimator.of(TARGET).baseline(baseline)
                    .estimate(RecordedSamples.of(all.x, all.f, off).selfNormalised());
            assertEquals(expected.value(), estimate.value(), 1e-9 * OFFSET);
            assertArrayEquals(expected.gradient(), estimate.gradient(), 1e-8 * OFFSET);
            for (int p = 0; p < 2; p++) {
                assertEquals(expected.standardError()[p], estimate.standardError()[p], 1e-6 * expected.standardError()[p]);
            }
            assertEquals(expected.effectiveSampleSize(), estimate.effectiveSampleSize(), 1e-9 * N);
            assertEquals(expected.paretoShape(), estimate.paretoShape(), 1e-9);
        }
        double[] off = Arrays.stream(all.logDensity).map(l -> l - 300).toArray();
        Estimate large = ScoreFunctionEstimator.of(TARGET).baseline(baseline).withCovariance()
                .estimate(RecordedSamples.of(all.x, all.f, off));
        Estimate plain = ScoreFunctionEstimator.of(TARGET).baseline(baseline).withCovariance()
                .estimate(RecordedSamples.of(all.x, all.f, all.logDensity));
        double unit = Math.exp(300);
        for (int p = 0; p < 2; p++) {
            assertEquals(plain.gradient()[p], large.gradient()[p] / unit, 1e-9 * OFFSET);
            assertEquals(plain.standardError()[p], large.standardError()[p] / unit, 1e-9 * OFFSET);
            assertEquals(plain.covariance()[p][2], large.covariance()[p][2] / unit / unit, 1e-6 * OFFSET);
            assertEquals(plain.varianceReduction()[p], large.varianceReduction()[p], 1e-9 * plain.varianceReduction()[p]);
        }
        assertEquals(plain.valueStandardError(), large.valueStandardError() / unit, 1e-9 * OFFSET);
    }

    @Test
    void clippedWeights() {
        Samples all = Samples.of(10);
        double bound = 0.9;
        Estimate estimate = ScoreFunctionEstimator.of(TARGET).baseline(Baseline.none())
                .estimate(RecordedSamples.of(all.x, all.f, all.logDensity).clipped(bound));
        double[] w = Arrays.stream(all.w).map(v -> Math.min(v, bound)).toArray();
        assertTrue(Arrays.stream(all.w).filter(v -> v > bound).count() > 5);
        double g = 0;
        double value = 0;
        for (int i = 0; i < N; i++) {
            g += w[i] * all.f[i] * all.s[0][i] / N;
            value += w[i] * all.f[i] / N;
        }
        assertEquals(g, estimate.gradient()[0], 1e-11 * OFFSET);
        assertEquals(value, estimate.value(), 1e-11 * OFFSET);
        assertEquals(size(w), estimate.effectiveSampleSize(), 1e-11 * N);
        Estimate whole = ScoreFunctionEstimator.of(TARGET).estimate(RecordedSamples.of(all.x, all.f, all.logDensity));
        assertEquals(whole.paretoShape(), estimate.paretoShape());
        assertTrue(estimate.notes().getFirst().contains("clipped at 0.9: value and gradient are biased"));
        Estimate both = ScoreFunctionEstimator.of(TARGET).baseline(Baseline.none())
                .estimate(RecordedSamples.of(all.x, all.f, all.logDensity).clipped(bound).selfNormalised());
        assertEquals(g * N / Arrays.stream(w).sum(), both.gradient()[0], 1e-10 * OFFSET);
        assertEquals(2, both.notes().stream().filter(note -> note.contains("biased")).count());
    }

    private static double size(double[] w) {
        double sum = Arrays.stream(w).sum();
        return sum * sum / Arrays.stream(w).map(v -> v * v).sum();
    }

    /**
     * With so many parameters scores, weights and products are worked several rows at a time, and a group of rows may begin
     * with one kind of parameter and end with the next.
     */
    @Test
    void manyParametersAreThoseOfTheirCoordinates() {
        for (int dimension : new int[] {3, 7, 16, 20, 21}) {
            double[] means = new double[dimension];
            double[] ones = new double[dimension];
            Arrays.setAll(means, d -> 0.02 * d);
            Arrays.fill(ones, 1.0);
            DiagonalNormal target = DiagonalNormal.of(means, ones);
            var proposal = DiagonalNormal.of(new double[dimension], ones);
            ToDoubleFunction<double[]> f = x -> x[0] * x[dimension - 1];
            double[][] x = new double[dimension][1500];
            proposal.sample(SplitStream.ofHashed(3), 0, x, 0, 1500);
            double[] values = new double[1500];
            double[] w = new double[1500];
            double[] q = new double[1500];
            double[][] s = new double[2 * dimension][1500];
            target.logPdf(x, 0, w, 0, 1500);
            proposal.logPdf(x, 0, q, 0, 1500);
            target.gradLogPdf(x, 0, 0, s, 0, 1500);
            for (int i = 0; i < 1500; i++) {
                w[i] = Math.exp(w[i] - q[i]);
                values[i] = x[0][i] * x[dimension - 1][i];
            }
            double sum = Arrays.stream(w).sum();
            var estimator = ScoreFunctionEstimator.of(target).samples(1500).seed(3).baseline(Baseline.none());
            for (var sampling : List.of(ImportanceSampling.from(proposal), ImportanceSampling.from(proposal).selfNormalised())) {
                boolean ratio = sampling.toString().contains("self");
                Estimate estimate = estimator.importance(sampling).estimate(f);
                assertEquals(2 * dimension, estimate.gradient().length);
                for (int p = 0; p < 2 * dimension; p++) {
                    double g = 0;
                    for (int i = 0; i < 1500; i++) {
                        g += w[i] * values[i] * s[p][i] / (ratio ? sum : 1500);
                    }
                    double squares = 0;
                    for (int i = 0; i < 1500; i++) {
                        double term = w[i] * values[i] * s[p][i] - g * (ratio ? w[i] : 1);
                        squares += term * term / (ratio ? sum * sum / 1500 : 1500) / 1499;
                    }
                    assertEquals(g, estimate.gradient()[p], 1e-12, dimension + ", " + p);
                    assertEquals(Math.sqrt(squares), estimate.standardError()[p], 1e-10, dimension + ", " + p);
                }
            }
        }
    }

    /** The target's scores are made of statistics that the draws of the proposal do not carry. */
    @Test
    void aTargetWithStatistics() {
        double[][] identity = {{1, 0}, {0, 1}};
        var normal = MultivariateNormal.of(new double[2], identity);
        Estimate same = ScoreFunctionEstimator.of(normal).samples(3000).seed(1).importance(ImportanceSampling.from(normal))
                .estimate(x -> x[0] * x[1]);
        Estimate own = ScoreFunctionEstimator.of(normal).samples(3000).seed(1).estimate(x -> x[0] * x[1]);
        assertArrayEquals(own.gradient(), same.gradient(), 1e-13);
        assertArrayEquals(own.standardError(), same.standardError(), 1e-13);
        assertEquals(own.value(), same.value(), 1e-15);
        assertEquals(3000, same.effectiveSampleSize(), 1e-9);
        assertEquals(own.baselineChoices(), same.baselineChoices());
        assertArrayEquals(own.varianceReduction(), same.varianceReduction(), 1e-10);
        assertEquals(3000, own.effectiveSampleSize());
        assertEquals(Double.NaN, own.paretoShape());
    }
}
