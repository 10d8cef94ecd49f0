package io.github.scorelane.distribution;

import io.github.scorelane.distribution.VectorFamilyUnderTest.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The list of all families of vectors. A family in this list is tested by {@link VectorFamiliesTest} and all tests like it.
 */
final class VectorFamilies {
    static final List<VectorFamilyUnderTest> ALL = List.of(
            VectorFamilyUnderTest.of("DiagonalNormal", VectorFamilies::diagonalNormal, VectorFamilies::ofDiagonalNormal,
                    "0.3 1; 0 1 -2 1e3 1 0.5 2 1e-3"),
            VectorFamilyUnderTest.of("Independent", VectorFamilies::independent, VectorFamilies::ofIndependent,
                    "1 0.5; 0.3 2 1e-3 7 0.5"),
            VectorFamilyUnderTest.of("Multinomial", p -> Multinomial.of((int) p[0], Arrays.copyOfRange(p, 1, p.length)),
                    VectorFamilies::ofMultinomial,
                    "3 0.2 0.3 0.5; 20 0.7 0.3; 1000 0.2 0.3 0.5; 30 0.1 0.1 0.1 0.2 0.05 0.05 0.1 0.3;"
                            + "100000 0.2 1e-4 0.5 0.2999; 1000000000 0.1 0.2 0.3 0.4; 50 1e-4 0.9998 1e-4"),
            VectorFamilyUnderTest.of("MultivariateNormal", VectorFamilies::multivariateNormal,
                    VectorFamilies::ofMultivariateNormal,
                    "1 -2 1.5 -0.7 0.2; 3 0.5; 0 100 -5 1 1e-3 1e-3 70 20 50; " + multivariateNormalNumbers(11)),
            VectorFamilyUnderTest.of("Dirichlet", Dirichlet::of, VectorFamilies::ofDirichlet,
                    "2 3.5 1; 0.5 3 0.05 0.3; 200 1e4; 1e-3 1e-3 1e-3; " + "0.7 ".repeat(40)),
            VectorFamilyUnderTest.of("PlackettLuce", PlackettLuce::ofLogits, OrderProjections::of,
                    "0.5 -1; 0 0 0; 1 -0.5 0.3 2; 0 1 -0.4 0.2 0.7; 350 349 -349 0; " + OrderProjections.manyLogits(9) + ";"
                            + OrderProjections.manyLogits(33)));

    private VectorFamilies() {}

    static Stream<VectorFamilyUnderTest.Case> cases() {
        return ALL.stream().flatMap(VectorFamilyUnderTest::cases);
    }

    /** Returns the projections of multinomial samples: each count, and the sum of each two neighbouring counts. */
    private static List<Projection> ofMultinomial(double[] p) {
        int n = (int) p[0];
        int values = p.length - 1;
        List<Projection> all = new ArrayList<>();
        for (int k = 0; k < values; k++) {
            int value = k;
            all.add(new Projection("x[" + k + "]", x -> x[value], Law.of(BinomialDistribution.of(n, p[1 + k]))));
        }
        for (int k = 1; k < values - 1; k++) {
            int value = k;
            all.add(new Projection("x[" + k + "] and the next", x -> x[value] + x[value + 1],
                    Law.of(BinomialDistribution.of(n, p[1 + k] + p[2 + k]))));
        }
        return all;
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

    /**
     * Makes a product of exponential distributions with the given means, each followed by a normal distribution with that
     * mean and the standard deviation 2.
     */
    private static MultivariateDistribution independent(double[] p) {
        return Independent.of(DoubleStream.of(p)
                .<UnivariateDistribution>mapToObj(Exponential::of)
                .flatMap(each -> Stream.of(each, Normal.of(each.parameters()[0], 2)))
                .toList());
    }

    private static List<Projection> ofIndependent(double[] p) {
        return IntStream.range(0, 2 * p.length)
                .mapToObj(d -> new Projection("x[" + d + "]", x -> x[d], Law.of(
                        d % 2 == 0 ? ExponentialDistribution.of(p[d / 2]) : NormalDistribution.of(p[d / 2], 2))))
                .toList();
    }

    /** Makes a multivariate normal distribution from numbers that are the means and then the rows of L. */
    private static MultivariateDistribution multivariateNormal(double[] p) {
        int dimension = dimensionOfTriangle(p);
        double[][] factor = new double[dimension][];
        for (int i = 0, at = dimension; i < dimension; at += ++i) {
            factor[i] = Arrays.copyOfRange(p, at, at + i + 1);
        }
        return MultivariateNormal.of(Arrays.copyOf(p, dimension), factor);
    }

    private static int dimensionOfTriangle(double[] p) {
        return IntStream.range(1, 100).filter(d -> d + d * (d + 1) / 2 == p.length).findFirst().orElseThrow();
    }

    private static String multivariateNormalNumbers(int dimension) {
        SplittableRandom random = new SplittableRandom(dimension);
        DoubleStream means = random.doubles(dimension, -2, 2);
        DoubleStream factor = IntStream.range(0, dimension).boxed().flatMapToDouble(
                i -> DoubleStream.concat(random.doubles(i, -1, 1), random.doubles(1, 0.5, 2)));
        return DoubleStream.concat(means, factor).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    /**
     * Returns the projections of multivariate normal samples: each coordinate, each coordinate less half the one before it,
     * and the sum of all.
     */
    private static List<Projection> ofMultivariateNormal(double[] p) {
        int dimension = dimensionOfTriangle(p);
        List<double[]> weights = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            double[] one = new double[dimension];
            one[i] = 1;
            weights.add(one);
            if (i > 0) {
                double[] difference = one.clone();
                difference[i - 1] = -0.5;
                weights.add(difference);
            }
        }
        double[] all = new double[dimension];
        Arrays.fill(all, 1);
        weights.add(all);
        return weights.stream().map(a -> new Projection("x·" + Arrays.toString(a), x -> dot(a, x), linear(p, a))).toList();
    }

    private static double dot(double[] a, double[] x) {
        return IntStream.range(0, a.length).mapToDouble(d -> a[d] * x[d]).sum();
    }

    /** Returns the law of a·x, whose variance is |Lᵀa|². */
    private static Law linear(double[] p, double[] a) {
        int dimension = a.length;
        double variance = 0;
        for (int j = 0; j < dimension; j++) {
            double sum = 0;
            for (int i = j; i < dimension; i++) {
                sum += a[i] * p[dimension + i * (i + 1) / 2 + j];
            }
            variance += sum * sum;
        }
        return Law.of(NormalDistribution.of(dot(a, Arrays.copyOf(p, dimension)), Math.sqrt(variance)));
    }

    /**
     * Returns the projections of Dirichlet samples, which all have beta distributions: each coordinate, and the first one's
     * share of the first two. The sum of the first two takes the place of the share where concentrations are so small that
     * both coordinates are often below the least double.
     */
    private static List<Projection> ofDirichlet(double[] p) {
        double sum = Arrays.stream(p).sum();
        Projection share = p[0] + p[1] < 0.01
                ? new Projection("x[0] + x[1]", x -> x[0] + x[1], Law.of(BetaDistribution.of(p[0] + p[1], sum - p[0] - p[1])))
                : new Projection("x[0]/(x[0] + x[1])", x -> x[0] / (x[0] + x[1]), Law.of(BetaDistribution.of(p[0], p[1])));
        return Stream.concat(Stream.of(share), IntStream.range(0, Math.min(p.length, 4))
                .mapToObj(k -> new Projection("x[" + k + "]", x -> x[k], Law.of(BetaDistribution.of(p[k], sum - p[k]))))).toList();
    }
}
