package io.github.scorelane.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.CauchyDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.FoldedNormalDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.apache.commons.statistics.distribution.GumbelDistribution;
import org.apache.commons.statistics.distribution.LaplaceDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.LogisticDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;

/** The list of all univariate families. A family in this list is tested by {@link FamiliesTest} and all tests like it. */
final class Families {
    static final List<FamilyUnderTest> ALL = List.of(
            FamilyUnderTest.of("Normal", p -> Normal.of(p[0], p[1]), p -> Law.of(NormalDistribution.of(p[0], p[1])),
                    "0 1; -3 0.25; 1e6 1e-3; 0 1e100"),
            FamilyUnderTest.of("Exponential", p -> Exponential.of(p[0]), p -> Law.of(ExponentialDistribution.of(p[0])),
                    "1; 1e-100; 1e100"),
            FamilyUnderTest.of("ExponentialOfRate", p -> Exponential.ofRate(p[0]),
                    p -> Law.of(ExponentialDistribution.of(1 / p[0])), "2.5; 1e-100; 1e100"),
            FamilyUnderTest.of("LogNormal", p -> LogNormal.of(p[0], p[1]),
                    p -> Law.of(LogNormalDistribution.of(p[0], p[1])), "0 1; -1 0.25; 0.5 10; 300 1e-3; 0 80"),
            FamilyUnderTest.of("Rayleigh", p -> Rayleigh.of(p[0]),
                    p -> Law.of(WeibullDistribution.of(2, p[0] * Math.sqrt(2))), "1; 1e-100; 1e100"),
            FamilyUnderTest.of("Weibull", p -> Weibull.of(p[0], p[1]), p -> Law.of(WeibullDistribution.of(p[0], p[1])),
                    "1.5 2; 1 1e100; 0.1 1; 50 1e-3; 0.01 1; 1e4 1"),
            FamilyUnderTest.of("Laplace", p -> Laplace.of(p[0], p[1]), p -> Law.of(LaplaceDistribution.of(p[0], p[1])),
                    "0 1; -3 0.25; 1e6 1e-3; 0 1e100"),
            FamilyUnderTest.of("Gumbel", p -> Gumbel.of(p[0], p[1]), p -> Law.of(GumbelDistribution.of(p[0], p[1])),
                    "0 1; -3 0.25; 1e6 1e-3; 0 1e100"),
            FamilyUnderTest.of("Logistic", p -> Logistic.of(p[0], p[1]), p -> Law.of(LogisticDistribution.of(p[0], p[1])),
                    "0 1; -3 0.25; 1e6 1e-3; 0 1e100"),
            FamilyUnderTest.of("Pareto", p -> Pareto.of(p[1], p[0]), p -> Law.of(ParetoDistribution.of(p[1], p[0])),
                    "2.5 1; 0.3 7; 100 1e-100; 1e6 1"),
            FamilyUnderTest.of("HalfNormal", p -> HalfNormal.of(p[0]), p -> Law.of(FoldedNormalDistribution.of(0, p[0])),
                    "1; 1e-100; 1e100"),
            FamilyUnderTest.of("Cauchy", p -> Cauchy.of(p[0], p[1]), p -> cauchy(p[0], p[1]),
                    "0 1; -3 0.25; 1e6 1e-3; 0 1e100; 0 1e-100"),
            FamilyUnderTest.of("Kumaraswamy", p -> Kumaraswamy.of(p[0], p[1]), p -> KumaraswamyLaw.of(p[0], p[1]),
                    "2 3; 0.5 0.5; 1 1; 0.02 0.02; 10 1e10; 1 30; 1e-5 1e100"),
            FamilyUnderTest.of("TruncatedNormal", p -> TruncatedNormal.of(p[0], p[1], p[2], p[3]),
                    p -> Law.of(TruncatedNormalDistribution.of(p[0], p[1], p[2], p[3])),
                    "0 1 -1 2; 0.5 1.2 0 Infinity; 0 1 -Infinity -3; 0 1 5 5.5; 2 3 -Infinity Infinity; 1e6 1e-3 0 1e6;"
                            + " 0 1e100 1e100 Infinity; 0 1 -0.03124 0.03124; 0 1 -0.03126 0.03126"),
            FamilyUnderTest.of("TruncatedNormal", p -> TruncatedNormal.of(p[0], p[1], p[2], p[3]),
                    p -> NormalTailLaw.of(p[0], p[1], p[2], p[3]),
                    "0 1 30 Infinity; 0 1 -Infinity -30; 0 1 40 41; 5 0.01 0 1; 0 1 2 2.001; 0 1 -30.001 -30; 0 1 40 40.00001;"
                            + " 1 1e-100 0 0.5; 0 1 31.9 Infinity; 0 1 32.1 Infinity; 0 1 25 25.00124; 0 1 25 25.00126"),
            FamilyUnderTest.of("Poisson", p -> Poisson.of(p[0]), p -> Law.of(PoissonDistribution.of(p[0])),
                    "3; 1e-6; 0.4; 40; 2600.25; 1e9"),
            FamilyUnderTest.of("Binomial", p -> Binomial.of((int) p[1], p[0]),
                    p -> Law.of(BinomialDistribution.of((int) p[1], p[0])),
                    "0.3 50; 0.25 1; 0.9999 20; 2e-9 1000000000; 0.7 15000; 0.3 1000000000"),
            FamilyUnderTest.of("NegativeBinomial", p -> NegativeBinomial.of(p[0], p[1]), p -> NegativeBinomialLaw.of(p[0], p[1]),
                    "5 0.3; 2.5 0.01; 40 1e-3; 1 1e-4; 0.02 0.01; 1e-3 1e-6; 3.7 0.9999; 0.5 1e-9; 1e6 0.5; 1e9 0.9"),
            FamilyUnderTest.of("NegativeBinomialOfMean", p -> NegativeBinomialOfMean.of(p[0], p[1]),
                    p -> NegativeBinomialLaw.ofMean(p[0], p[1]),
                    "12 0.2; 3 1e-300; 0.4 1e-3; 5000 1e-9; 250 0.4; 0.02 50; 1e4 100; 40 0.0625; 2.5 1e-14; 1e6 1e-4"),
            FamilyUnderTest.of("Gamma", p -> Gamma.of(p[0], p[1]), p -> Law.of(GammaDistribution.of(p[0], p[1])),
                    "2.5 1.3; 0.3 2; 1 1; 0.05 1; 1e-3 1; 1.02 1e100; 40 1e-100; 1e6 3; 1e9 0.7"),
            FamilyUnderTest.of("ChiSquared", p -> ChiSquared.of(p[0]), p -> Law.of(ChiSquaredDistribution.of(p[0])),
                    "3; 1; 0.01; 1e7"),
            FamilyUnderTest.of("InverseGamma", p -> InverseGamma.of(p[0], p[1]), p -> inverseGamma(p[0], p[1]),
                    "2.5 1.3; 0.3 2; 0.05 1; 40 1e-100; 1e9 0.7"),
            FamilyUnderTest.of("Beta", p -> Beta.of(p[0], p[1]), p -> Law.of(BetaDistribution.of(p[0], p[1])),
                    "2 3; 1 1; 0.5 0.5; 0.3 4; 4 0.6; 0.02 3; 70 1e6; 3000 1; 1e6 1e6; 1e-3 1e-3; 1e-3 2"),
            FamilyUnderTest.of("InverseGaussian", p -> InverseGaussian.of(p[0], p[1]), p -> InverseGaussianLaw.of(p[0], p[1]),
                    "1.5 2; 1 1e-6; 1 1e8; 1e-100 3e-100; 1e100 1e100"),
            FamilyUnderTest.of("StudentT", p -> StudentT.of(p[0], p[1], p[2]), p -> studentT(p[0], p[1], p[2]),
                    "5 0 1; 1 0 1; 0.2 0 1; 7.9 3 0.5; 30 0 1e100; 1e6 -1 2"),
            FamilyUnderTest.of("NormalMixture", Families::normalMixture, NormalMixtureLaw::of,
                    "0.2 -1 0.5 -1 0 2 1 0.5 2; 0 -8 2 0 1e3 -1e3 1e-3 1e3 1; 3 0.7 2;"
                            + "1 2 3 4 5 6 7 8 9 1 1 1 0 0 0 5 5 5 1 2 3 4 5 6 7 8 9"),
            FamilyUnderTest.of("VonMises", p -> VonMises.of(p[0], p[1]), p -> VonMisesLaw.of(p[0], p[1]),
                    "0.5 2; -3 1e-6; 0 1e-3; 10 0.3; 3 20; -0.1 1e4; 0.7 1e6"),
            FamilyUnderTest.of("Zeta", p -> Zeta.of(p[0]), p -> ZetaLaw.of(p[0]), "2.5; 1.3; 1.06; 1.001; 4; 60; 1e5"),
            FamilyUnderTest.of("Bernoulli", p -> Bernoulli.of(p[0]), p -> Law.of(BinomialDistribution.of(1, p[0])),
                    "0.3; 0.5; 0.9999; 1e-5; 1e-320; 0.9999999999999999"),
            FamilyUnderTest.of("BernoulliOfLogit", p -> Bernoulli.ofLogit(p[0]),
                    p -> Law.of(BinomialDistribution.of(1, 1 / (1 + Math.exp(-p[0])))), "-0.7; 0; 3; 40; -40; 1e4; -1e4"),
            FamilyUnderTest.of("Categorical", p -> Categorical.ofLogits(p), Families::ofLogits,
                    "0.5 -1 2; 0 0; 3 3.5 -30 2 -1 0.3 1e-9 0.2 1.7; 700 -700 699; 40 0; "
                            + manyLogits(50) + ";" + manyLogits(200)),
            FamilyUnderTest.of("Geometric", p -> Geometric.of(p[0]), p -> Law.of(GeometricDistribution.of(p[0])),
                    "0.2; 0.9; 1e-3; 1e-7; 0.999999999"));

    private Families() {}

    /** Makes a mixture of numbers that are its logits, its means and its standard deviations. */
    private static UnivariateDistribution normalMixture(double[] p) {
        int components = p.length / 3;
        return NormalMixture.ofLogits(Arrays.copyOf(p, components), Arrays.copyOfRange(p, components, 2 * components),
                Arrays.copyOfRange(p, 2 * components, p.length));
    }

    /**
     * Makes the law of a Cauchy distribution. The distribution function of Commons Statistics subtracts the lower tail from ½
     * and so loses its digits, and is replaced.
     */
    private static Law cauchy(double location, double scale) {
        CauchyDistribution d = CauchyDistribution.of(location, scale);
        return new Law(x -> Math.atan2(scale, location - x) / Math.PI, x -> Math.atan2(scale, x - location) / Math.PI,
                d::inverseCumulativeProbability, d::inverseSurvivalProbability, d::logDensity, false);
    }

    private static Law inverseGamma(double shape, double scale) {
        GammaDistribution gamma = GammaDistribution.of(shape, 1);
        return new Law(x -> gamma.survivalProbability(scale / x), x -> gamma.cumulativeProbability(scale / x),
                p -> scale / gamma.inverseSurvivalProbability(p), p -> scale / gamma.inverseCumulativeProbability(p),
                x -> gamma.logDensity(scale / x) + Math.log(scale) - 2 * Math.log(x), false);
    }

    private static Law studentT(double degreesOfFreedom, double location, double scale) {
        TDistribution t = TDistribution.of(degreesOfFreedom);
        return new Law(x -> t.cumulativeProbability((x - location) / scale), x -> t.survivalProbability((x - location) / scale),
                p -> location + scale * t.inverseCumulativeProbability(p), p -> location + scale * t.inverseSurvivalProbability(p),
                x -> t.logDensity((x - location) / scale) - Math.log(scale), false);
    }

    private static String manyLogits(int count) {
        return new SplittableRandom(count).doubles(count, -2, 1).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static Law ofLogits(double[] logits) {
        double most = Arrays.stream(logits).max().orElseThrow();
        return Law.ofProportions(0, Arrays.stream(logits).map(t -> Math.exp(t - most)).toArray());
    }

    /** Returns the first case of each family, which has ordinary parameters. */
    static Stream<FamilyUnderTest.Case> ordinaryCases() {
        return ALL.stream().map(family -> family.cases().findFirst().orElseThrow());
    }

    static Stream<FamilyUnderTest.Case> cases() {
        return ALL.stream().flatMap(FamilyUnderTest::cases);
    }
}
