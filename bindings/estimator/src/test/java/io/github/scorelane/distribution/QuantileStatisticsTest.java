package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.SamplingPlan;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.check.ForwardingDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that quantiles carry the statistics that draws carry, so that scores are as accurate under every sampling plan as
 * those of independent draws. It takes every family that has statistics and an inverse distribution function, at ordinary
 * parameters, and at those where x rounds to an end of the support, overflows, or loses the digits that its score is made of.
 */
class QuantileStatisticsTest {
    private static final int N = 1 << 14;
    private static final int SAMPLES = 1 << 13;
    /** The limit, in standard errors. It is wide because some of these are from few replicates. */
    private static final double LIMIT = 8;
    private static final List<SamplingPlan> PLANS = List.of(SamplingPlan.inverseTransform(), SamplingPlan.antithetic(),
            SamplingPlan.stratified(), SamplingPlan.latinHypercube(16), SamplingPlan.sobol(16));

    static Stream<UnivariateDistribution> families() {
        return Families.cases().map(FamilyUnderTest.Case::distribution)
                .filter(d -> d instanceof HasInverseCdf && d.statistics() > 0);
    }

    static Stream<UnivariateDistribution> distributions() {
        double most = Double.POSITIVE_INFINITY;
        return Stream.concat(families(), Stream.of(Kumaraswamy.of(2, 0.1), Kumaraswamy.of(1e-3, 0.01), Kumaraswamy.of(1e3, 0.01),
                Kumaraswamy.of(1e-100, 0.01), Kumaraswamy.of(1e-100, 1e90), Kumaraswamy.of(1e100, 0.01),
                Weibull.of(0.01, 1), Weibull.of(1e-100, 3), Weibull.of(1e16, 3), Weibull.of(2, 1e-100),
                Pareto.of(1, 0.012), Pareto.of(1e100, 1e-100), Pareto.of(3, 1e17), LogNormal.of(0, 200), LogNormal.of(5, 1e-17),
                LogNormal.of(1e100, 1e99), Gumbel.of(1e17, 1), Gumbel.of(0, 1e100), Logistic.of(1e17, 1), Logistic.of(0, 1e100),
                TruncatedNormal.of(0, 1, 1e8, most), TruncatedNormal.of(0, 1, -most, -1e8), TruncatedNormal.of(0, 1, 1e16, most),
                TruncatedNormal.of(1e17, 1, 1e17, most), TruncatedNormal.of(0, 1, 1e8, 1e8 + 1e-7)));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    @Tag("bits")
    void quantilesAreThoseWithoutStatistics(UnivariateDistribution d) {
        double[] p = new double[2503];
        SplitStream.of(3).uniforms(0, p, 3, 2500);
        p[7] = 0;
        p[8] = 1;
        p[9] = Double.NaN;
        p[10] = 2;
        p[11] = 0x1p-1074;
        p[12] = 1 - 0x1p-53;
        double[] expected = new double[2503];
        ((HasInverseCdf) d).inverseCdf(p, 3, expected, 3, 2500);
        double[] x = p.clone();
        double[][] statistics = new double[d.statistics()][2503];
        ((HasQuantileStatistics) d).inverseCdf(x, statistics, 3, 2500);
        assertArrayEquals(expected, x);
        double[] one = new double[1];
        double[][] own = new double[d.statistics()][1];
        for (int i = 3; i < 2503; i += 7) {
            one[0] = p[i];
            ((HasQuantileStatistics) d).inverseCdf(one, own, 0, 1);
            for (int k = 0; k < own.length; k++) {
                assertEquals(own[k][0], statistics[k][i], "statistic " + k + " of " + p[i]);
            }
        }
    }

    /**
     * Over equal strata of the unit interval, the mean of a score must be 0, and that of its square the Fisher information.
     */
    @ParameterizedTest
    @MethodSource("distributions")
    void scoresIntegrateToZeroAndTheirSquaresToTheInformation(UnivariateDistribution d) {
        double[] x = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = (i + 0.5) / N;
        }
        double[][] statistics = new double[d.statistics()][N];
        double[][] scores = new double[d.parameters().length][N];
        ((HasQuantileStatistics) d).inverseCdf(x, statistics, 0, N);
        d.gradLogPdf(x, statistics, scores, 0, N);
        for (int p = 0; p < scores.length; p++) {
            double unit = 0;
            for (double score : scores[p]) {
                unit = Math.max(unit, Math.abs(score));
            }
            double mean = 0;
            double square = 0;
            for (double score : scores[p]) {
                mean += score / unit / N;
                square += score / unit * (score / unit) / N;
            }
            assertEquals(0, mean, 0.003 * Math.sqrt(square), d.parameterNames().get(p));
            double information = Math.sqrt(((HasFisherInformation) d).fisherInformation()[p][p]) / unit;
            if (information > 0 && information < Double.POSITIVE_INFINITY) {
                assertEquals(1, Math.sqrt(square) / information, 0.03, d.parameterNames().get(p));
            }
        }
    }

    /**
     * The function f depends only on the probability below x, so the derivative of its mean does not depend on how x is
     * rounded.
     */
    @ParameterizedTest
    @MethodSource("distributions")
    void everyPlanEstimatesWhatIndependentDrawsDo(UnivariateDistribution d) {
        double[] ends = {0.3, 0.6};
        ((HasInverseCdf) d).inverseCdf(ends, 0, ends, 0, 2);
        DoubleUnaryOperator f = x -> x > ends[1] ? 1 : x > ends[0] ? -0.5 : 0.25;
        var estimator = ScoreFunctionEstimator.of(d).samples(SAMPLES).baseline(Baseline.none()).seed(5);
        Estimate independent = estimator.samples(8 * SAMPLES).estimate(f);
        for (SamplingPlan plan : PLANS) {
            Estimate planned = estimator.plan(plan).estimate(f);
            for (int p = 0; p < planned.gradient().length; p++) {
                double error = Math.hypot(independent.standardError()[p], planned.standardError()[p]);
                double difference = planned.gradient()[p] - independent.gradient()[p];
                assertTrue(Math.abs(difference) <= LIMIT * error, plan + ", " + d.parameterNames().get(p) + ": "
                        + planned.gradient()[p] + ", right " + independent.gradient()[p] + " +- " + error);
            }
        }
    }

    /** The exact E[f] is (1 − q^a)^b, whose derivative by b is (1 − q^a)^b·ln(1 − q^a). */
    @Test
    void kumaraswamyWhereXRoundsToOne() {
        verify(Kumaraswamy.of(2, 0.1), 1, x -> x > 0.9 ? 1 : 0, Math.pow(0.19, 0.1) * Math.log(0.19));
    }

    /** The exact E[f] is (q/k)^−α, whose derivative by α is −(q/k)^−α·ln(q/k). */
    @Test
    void paretoWhereXOverflows() {
        verify(Pareto.of(1, 0.012), 0, x -> x > 2 ? 1 : 0, -Math.pow(2, -0.012) * Math.log(2));
    }

    /** The exact E[f] is exp(−(q/λ)^k), whose derivative by λ is exp(−(q/λ)^k)·(q/λ)^k·k/λ. */
    @Test
    void weibullWhereXOverflows() {
        verify(Weibull.of(0.01, 1), 1, x -> x > 1 ? 1 : 0, Math.exp(-1) * 0.01);
    }

    /** The exact E[f] is Φ(z) with z = −(ln q − μ)/σ, whose derivative by μ is φ(z)/σ. */
    @Test
    void logNormalWhereXOverflows() {
        double z = -Math.log(2) / 200;
        verify(LogNormal.of(0, 200), 0, x -> x > 2 ? 1 : 0, Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / 200);
    }

    private static void verify(UnivariateDistribution d, int parameter, DoubleUnaryOperator f, double expected) {
        UnivariateDistribution free = ((HasUnconstrainedForm) d).unconstrained();
        MultivariateDistribution pair = Independent.of(Logistic.of(0, 1), d);
        for (SamplingPlan plan : PLANS) {
            Estimate e = ScoreFunctionEstimator.of(d).samples(65_536).baseline(Baseline.none()).plan(plan).estimate(f);
            assertEquals(expected, e.gradient()[parameter], LIMIT * e.standardError()[parameter], plan.toString());
            Estimate ofPair = ScoreFunctionEstimator.of(pair).samples(8_192).baseline(Baseline.none())
                    .plan(plan.equals(SamplingPlan.stratified()) ? SamplingPlan.stratified(1) : plan)
                    .estimate(x -> f.applyAsDouble(x[1]));
            assertEquals(expected, ofPair.gradient()[2 + parameter], LIMIT * ofPair.standardError()[2 + parameter],
                    plan + " of a product");
            Estimate unconstrained = ScoreFunctionEstimator.of(free).samples(8_192).baseline(Baseline.none()).plan(plan)
                    .estimate(f);
            double slope = d.parameterNames().get(parameter).equals("mu") ? 1 : d.parameters()[parameter];
            assertEquals(expected * slope, unconstrained.gradient()[parameter], LIMIT * unconstrained.standardError()[parameter],
                    plan + ", unconstrained");
        }
    }

    /** A plan must refuse a family that would lose its statistics, and say what the family has to implement. */
    @Test
    void quantilesWithoutStatisticsAreRefused() {
        LogNormal d = LogNormal.of(0, 1);
        class Lossy extends ForwardingDistribution implements HasInverseCdf {
            Lossy() {
                super(d, UnaryOperator.identity());
            }

            @Override
            public int statistics() {
                return 1;
            }

            @Override
            public void inverseCdf(double[] p, int pOffset, double[] x, int xOffset, int length) {
                d.inverseCdf(p, pOffset, x, xOffset, length);
            }

            @Override
            public String toString() {
                return "lossy";
            }
        }

        var e = assertThrows(IllegalArgumentException.class, () -> ScoreFunctionEstimator.of(new Lossy()).samples(1024)
                .plan(SamplingPlan.sobol(8)).estimate(x -> x));
        assertEquals("sampling plan would lose the statistics of which scores are made, as coordinate 0 is not"
                + " HasQuantileStatistics, lossy: use SamplingPlan.independent()", e.getMessage());
    }
}
