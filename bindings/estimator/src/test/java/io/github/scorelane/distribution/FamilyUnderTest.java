package io.github.scorelane.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A univariate family, and what it is tested against.
 *
 * @param name the name that references.csv has for it
 * @param of makes one of its distributions from numbers: its parameters, and any other numbers that it is made of
 * @param law makes the same distribution of Commons Statistics, or of the tests, from the same numbers
 * @param grid the numbers of the distributions to test, the first an ordinary one, extremes among the others
 */
record FamilyUnderTest(String name, Function<double[], UnivariateDistribution> of, Function<double[], Law> law,
        List<double[]> grid) {
    /** Makes a family under test from a grid that is written as "2.5 1; 1e-3 1". */
    static FamilyUnderTest of(String name, Function<double[], UnivariateDistribution> of, Function<double[], Law> law,
            String grid) {
        return new FamilyUnderTest(name, of, law, Stream.of(grid.split(";")).map(References::numbers).toList());
    }

    /** One of the distributions of a family under test. */
    record Case(FamilyUnderTest family, double[] numbers) {
        UnivariateDistribution distribution() {
            return family.of.apply(numbers);
        }

        Law law() {
            return family.law.apply(numbers);
        }

        @Override
        public String toString() {
            return family.name + Arrays.toString(numbers);
        }
    }

    Stream<Case> cases() {
        return grid.stream().map(numbers -> new Case(this, numbers));
    }
}
