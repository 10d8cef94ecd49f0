package io.github.scorelane.distribution;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** All univariate families: what is in this list is tested by {@link FamiliesTest} and its like. */
final class Families {
    static final List<FamilyUnderTest> ALL = List.of(
            FamilyUnderTest.of("Normal", p -> Normal.of(p[0], p[1]), p -> Law.of(NormalDistribution.of(p[0], p[1])),
                    "0 1; -3 0.25; 1e6 1e-3; 0 1e100"),
            FamilyUnderTest.of("Exponential", p -> Exponential.of(p[0]), p -> Law.of(ExponentialDistribution.of(p[0])),
                    "1; 1e-100; 1e100"),
            FamilyUnderTest.of("ExponentialOfRate", p -> Exponential.ofRate(p[0]),
                    p -> Law.of(ExponentialDistribution.of(1 / p[0])), "2.5; 1e-100; 1e100"),
            FamilyUnderTest.of("Gamma", p -> Gamma.of(p[0], p[1]), p -> Law.of(GammaDistribution.of(p[0], p[1])),
                    "2.5 1.3; 0.3 2; 1 1; 0.05 1; 1e-3 1; 1.02 1e100; 40 1e-100; 1e6 3; 1e9 0.7"),
            FamilyUnderTest.of("ChiSquared", p -> ChiSquared.of(p[0]), p -> Law.of(ChiSquaredDistribution.of(p[0])),
                    "3; 1; 0.01; 1e7"),
            FamilyUnderTest.of("InverseGamma", p -> InverseGamma.of(p[0], p[1]), p -> inverseGamma(p[0], p[1]),
                    "2.5 1.3; 0.3 2; 0.05 1; 40 1e-100; 1e9 0.7"),
            FamilyUnderTest.of("Beta", p -> Beta.of(p[0], p[1]), p -> Law.of(BetaDistribution.of(p[0], p[1])),
                    "2 3; 1 1; 0.5 0.5; 0.3 4; 4 0.6; 0.02 3; 70 1e6; 3000 1; 1e6 1e6"),
            FamilyUnderTest.of("StudentT", p -> StudentT.of(p[0], p[1], p[2]), p -> studentT(p[0], p[1], p[2]),
                    "5 0 1; 1 0 1; 0.2 0 1; 7.9 3 0.5; 30 0 1e100; 1e6 -1 2"));

    private Families() {}

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

    static Stream<FamilyUnderTest.Case> cases() {
        return ALL.stream().flatMap(FamilyUnderTest::cases);
    }
}
