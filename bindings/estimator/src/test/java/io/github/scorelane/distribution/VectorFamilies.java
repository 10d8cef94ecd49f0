package io.github.scorelane.distribution;

import io.github.scorelane.distribution.VectorFamilyUnderTest.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** All families of vectors: what is in this list is tested by {@link VectorFamiliesTest} and its like. */
final class VectorFamilies {
    static final List<VectorFamilyUnderTest> ALL = List.of(
            VectorFamilyUnderTest.of("DiagonalNormal", VectorFamilies::diagonalNormal, VectorFamilies::ofDiagonalNormal,
                    "0.3 1; 0 1 -2 1e3 1 0.5 2 1e-3"),
            VectorFamilyUnderTest.of("PlackettLuce", PlackettLuce::ofLogits, OrderProjections::of,
                    "0.5 -1; 0 0 0; 1 -0.5 0.3 2; 0 1 -0.4 0.2 0.7; 350 349 -350 0; " + OrderProjections.manyLogits(9) + ";"
                            + OrderProjections.manyLogits(33)));

    private VectorFamilies() {}

    static Stream<VectorFamilyUnderTest.Case> cases() {
        return ALL.stream().flatMap(VectorFamilyUnderTest::cases);
    }

    private static MultivariateDistribution diagonalNormal(double[] p) {
        int dimension = p.length / 2;
        return DiagonalNormal.of(Arrays.copyOf(p, dimension), Arrays.copyOfRange(p, dimension, p.length));
    }

    private static List<Projection> ofDiagonalNormal(double[] p) {
        int dimension = p.length / 2;
        return IntStream.range(0, dimension)
                .mapToObj(d -> new Projection("x[" + d + "]", x -> x[d], Law.of(NormalDistribution.of(p[d], p[dimension + d]))))
                .toList();
    }
}
