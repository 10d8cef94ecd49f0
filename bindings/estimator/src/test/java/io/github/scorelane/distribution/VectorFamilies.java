package io.github.scorelane.distribution;

import io.github.scorelane.distribution.VectorFamilyUnderTest.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** All families of vectors: what is in this list is tested by {@link VectorFamiliesTest} and its like. */
final class VectorFamilies {
    static final List<VectorFamilyUnderTest> ALL = List.of(
            VectorFamilyUnderTest.of("DiagonalNormal", VectorFamilies::diagonalNormal, VectorFamilies::ofDiagonalNormal,
                    "0.3 1; 0 1 -2 1e3 1 0.5 2 1e-3"),
            VectorFamilyUnderTest.of("Dirichlet", Dirichlet::of, VectorFamilies::ofDirichlet,
                    "2 3.5 1; 0.5 3 0.05 0.3; 200 1e4; " + "0.7 ".repeat(40)));

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

    /** A coordinate is beta distributed, and so is the part that the first two have in the sum of them. */
    private static List<Projection> ofDirichlet(double[] p) {
        double sum = Arrays.stream(p).sum();
        Projection share = new Projection("x[0]/(x[0] + x[1])", x -> x[0] / (x[0] + x[1]), Law.of(BetaDistribution.of(p[0], p[1])));
        return Stream.concat(Stream.of(share), IntStream.range(0, Math.min(p.length, 4))
                .mapToObj(k -> new Projection("x[" + k + "]", x -> x[k], Law.of(BetaDistribution.of(p[k], sum - p[k]))))).toList();
    }
}
