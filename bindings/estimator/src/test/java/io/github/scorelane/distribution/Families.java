package io.github.scorelane.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GeometricDistribution;
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
            FamilyUnderTest.of("Bernoulli", p -> Bernoulli.of(p[0]), p -> Law.of(BinomialDistribution.of(1, p[0])),
                    "0.3; 0.5; 0.9999; 1e-5; 1e-320; 0.9999999999999999"),
            FamilyUnderTest.of("BernoulliOfLogit", p -> Bernoulli.ofLogit(p[0]),
                    p -> Law.of(BinomialDistribution.of(1, 1 / (1 + Math.exp(-p[0])))), "-0.7; 0; 3; 40; -40; 1e4; -1e4"),
            FamilyUnderTest.of("Categorical", p -> Categorical.ofLogits(p), Families::ofLogits,
                    "0.5 -1 2; 0 0; 3 3.5 -30 2 -1 0.3 1e-9 0.2 1.7; 700 -700 699; 40 0; " + manyLogits(50) + ";" + manyLogits(200)),
            FamilyUnderTest.of("Geometric", p -> Geometric.of(p[0]), p -> Law.of(GeometricDistribution.of(p[0])),
                    "0.2; 0.9; 1e-3; 1e-7; 0.999999999"));

    private Families() {}

    private static String manyLogits(int count) {
        return new SplittableRandom(count).doubles(count, -2, 1).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static Law ofLogits(double[] logits) {
        double most = Arrays.stream(logits).max().orElseThrow();
        return Law.ofProportions(0, Arrays.stream(logits).map(t -> Math.exp(t - most)).toArray());
    }

    static Stream<FamilyUnderTest.Case> cases() {
        return ALL.stream().flatMap(FamilyUnderTest::cases);
    }
}
