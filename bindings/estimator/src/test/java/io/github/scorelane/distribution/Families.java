package io.github.scorelane.distribution;

import java.util.Arrays;
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
                    "1.5 2; 1 1e-6; 1 1e8; 1e-100 3e-100; 1e100 1e100"),
            FamilyUnderTest.of("NormalMixture", Families::normalMixture, NormalMixtureLaw::of,
                    "0.2 -1 0.5 -1 0 2 1 0.5 2; 0 -8 2 0 1e3 -1e3 1e-3 1e3 1; 3 0.7 2;"
                            + "1 2 3 4 5 6 7 8 9 1 1 1 0 0 0 5 5 5 1 2 3 4 5 6 7 8 9"),
            FamilyUnderTest.of("VonMises", p -> VonMises.of(p[0], p[1]), p -> VonMisesLaw.of(p[0], p[1]),
                    "0.5 2; -3 1e-6; 10 0.3; 3 20; -0.1 1e4; 0.7 1e6"));

    private Families() {}

    /** The logits, the means, the standard deviations. */
    private static UnivariateDistribution normalMixture(double[] p) {
        int components = p.length / 3;
        return NormalMixture.ofLogits(Arrays.copyOf(p, components), Arrays.copyOfRange(p, components, 2 * components),
                Arrays.copyOfRange(p, 2 * components, p.length));
    }

    static Stream<FamilyUnderTest.Case> cases() {
        return ALL.stream().flatMap(FamilyUnderTest::cases);
    }
}
