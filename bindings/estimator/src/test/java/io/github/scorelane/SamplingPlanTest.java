package io.github.scorelane;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Bernoulli;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Dirichlet;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Geometric;
import io.github.scorelane.distribution.Independent;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.function.EvaluationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SamplingPlanTest {
    private static final double[] TWO = {1, 2};
    private static final List<SamplingPlan> GROUPED = List.of(SamplingPlan.antithetic(), SamplingPlan.stratified(),
            SamplingPlan.latinHypercube(16), SamplingPlan.sobol(16));
    private static final List<Baseline> BASELINES = List.of(Baseline.none(), Baseline.constant(3), Baseline.optimalConstant(),
            Baseline.automatic());
    private static final Normal NORMAL = Normal.of(0.5, 1.2);

    /** A function that records the samples that an estimate is made of, in the order of their indices. */
    private static final class Recorder implements BatchFunction {
        private final List<double[]> x = new ArrayList<>();
        private final List<Double> f = new ArrayList<>();

        @Override
        public void evaluate(double[][] columns, int n, double[] values) {
            for (int s = 0; s < n; s++) {
                double[] point = new double[columns.length];
                for (int d = 0; d < point.length; d++) {
                    point[d] = columns[d][s];
                }
                values[s] = 2 + point[0] * point[0] + point[0];
                x.add(point);
                f.add(values[s]);
            }
        }

        double[] column(int d) {
            return x.stream().mapToDouble(point -> point[d]).toArray();
        }

        double[] values() {
            return f.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** Checks an estimate against the definition: a mean over groups, with constants fitted to the groups of other folds. */
    @Test
    void pairsAndReplicatesAreTheGroupsOfTheEstimate() {
        for (Baseline baseline : BASELINES) {
            assertDefinition(SamplingPlan.antithetic(), baseline, 36, 18);
            assertDefinition(SamplingPlan.antithetic(), baseline, 256, 128);
            assertDefinition(SamplingPlan.latinHypercube(16), baseline, 80, 16);
            assertDefinition(SamplingPlan.sobol(20), baseline, 20 * 64, 20);
        }
    }

    private static void assertDefinition(SamplingPlan plan, Baseline baseline, int n, int groups) {
        Recorder recorder = new Recorder();
        Estimate estimate = ScoreFunctionEstimator.of(NORMAL).samples(n).seed(3).plan(plan).baseline(baseline).estimate(recorder);
        double[] f = recorder.values();
        double[][] s = scores(recorder.column(0));
        int size = n / groups;
        boolean pairs = size == 2;
        for (int p = 0; p < 2; p++) {
            double[] meanF = new double[groups];
            double[] meanS = new double[groups];
            double[] meanFs = new double[groups];
            for (int i = 0; i < n; i++) {
                int group = pairs ? i % groups : i / size;
                meanF[group] += f[i] / size;
                meanS[group] += s[p][i] / size;
                meanFs[group] += f[i] * s[p][i] / size;
            }
            if (pairs && p == 0) {
                // The mean score of a pair is rounding only, as the two scores have opposite signs.
                Arrays.fill(meanS, 0);
            }
            Groups all = new Groups(meanF, meanS, meanFs);
            int[] kinds = all.kinds(baseline, pairs);
            double[] each = new double[groups];
            double[] pseudo = new double[groups];
            for (int g = 0; g < groups; g++) {
                each[g] = meanFs[g] - all.constant(baseline, kinds[g % 8], g, -1, -1) * meanS[g];
            }
            for (int left = 0; left < groups; left++) {
                double without = 0;
                for (int g = 0; g < groups; g++) {
                    without += g == left ? 0 : meanFs[g] - all.constant(baseline, kinds[g % 8], g, left, -1) * meanS[g];
                }
                pseudo[left] = groups * mean(each) - without;
            }
            String what = plan + ", " + baseline + ", " + n + ", " + p;
            assertEquals(mean(each), estimate.gradient()[p], 1e-12, what);
            double error = errorOfMean(each);
            boolean constantsAreFitted = !baseline.equals(Baseline.none()) && !baseline.equals(Baseline.constant(3));
            if (!pairs && constantsAreFitted) {
                error = Math.sqrt((2 * error * error + errorOfMean(pseudo) * errorOfMean(pseudo)) / 3);
            } else if (baseline.equals(Baseline.optimalConstant())) {
                error = Math.sqrt((2 * error * error + all.jackknifeOfLanes(mean(each))) / 3);
            }
            assertEquals(error, estimate.standardError()[p], 1e-10, what);
            assertEquals(mean(meanF), estimate.value(), 1e-12, what);
            assertEquals(errorOfMean(meanF), estimate.valueStandardError(), 1e-10, what);
        }
    }

    /** The means of f, of the scores and of their products over each group, and the constants fitted to them. */
    private record Groups(double[] f, double[] s, double[] fs) {
        private static final int NONE = 0;
        private static final int MEAN = 1;
        private static final int SLOPE = 2;

        /** Returns the kind of the constant for each lane. */
        int[] kinds(Baseline baseline, boolean pairs) {
            int[] kinds = new int[8];
            for (int lane = 0; lane < 8; lane++) {
                kinds[lane] = baseline.equals(Baseline.optimalConstant()) ? SLOPE : !baseline.equals(Baseline.automatic()) ? NONE
                        : pairs ? MEAN : choose(lane);
            }
            return kinds;
        }

        private int choose(int lane) {
            int[] others = others(lane, -1, -1);
            double plain = variance(others, 0);
            double ofMean = variance(others, Arrays.stream(others).mapToDouble(g -> f[g]).average().orElseThrow());
            double optimal = variance(others, slope(others));
            int m = others.length;
            return optimal * (m + 2) / (m - 2) < Math.min(plain, ofMean) ? SLOPE : plain < ofMean ? NONE : MEAN;
        }

        private double variance(int[] groups, double b) {
            double error = errorOfMean(Arrays.stream(groups).mapToDouble(g -> fs[g] - b * s[g]).toArray());
            return error * error;
        }

        double constant(Baseline baseline, int kind, int group, int left, int leftLane) {
            int[] others = others(group % 8, left, leftLane);
            return switch (kind) {
                case SLOPE -> slope(others);
                case MEAN -> Arrays.stream(others).mapToDouble(g -> f[g]).average().orElseThrow();
                default -> baseline.equals(Baseline.constant(3)) ? 3 : 0;
            };
        }

        /** Returns the slope of fs on s, with an intercept. */
        private double slope(int[] groups) {
            double meanS = Arrays.stream(groups).mapToDouble(g -> s[g]).average().orElseThrow();
            double meanFs = Arrays.stream(groups).mapToDouble(g -> fs[g]).average().orElseThrow();
            double above = 0;
            double below = 0;
            for (int g : groups) {
                above += (fs[g] - meanFs) * (s[g] - meanS);
                below += (s[g] - meanS) * (s[g] - meanS);
            }
            return below == 0 ? 0 : above / below;
        }

        private int[] others(int lane, int left, int leftLane) {
            return IntStream.range(0, f.length).filter(g -> g % 8 != lane && g != left && g % 8 != leftLane).toArray();
        }

        /** Computes the variance of a choice by leaving out each lane in turn. */
        double jackknifeOfLanes(double mean) {
            double squares = 0;
            for (int lane = 0; lane < 8; lane++) {
                double without = 0;
                int count = 0;
                for (int g = 0; g < f.length; g++) {
                    if (g % 8 == lane) {
                        count++;
                    } else {
                        without += fs[g] - constant(Baseline.optimalConstant(), SLOPE, g, -1, lane) * s[g];
                    }
                }
                double off = (f.length - count) * mean - without;
                squares += off * off / count;
            }
            return squares / (7.0 * f.length);
        }
    }

    @Test
    void strataAreTwoFoldsOfTwoEach() {
        for (Baseline baseline : BASELINES) {
            for (int n : new int[] {16, 48, 1024 + 160}) {
                Recorder recorder = new Recorder();
                Estimate estimate = ScoreFunctionEstimator.of(NORMAL).samples(n).seed(4).plan(SamplingPlan.stratified())
                        .baseline(baseline).estimate(recorder);
                double[] x = recorder.column(0);
                double[] f = recorder.values();
                double[][] s = scores(x);
                double[][] bounds = new double[2][n];
                List<int[]> pairs = new ArrayList<>();
                for (int block = 0; block < n; block += 1024) {
                    int half = Math.min(1024, n - block) / 2;
                    for (int j = 0; j < half; j++) {
                        pairs.add(new int[] {block + j, block + half + j, j / 4 % 2});
                    }
                }
                for (int p = 0; p < 2; p++) {
                    double sum = 0;
                    double squares = 0;
                    for (int fold = 0; fold < 2; fold++) {
                        double b = ofStrata(baseline, pairs, f, s[p], 1 - fold);
                        List<Double> strata = new ArrayList<>();
                        for (int[] pair : pairs) {
                            if (pair[2] == fold) {
                                double e = (f[pair[0]] - b) * s[p][pair[0]];
                                double o = (f[pair[1]] - b) * s[p][pair[1]];
                                sum += e + o;
                                squares += (e - o) * (e - o) / 2;
                                strata.add(e + o);
                            }
                        }
                        squares += neighbours(strata);
                    }
                    assertEquals(sum / n, estimate.gradient()[p], 1e-12, baseline + ", " + n);
                    assertEquals(Math.sqrt(squares) / n, estimate.standardError()[p], 1e-10, baseline + ", " + n);
                }
                assertStrata(x, pairs, n / 4);
            }
        }
    }

    /** Computes the variance of the sum from differences of neighbouring strata, with blocks of 256 strata. */
    private static double neighbours(List<Double> m) {
        double sum = 0;
        int last = m.size() - 1;
        for (int block = 0; block <= last; block += 256) {
            int end = Math.min(last, block + 255);
            for (int h = block; h <= end; h++) {
                if (h > 0 && h < last) {
                    int middle = Math.clamp(h, block + 1, end - 1);
                    double difference = m.get(middle - 1) - 2 * m.get(middle) + m.get(middle + 1);
                    sum += difference * difference / 12;
                }
            }
        }
        double[][] laguerre = {{-1.2177277416194268, 0.5280961538389042, 3.7766930848894185, -3.087061497108886},
            {0.42548100807665296, -0.4952651220489354, -1.5586168605029436, 1.628400974475222},
            {-0.09343325181310033, -0.7805964485170621, -0.3418088334547225, 1.2158385337848843}};
        for (double[] row : laguerre) {
            double low = 0;
            double high = 0;
            for (int k = 0; k < 4; k++) {
                low += row[k] * m.get(k);
                high += row[k] * m.get(last - k);
            }
            sum += (low * low + high * high) / 2;
        }
        return sum;
    }

    private static double ofStrata(Baseline baseline, List<int[]> pairs, double[] f, double[] s, int fold) {
        if (baseline.equals(Baseline.none()) || baseline.equals(Baseline.constant(3))) {
            return baseline.equals(Baseline.none()) ? 0 : 3;
        }
        double above = 0;
        double below = 0;
        for (int[] pair : pairs) {
            if (pair[2] == fold) {
                double ds = s[pair[0]] - s[pair[1]];
                above += (f[pair[0]] * s[pair[0]] - f[pair[1]] * s[pair[1]]) * ds;
                below += ds * ds;
            }
        }
        return above / below;
    }

    /** Checks that both samples of a pair lie in one interval, and that a fold has one pair in each interval. */
    private static void assertStrata(double[] x, List<int[]> pairs, int strata) {
        var cdf = org.apache.commons.statistics.distribution.NormalDistribution.of(0.5, 1.2);
        int[][] counts = new int[2][strata];
        for (int[] pair : pairs) {
            int stratum = (int) (cdf.cumulativeProbability(x[pair[0]]) * strata);
            assertEquals(stratum, (int) (cdf.cumulativeProbability(x[pair[1]]) * strata));
            counts[pair[2]][stratum]++;
        }
        for (int[] fold : counts) {
            assertTrue(Arrays.stream(fold).allMatch(count -> count == 1));
        }
    }

    private static double[][] scores(double[] x) {
        double[][] s = new double[2][x.length];
        NORMAL.gradLogPdf(x, 0, s, 0, x.length);
        return s;
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).sum() / x.length;
    }

    private static double errorOfMean(double[] x) {
        double mean = mean(x);
        return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length / (x.length - 1));
    }

    @Test
    void antitheticPairsMirrorEachOther() {
        Recorder recorder = new Recorder();
        ScoreFunctionEstimator.of(DiagonalNormal.of(TWO, TWO)).samples(1030).seed(1).plan(SamplingPlan.antithetic())
                .estimate(recorder);
        for (int d = 0; d < 2; d++) {
            double[] x = recorder.column(d);
            assertMirrored(x, TWO[d]);
        }
    }

    private static void assertMirrored(double[] x, double mean) {
        for (int j = 0; j < x.length; j++) {
            int partner = j < 1024 ? j ^ 512 : j < 1027 ? j + 3 : j - 3;
            assertEquals(2 * mean, x[j] + x[partner], 1e-12);
        }
    }

    /** With one random word for each coordinate, the samples at two θ are the quantiles of the same uniforms. */
    @Test
    void inverseTransformsHaveCommonRandomNumbers() {
        var estimator = ScoreFunctionEstimator.of(Exponential.of(1)).samples(2000).seed(7).plan(SamplingPlan.inverseTransform());
        Recorder one = new Recorder();
        Recorder two = new Recorder();
        estimator.estimate(one);
        estimator.at(Exponential.of(2)).estimate(two);
        for (int s = 0; s < 2000; s++) {
            assertEquals(2 * one.x.get(s)[0], two.x.get(s)[0], 1e-14 * two.x.get(s)[0]);
        }
        assertArrayEquals(estimator.baseline(Baseline.leaveOneOut()).withCovariance().estimate((BatchFunction) one).gradient(),
                estimator.baseline(Baseline.leaveOneOut()).parallel(3).estimate((BatchFunction) new Recorder()).gradient());
    }

    /** The first number of a bridge decides the sum of the path, but the distribution of the path must stay the same. */
    @Test
    void bridgesLeaveTheDistributionAsItIs() {
        double[] means = {1, 2, 3};
        double[] deviations = {1, 0.5, 2};
        double[][] factor = {{1, 0, 0}, {0, 0.5, 0}, {0, 0, 2}};
        SamplingPlan plan = SamplingPlan.sobol(8).withBrownianBridge();
        Recorder diagonal = new Recorder();
        Recorder general = new Recorder();
        Recorder marginals = new Recorder();
        var settings = ScoreFunctionEstimator.of(DiagonalNormal.of(means, deviations)).samples(8 * 256).seed(5).plan(plan);
        settings.estimate(diagonal);
        settings.at(MultivariateNormal.of(means, factor)).estimate(general);
        settings.at(Independent.of(Normal.of(1, 1), Normal.of(2, 0.5), Normal.of(3, 2))).estimate(marginals);
        for (int d = 0; d < 3; d++) {
            assertArrayEquals(diagonal.column(d), general.column(d), 1e-13);
            assertArrayEquals(diagonal.column(d), marginals.column(d));
        }
        // Checks that one of the sums of steps of 256 points is in each interval of equal probability.
        var cdf = org.apache.commons.statistics.distribution.NormalDistribution.of(0, Math.sqrt(3));
        boolean[] seen = new boolean[256];
        for (int s = 0; s < 256; s++) {
            double end = 0;
            for (int d = 0; d < 3; d++) {
                end += (diagonal.x.get(s)[d] - means[d]) / deviations[d];
            }
            int stratum = (int) (cdf.cumulativeProbability(end) * 256);
            assertTrue(!seen[stratum]);
            seen[stratum] = true;
        }
    }

    /** Scores by a multivariate normal's statistics, and those of unconstrained forms, must be right under a plan. */
    @Test
    void formsOfOneDistributionHaveOneEstimate() {
        MultivariateNormal normal = MultivariateNormal.of(new double[] {0.3, -1}, new double[][] {{1}, {0.5, 2}});
        var estimator = ScoreFunctionEstimator.of(normal).samples(1600).seed(2).baseline(Baseline.none());
        for (SamplingPlan plan : List.of(SamplingPlan.antithetic(), SamplingPlan.stratified(1), SamplingPlan.sobol(16))) {
            double[] constrained = estimator.plan(plan).estimate(x -> x[0] * x[1]).gradient();
            double[] free = estimator.plan(plan).at(normal.unconstrained()).estimate(x -> x[0] * x[1]).gradient();
            assertEquals(constrained[0], free[0]);
            assertEquals(constrained[3], free[3]);
            assertEquals(2 * constrained[4], free[4], 1e-13);
            var univariate = ScoreFunctionEstimator.of(Exponential.of(2)).samples(1600).seed(2)
                    .plan(plan.equals(SamplingPlan.stratified(1)) ? SamplingPlan.stratified() : plan);
            assertEquals(2 * univariate.estimate(x -> x).gradient()[0],
                    univariate.at(Exponential.of(2).unconstrained()).estimate(x -> x).gradient()[0], 1e-13);
        }
    }

    @Test
    @Tag("bits")
    void bitsDoNotDependOnThreads() {
        DiagonalNormal normal = DiagonalNormal.of(TWO, TWO);
        for (SamplingPlan plan : List.of(SamplingPlan.inverseTransform(), SamplingPlan.antithetic(), SamplingPlan.stratified(1),
                SamplingPlan.latinHypercube(16), SamplingPlan.sobol(16), SamplingPlan.sobol(300).withBrownianBridge())) {
            for (int n : new int[] {4800, 24_000}) {
                var estimator = ScoreFunctionEstimator.of(normal).samples(n).seed(11).plan(plan);
                Estimate one = estimator.estimate(x -> x[0] * x[1] + x[1]);
                for (int threads : new int[] {2, 3}) {
                    Estimate many = estimator.parallel(threads).estimate(x -> x[0] * x[1] + x[1]);
                    assertArrayEquals(one.gradient(), many.gradient(), plan.toString());
                    assertArrayEquals(one.standardError(), many.standardError());
                    assertEquals(one.value(), many.value());
                    assertEquals(one.valueStandardError(), many.valueStandardError());
                    assertEquals(one.baselineChoices(), many.baselineChoices());
                }
            }
        }
    }

    /** The bits are the same at every width. After an intended change of bits, the new ones are in the message. */
    @Test
    @Tag("bits")
    void estimatesAreTheRecordedBits() {
        StringBuilder found = new StringBuilder();
        for (SamplingPlan plan : List.of(SamplingPlan.inverseTransform(), SamplingPlan.antithetic(), SamplingPlan.stratified(1),
                SamplingPlan.latinHypercube(16), SamplingPlan.sobol(16), SamplingPlan.sobol(300).withBrownianBridge())) {
            Estimate e = ScoreFunctionEstimator.of(DiagonalNormal.of(TWO, TWO)).samples(9600).seed(12).plan(plan)
                    .estimate(x -> x[0] * x[1] + x[1]);
            found.append(Integer.toHexString(Arrays.hashCode(e.gradient()) * 31 + Arrays.hashCode(e.standardError()))).append(' ');
        }
        assertEquals("a2abdd80 798d1e41 28361bfa 47462eac e072b60f 248817ad ", found.toString());
    }

    /** The estimate is that of the example in the documentation of the class. */
    @Test
    void theExampleIsAnEstimate() {
        double[] means = {0.1, 0.1};
        double[] deviations = {1, 1};
        Estimate e = ScoreFunctionEstimator.of(DiagonalNormal.of(means, deviations))
                .samples(32 * 1024)
                .plan(SamplingPlan.sobol().withBrownianBridge())
                .estimate(x -> Math.max(0, x[0] + x[1]));
        var normal = org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1);
        assertEquals(normal.cumulativeProbability(0.2 / Math.sqrt(2)), e.gradient()[0], 6 * e.standardError()[0]);
        assertTrue(e.standardError()[0] < 0.002);
    }

    @Test
    void covariancesOfReplicatesHaveTheErrorsOnTheirDiagonal() {
        for (Baseline baseline : BASELINES) {
            Estimate e = ScoreFunctionEstimator.of(NORMAL).samples(3200).seed(3).plan(SamplingPlan.sobol()).baseline(baseline)
                    .withCovariance().estimate(x -> x * x);
            double[][] covariance = e.covariance();
            for (int p = 0; p < 2; p++) {
                assertEquals(e.standardError()[p], Math.sqrt(covariance[p][p]), 1e-9 * e.standardError()[p], baseline.toString());
                assertEquals(covariance[p][2], covariance[2][p]);
                assertTrue(Math.abs(covariance[p][2]) <= Math.sqrt(covariance[p][p] * covariance[2][2]));
            }
            assertEquals(e.valueStandardError(), Math.sqrt(covariance[2][2]), 1e-9 * e.valueStandardError());
        }
    }

    @Test
    void intervalsOfReplicatesAreStudents() {
        for (int replicates : new int[] {2, 3, 8, 9, 32, 257}) {
            Estimate e = ScoreFunctionEstimator.of(NORMAL).samples(replicates * 16L).seed(1).plan(SamplingPlan.sobol(replicates))
                    .baseline(Baseline.none()).estimate(x -> x * x);
            for (double level : new double[] {0.5, 0.95, 0.999}) {
                double t = TDistribution.of(replicates - 1).inverseSurvivalProbability((1 - level) / 2);
                ConfidenceInterval interval = e.confidenceInterval(1, level);
                assertEquals(t * e.standardError()[1], (interval.upper() - interval.lower()) / 2, 1e-10 * t * e.standardError()[1]);
            }
        }
    }

    @Test
    void anEstimateTellsItsPlan() {
        Estimate e = ScoreFunctionEstimator.of(NORMAL).samples(3200).seed(3).plan(SamplingPlan.sobol()).estimate(x -> x);
        assertEquals(SamplingPlan.sobol(32), e.plan());
        assertTrue(e.toString().contains("baseline automatic, plan Sobol, 32 replicates, "), e.toString());
        assertEquals(SamplingPlan.independent(), ScoreFunctionEstimator.of(NORMAL).samples(10).estimate(x -> x).plan());
        assertEquals(2, e.baselineChoices().size());
        assertEquals(List.of(), ScoreFunctionEstimator.of(NORMAL).samples(510).plan(SamplingPlan.antithetic()).estimate(x -> x)
                .baselineChoices());
        assertEquals(2, ScoreFunctionEstimator.of(NORMAL).samples(512).plan(SamplingPlan.antithetic()).estimate(x -> x)
                .baselineChoices().size());
        assertEquals("stratified", SamplingPlan.stratified().toString());
        assertEquals("stratified by coordinate 2", SamplingPlan.stratified(2).toString());
        assertEquals("Latin hypercube, 5 replicates, Brownian bridge",
                SamplingPlan.latinHypercube(5).withBrownianBridge().toString());
        assertEquals("inverse transform", SamplingPlan.inverseTransform().toString());
        assertEquals(SamplingPlan.sobol().withBrownianBridge().hashCode(), SamplingPlan.sobol(32).withBrownianBridge().hashCode());
        assertNotEquals(SamplingPlan.sobol(), SamplingPlan.sobol().withBrownianBridge());
        assertNotEquals(SamplingPlan.sobol(), SamplingPlan.latinHypercube());
    }

    @Test
    void tooFewGroupsForAnErrorAreNoted() {
        Estimate pair = ScoreFunctionEstimator.of(NORMAL).samples(2).baseline(Baseline.none()).plan(SamplingPlan.antithetic())
                .estimate(x -> x);
        assertTrue(Double.isNaN(pair.standardError()[0]) && Double.isNaN(pair.valueStandardError()));
        assertEquals(List.of("The value's standard error is NaN: it needs at least 2 pairs.",
                "The gradient's standard error is NaN: with the none baseline it needs at least 2 pairs."), pair.notes());
        Estimate few = ScoreFunctionEstimator.of(NORMAL).samples(64).baseline(Baseline.optimalConstant())
                .plan(SamplingPlan.sobol(8)).withCovariance().estimate(x -> x);
        assertTrue(Double.isNaN(few.standardError()[0]) && Double.isNaN(few.covariance()[0][0]));
        assertTrue(few.valueStandardError() > 0);
        assertEquals(List.of("The gradient's standard error is NaN: with the optimal constant baseline it needs at least 16"
                + " replicates."), few.notes());
    }

    @Test
    void anEvaluationThatFailsNamesTheSample() {
        for (SamplingPlan plan : GROUPED) {
            var estimator = ScoreFunctionEstimator.of(NORMAL).samples(32_000).seed(6).plan(plan);
            Recorder recorder = new Recorder();
            estimator.estimate(recorder);
            double[] x = recorder.column(0);
            double limit = Arrays.stream(x).max().getAsDouble();
            for (int threads : new int[] {1, 3}) {
                var e = assertThrows(EvaluationException.class, () -> estimator.parallel(threads)
                        .estimate((columns, n, f) -> {
                            for (int s = 0; s < n; s++) {
                                f[s] = columns[0][s] == limit ? Double.NaN : 1;
                            }
                        }));
                assertEquals(limit, e.x()[0]);
                assertEquals(limit, x[(int) e.sample()], plan.toString());
            }
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        var normal = ScoreFunctionEstimator.of(NORMAL).samples(3200);
        var vector = ScoreFunctionEstimator.of(DiagonalNormal.of(TWO, TWO)).samples(3200);
        refused("number of replicates is not between 2 and 4096: 1", () -> SamplingPlan.sobol(1));
        refused("number of replicates is not between 2 and 4096: 4097", () -> SamplingPlan.latinHypercube(4097));
        refused("coordinate is negative: -1", () -> SamplingPlan.stratified(-1));
        refused("number of samples is not a multiple of 2, as the plan antithetic needs: 3201",
                () -> normal.samples(3201).plan(SamplingPlan.antithetic()).estimate(x -> x));
        refused("number of samples is not a multiple of 16, as the plan stratified needs: 3208",
                () -> normal.samples(3208).plan(SamplingPlan.stratified()).estimate(x -> x));
        refused("number of samples is not a multiple of 32, as the plan Sobol, 32 replicates needs: 3208",
                () -> normal.samples(3208).plan(SamplingPlan.sobol()).estimate(x -> x));
        refused("stratified() is for one coordinate, and there are 2: say which by stratified(coordinate)",
                () -> vector.plan(SamplingPlan.stratified()).estimate(x -> x[0]));
        refused("stratified coordinate is not between 0 and 1: 2",
                () -> vector.plan(SamplingPlan.stratified(2)).estimate(x -> x[0]));
        refused("the automatic baseline needs at least 2 pairs: 1",
                () -> normal.samples(2).plan(SamplingPlan.antithetic()).estimate(x -> x));
        for (SamplingPlan plan : GROUPED) {
            refused("the leave-one-out baseline is biased under the plan " + plan + ", whose samples depend on each other: use the"
                    + " automatic baseline", () -> normal.plan(plan).baseline(Baseline.leaveOneOut()).estimate(x -> x));
        }
        refused("the covariance is not offered under the plan antithetic: leave withCovariance() out, or use replicates,"
                + " SamplingPlan.sobol() say", () -> normal.plan(SamplingPlan.antithetic()).withCovariance().estimate(x -> x));
        refused("sampling plan needs the inverse CDF of each coordinate, and that of coordinate 0 has none, Gamma(shape=2.0,"
                + " scale=1.0): use SamplingPlan.independent()",
                () -> normal.at(Gamma.of(2, 1)).plan(SamplingPlan.sobol()).estimate(x -> x));
        refused("sampling plan needs the inverse CDF of each coordinate, and that of coordinate 1 has none, Gamma(shape=2.0,"
                + " scale=1.0): use SamplingPlan.independent()",
                () -> vector.at(Independent.of(NORMAL, Gamma.of(2, 1).unconstrained())).plan(SamplingPlan.inverseTransform())
                        .estimate(x -> x[0]));
        Dirichlet dirichlet = Dirichlet.of(1, 2, 3);
        refused("sampling plan needs independent coordinates with inverse CDFs, or a multivariate normal distribution, and there is"
                + " neither in " + dirichlet + ": use SamplingPlan.independent()",
                () -> vector.at(dirichlet).plan(SamplingPlan.antithetic()).estimate(x -> x[0]));
        refused("Brownian bridge needs normal coordinates, unlike coordinate 1, " + Exponential.of(1)
                + ": leave withBrownianBridge() out", () -> vector.at(Independent.of(NORMAL, Exponential.of(1)))
                        .plan(SamplingPlan.sobol().withBrownianBridge()).estimate(x -> x[0]));
        refused("a Hessian is not offered under the plan antithetic: use SamplingPlan.independent()",
                () -> normal.plan(SamplingPlan.antithetic()).hessian(x -> x));
        double[] wide = new double[2049];
        Arrays.fill(wide, 1);
        refused("number of coordinates is above 2048, too many for the plan inverse transform: 2049",
                () -> vector.at(DiagonalNormal.of(wide, wide)).plan(SamplingPlan.inverseTransform()).estimate(x -> x[0]));
        assertEquals("independent samples have no Brownian bridge: use inverseTransform() or another plan",
                assertThrows(IllegalStateException.class, () -> SamplingPlan.independent().withBrownianBridge()).getMessage());
    }

    /** Discrete families must work with plans, too, though many of their samples have equal scores. */
    @Test
    void discreteFamiliesHavePlans() {
        for (SamplingPlan plan : GROUPED) {
            Estimate coin = ScoreFunctionEstimator.of(Bernoulli.of(0.3)).samples(16_000).seed(1).plan(plan).estimate(x -> x);
            assertEquals(1, coin.gradient()[0], Math.max(1e-9, 6 * coin.standardError()[0]), plan.toString());
            Estimate count = ScoreFunctionEstimator.of(Geometric.of(0.4)).samples(16_000).seed(1).plan(plan).estimate(x -> x);
            assertEquals(-1 / 0.16, count.gradient()[0], 6 * count.standardError()[0], plan.toString());
        }
    }
}
