package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.check.ScoreCheck;
import io.github.scorelane.distribution.CommonsDistribution.Score;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.BoxMullerNormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.CauchyDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.FoldedNormalDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.apache.commons.statistics.distribution.GumbelDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.LaplaceDistribution;
import org.apache.commons.statistics.distribution.LevyDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.LogUniformDistribution;
import org.apache.commons.statistics.distribution.LogisticDistribution;
import org.apache.commons.statistics.distribution.NakagamiDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.apache.commons.statistics.distribution.PascalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.distribution.TrapezoidalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.distribution.UniformDiscreteDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.apache.commons.statistics.distribution.ZipfDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests distributions of Commons Statistics, with scores that are written here. */
class CommonsDistributionTest {
    private static final Score NONE = (x, parameters, gradient) -> gradient[0] = 0;

    private static CommonsDistribution nakagami(double shape, double scale) {
        return CommonsDistribution.ofContinuous(List.of("shape", "scale"), p -> NakagamiDistribution.of(p[0], p[1]),
                (x, p, gradient) -> {
                    double r = x * x / p[1];
                    gradient[0] = StrictMath.log(p[0]) + 1 - Digamma.value(p[0]) + StrictMath.log(r) - r;
                    gradient[1] = p[0] / p[1] * (r - 1);
                }, shape, scale);
    }

    private static CommonsDistribution levy(double scale) {
        return CommonsDistribution.ofContinuous(List.of("scale"), p -> LevyDistribution.of(0, p[0]),
                (x, p, gradient) -> gradient[0] = 0.5 / p[0] - 0.5 / x, scale);
    }

    private static CommonsDistribution poisson(double mean) {
        return CommonsDistribution.ofDiscrete(List.of("mean"), p -> PoissonDistribution.of(p[0]),
                (x, p, gradient) -> gradient[0] = x / p[0] - 1, mean);
    }

    static Stream<UnivariateDistribution> scored() {
        return Stream.of(nakagami(0.5, 1), nakagami(3, 0.2), nakagami(200, 1e10), levy(1), levy(1e-5), poisson(0.01),
                poisson(2.5), poisson(60), poisson(1e6));
    }

    @ParameterizedTest
    @MethodSource("scored")
    void passesItsCheck(UnivariateDistribution d) {
        assertEquals(List.of(), ScoreCheck.findings(d));
    }

    @Test
    void aWrongScoreIsFound() {
        CommonsDistribution wrong = CommonsDistribution.ofContinuous(List.of("scale"), p -> LevyDistribution.of(0, p[0]),
                (x, p, gradient) -> gradient[0] = 0.5 / p[0] - 1 / x, 2);
        List<String> findings = ScoreCheck.findings(wrong);
        assertTrue(findings.get(0).startsWith("gradLogPdf by scale at x = "), findings.toString());
        assertTrue(findings.toString().contains("E[score of scale] is -0.25"), findings.toString());
    }

    /** The exact gradient is known, because E[x²] of a Nakagami variable is its scale. */
    @Test
    @Tag("bits")
    void estimatesAreTheSameOnAllThreads() {
        var estimator = ScoreFunctionEstimator.of(nakagami(2, 1.5)).samples(50_000).seed(5);
        Estimate e = estimator.estimate(x -> x * x);
        assertEquals(0, e.gradient()[0], 6.5 * e.standardError()[0]);
        assertEquals(1, e.gradient()[1], 6.5 * e.standardError()[1]);
        assertArrayEquals(e.gradient(), estimator.parallel(3).estimate(x -> x * x).gradient());
    }

    /** The first random word of draw e has to be word e of the stream. */
    @Test
    @Tag("bits")
    void drawsAreOfTheStreamsWords() {
        SplitStream stream = SplitStream.of(3);
        CommonsDistribution uniform = CommonsDistribution.ofContinuous(List.of("upper bound"),
                p -> UniformContinuousDistribution.of(0, p[0]), NONE, 1);
        double[] x = new double[100];
        uniform.sample(stream, 7, x, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals((stream.word(7 + i) >>> 11) * 0x1p-53, x[i]);
        }
    }

    static Stream<ContinuousDistribution> continuous() {
        return Stream.of(BetaDistribution.of(0.5, 2), BetaDistribution.of(3, 2), CauchyDistribution.of(0, 1),
                ChiSquaredDistribution.of(3), ExponentialDistribution.of(1), FDistribution.of(2, 3),
                FoldedNormalDistribution.of(1, 2), GammaDistribution.of(0.3, 1), GammaDistribution.of(3, 1),
                GumbelDistribution.of(0, 1), LaplaceDistribution.of(0, 1), LevyDistribution.of(0, 1),
                LogisticDistribution.of(0, 1), LogNormalDistribution.of(0, 1), LogUniformDistribution.of(1, 2),
                NakagamiDistribution.of(1, 1), NormalDistribution.of(0, 1), ParetoDistribution.of(1, 2), TDistribution.of(3),
                TrapezoidalDistribution.of(0, 1, 2, 3), TriangularDistribution.of(0, 1, 2),
                TruncatedNormalDistribution.of(0, 1, 1, 2), TruncatedNormalDistribution.of(0, 1, -3, 2),
                UniformContinuousDistribution.of(0, 1), WeibullDistribution.of(2, 1));
    }

    static Stream<DiscreteDistribution> discrete() {
        return Stream.of(BinomialDistribution.of(100, 0.3), GeometricDistribution.of(0.3), HypergeometricDistribution.of(20, 5, 7),
                PascalDistribution.of(3, 0.5), PoissonDistribution.of(2), PoissonDistribution.of(1000),
                UniformDiscreteDistribution.of(1, 6), ZipfDistribution.of(10, 1.2));
    }

    /**
     * The samplers of Commons keep no state, so all of them have to be accepted, and their draws have to fit the
     * distributions.
     */
    @ParameterizedTest
    @MethodSource("continuous")
    void everyContinuousDistributionDraws(ContinuousDistribution commons) {
        CommonsDistribution d = CommonsDistribution.ofContinuous(List.of("none"), p -> commons, NONE, 0);
        assertFits(d, commons.getSupportLowerBound(), commons.getSupportUpperBound(), Law.of(commons));
    }

    @ParameterizedTest
    @MethodSource("discrete")
    void everyDiscreteDistributionDraws(DiscreteDistribution commons) {
        CommonsDistribution d = CommonsDistribution.ofDiscrete(List.of("none"), p -> commons, NONE, 0);
        assertFits(d, commons.getSupportLowerBound(), commons.getSupportUpperBound(), Law.of(commons));
    }

    private static void assertFits(CommonsDistribution d, double least, double largest, Law law) {
        SplitStream stream = SplitStream.ofHashed(d.toString().hashCode());
        double p = law.test((first, x) -> d.sample(stream, first, x, 0, x.length), 100_000).pValue();
        assertTrue(p > 1e-9, "p = " + p);
        double[] x = new double[4];
        d.inverseCdf(new double[] {0, 1, -0.1, Double.NaN}, 0, x, 0, 4);
        assertArrayEquals(new double[] {least, largest, Double.NaN, Double.NaN}, x);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e10})
    void whatIsNoWholeNumberHasNoMass(double x) {
        double[] logPdf = new double[1];
        poisson(3).logPdf(new double[] {x}, 0, logPdf, 0, 1);
        assertTrue(logPdf[0] == Double.NEGATIVE_INFINITY || x == 1e10 && logPdf[0] < -1e9, "" + logPdf[0]);
    }

    /** A sampler that makes two draws at a time, or takes words when it is made, does not make each draw of its own words. */
    @Test
    void samplersWithAStateAreRefused() {
        refused(sampled((words, d) -> BoxMullerNormalizedGaussianSampler.of(words)::sample));
        refused(sampled((words, d) -> {
            double shift = words.nextDouble();
            ContinuousDistribution.Sampler sampler = d.createSampler(words);
            return () -> sampler.sample() + shift;
        }));
        CommonsDistribution.ofContinuous(List.of("none"),
                p -> sampled((words, d) -> ZigguratSampler.NormalizedGaussian.of(words)::sample), NONE, 0);
    }

    private static void refused(ContinuousDistribution commons) {
        var e = assertThrows(IllegalArgumentException.class,
                () -> CommonsDistribution.ofContinuous(List.of("none"), p -> commons, NONE, 0));
        assertTrue(e.getMessage().startsWith("distribution's sampler keeps something from one draw to the next: of the words"
                + " of draw "), e.getMessage());
        assertTrue(e.getMessage().endsWith(": Sampled"), e.getMessage());
    }

    @Test
    void badParametersAreRefused() {
        var nan = assertThrows(IllegalArgumentException.class, () -> nakagami(2, Double.NaN));
        assertEquals("scale is not finite: NaN", nan.getMessage());
        assertThrows(IllegalArgumentException.class, () -> nakagami(2, -1));
        var count = assertThrows(IllegalArgumentException.class, () -> nakagami(2, 1).withParameters(1));
        assertEquals("number of parameters is not 2: 1", count.getMessage());
        var rows = assertThrows(IllegalArgumentException.class,
                () -> nakagami(2, 1).gradLogPdf(new double[1], 0, new double[1][1], 0, 1));
        assertEquals("number of rows of gradient is not 2: 1", rows.getMessage());
        assertEquals("NakagamiDistribution(shape=2.0, scale=1.0)", nakagami(2, 1).toString());
    }

    private static ContinuousDistribution sampled(
            BiFunction<UniformRandomProvider, ContinuousDistribution, ContinuousDistribution.Sampler> sampler) {
        return new Sampled(NormalDistribution.of(0, 1), sampler);
    }

    /** A normal distribution of Commons whose sampler is another one. */
    private record Sampled(ContinuousDistribution normal,
            BiFunction<UniformRandomProvider, ContinuousDistribution, ContinuousDistribution.Sampler> sampler)
            implements ContinuousDistribution {
        @Override
        public double density(double x) {
            return normal.density(x);
        }

        @Override
        public double cumulativeProbability(double x) {
            return normal.cumulativeProbability(x);
        }

        @Override
        public double inverseCumulativeProbability(double p) {
            return normal.inverseCumulativeProbability(p);
        }

        @Override
        public double getMean() {
            return 0;
        }

        @Override
        public double getVariance() {
            return 1;
        }

        @Override
        public double getSupportLowerBound() {
            return Double.NEGATIVE_INFINITY;
        }

        @Override
        public double getSupportUpperBound() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public Sampler createSampler(UniformRandomProvider words) {
            return sampler.apply(words, normal);
        }
    }
}
