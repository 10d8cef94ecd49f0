package io.github.scorelane.distribution;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** All univariate families: what is in this list is tested by {@link FamiliesTest} and its like. */
final class Families {
    static final List<FamilyUnderTest> ALL = List.of(
            FamilyUnderTest.of("Normal", p -> Normal.of(p[0], p[1]), p -> Law.of(NormalDistribution.of(p[0], p[1])),
                    "0 1; -3 0.25; 1e6 1e-3; 0 1e100"),
            FamilyUnderTest.of("Exponential", p -> Exponential.of(p[0]), p -> Law.of(ExponentialDistribution.of(p[0])),
                    "1; 1e-100; 1e100"),
            FamilyUnderTest.of("ExponentialOfRate", p -> Exponential.ofRate(p[0]),
                    p -> Law.of(ExponentialDistribution.of(1 / p[0])), "2.5; 1e-100; 1e100"),
            FamilyUnderTest.of("InverseGaussian", p -> InverseGaussian.of(p[0], p[1]), p -> InverseGaussianLaw.of(p[0], p[1]),
                    "1.5 2; 1 1e-6; 1 1e8; 1e-100 3e-100; 1e100 1e100"));

    private Families() {}

    static Stream<FamilyUnderTest.Case> cases() {
        return ALL.stream().flatMap(FamilyUnderTest::cases);
    }
}
