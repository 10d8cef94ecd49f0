package io.github.scorelane.distribution;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.CauchyDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.FoldedNormalDistribution;
import org.apache.commons.statistics.distribution.GumbelDistribution;
import org.apache.commons.statistics.distribution.LaplaceDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.LogisticDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;

/** All univariate families: what is in this list is tested by {@link FamiliesTest} and its like. */
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
                    "2 3; 0.5 0.5; 1 1; 0.02 0.02; 10 1e10; 1 30; 1e-5 1e100"));

    private Families() {}

    /** As Commons Statistics has it, but for its distribution function, which takes the lower tail from ½. */
    private static Law cauchy(double location, double scale) {
        CauchyDistribution d = CauchyDistribution.of(location, scale);
        return new Law(x -> Math.atan2(scale, location - x) / Math.PI, x -> Math.atan2(scale, x - location) / Math.PI,
                d::inverseCumulativeProbability, d::inverseSurvivalProbability, d::logDensity, false);
    }

    static Stream<FamilyUnderTest.Case> cases() {
        return ALL.stream().flatMap(FamilyUnderTest::cases);
    }
}
