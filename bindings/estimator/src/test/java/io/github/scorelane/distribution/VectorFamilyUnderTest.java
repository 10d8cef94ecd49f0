package io.github.scorelane.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A family of vectors, and what it is tested against.
 *
 * @param name the name of the family
 * @param of makes one of its distributions from numbers
 * @param projections makes from the same numbers the projections of samples whose laws are known
 * @param grid the numbers of the distributions to test
 */
record VectorFamilyUnderTest(String name, Function<double[], MultivariateDistribution> of,
        Function<double[], List<Projection>> projections, List<double[]> grid) {
    /** Makes a family under test from a grid that is written as "0 1 1 2; 5 0 1 1". */
    static VectorFamilyUnderTest of(String name, Function<double[], MultivariateDistribution> of,
            Function<double[], List<Projection>> projections, String grid) {
        return new VectorFamilyUnderTest(name, of, projections, Stream.of(grid.split(";")).map(References::numbers).toList());
    }

    /** A number that is made of a sample, and the law that it must have. */
    record Projection(String name, ToDoubleFunction<double[]> of, Law law) {}

    /** One of the distributions of a family under test. */
    record Case(VectorFamilyUnderTest family, double[] numbers) {
        MultivariateDistribution distribution() {
            return family.of.apply(numbers);
        }

        List<Projection> projections() {
            return family.projections.apply(numbers);
        }

        @Override
        public String toString() {
            return family.name + (numbers.length > 12 ? "(" + numbers.length + " numbers)" : Arrays.toString(numbers));
        }
    }

    Stream<Case> cases() {
        return grid.stream().map(numbers -> new Case(this, numbers));
    }
}
