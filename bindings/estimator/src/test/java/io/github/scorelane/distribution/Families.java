package io.github.scorelane.distribution;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** All univariate families: what is in this list is tested by {@link FamiliesTest} and its like. */
final class Families {
    static final List<FamilyUnderTest> ALL = List.of(
            FamilyUnderTest.of("Normal", p -> Normal.of(p[0], p[1]), p -> Law.of(NormalDistribution.of(p[0], p[1])),
                    "0 1; -3 0.25; 1e6 1e-3; 0 1e100"),
            FamilyUnderTest.of("Exponential", p -> Exponential.of(p[0]), p -> Law.of(ExponentialDistribution.of(p[0])),
                    "1; 1e-100; 1e100"),
            FamilyUnderTest.of("ExponentialOfRate", p -> Exponential.ofRate(p[0]),
                    p -> Law.of(ExponentialDistribution.of(1 / p[0])), "2.5; 1e-100; 1e100"),
            FamilyUnderTest.of("Poisson", p -> Poisson.of(p[0]), p -> Law.of(PoissonDistribution.of(p[0])),
                    "3; 1e-6; 0.4; 40; 2600.25; 1e9"),
            FamilyUnderTest.of("Binomial", p -> Binomial.of((int) p[1], p[0]),
                    p -> Law.of(BinomialDistribution.of((int) p[1], p[0])),
                    "0.3 50; 0.25 1; 0.9999 20; 2e-9 1000000000; 0.7 15000; 0.3 1000000000"),
            FamilyUnderTest.of("NegativeBinomial", p -> NegativeBinomial.of(p[0], p[1]), p -> NegativeBinomialLaw.of(p[0], p[1]),
                    "5 0.3; 2.5 0.01; 40 1e-3; 1 1e-4; 0.02 0.01; 1e-3 1e-6; 3.7 0.9999; 0.5 1e-9; 1e6 0.5; 1e9 0.9"));

    private Families() {}

    static Stream<FamilyUnderTest.Case> cases() {
        return ALL.stream().flatMap(FamilyUnderTest::cases);
    }
}
