package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.FamilyUnderTest.Case;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the ranges of whole numbers that discrete families give as their atoms, against the exact probabilities outside them.
 */
class AtomsTest {
    private static final double LEAST = 0x1p-60;
    private static final double LEAST_INFORMATION = 1e-15;
    /** The number of whole numbers on either side of the atoms over which squared scores are added up. */
    private static final int MOST = 20_000;
    /** The two whole numbers on either side that a range has for the sake of the squared scores. */
    private static final int MARGIN = 4;

    static Stream<Case> cases() {
        return Stream.concat(
                Families.cases(),
                Stream.of(more("Binomial", "0.5 1; 0.5 10; 0.01 1000; 0.99 1000; 0.3 200; 1e-10 2147483646; 0.5 2147483646; 0.2 0"),
                        more("NegativeBinomial", "0.5 0.2; 1e-3 1e-3; 1e-300 0.5; 1 0.999999999; 1e5 1e-4; 30 0.5; 3 0.9"),
                        FamilyUnderTest.of("Geometric", p -> Geometric.of(p[0]), p -> geometric(p[0]), "0.999; 1e-9; 0.5; 1e-17"),
                        more("Zeta", "1.01; 20; 2.2; 3; 8; 200")).flatMap(FamilyUnderTest::cases))
                .filter(each -> each.distribution() instanceof HasAtoms);
    }

    private static FamilyUnderTest more(String name, String grid) {
        FamilyUnderTest family = Families.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        return FamilyUnderTest.of(name, family.of(), family.law(), grid);
    }

    private static Law geometric(double p) {
        return new Law(k -> -Math.expm1(k * Math.log1p(-p)), k -> Math.exp(k * Math.log1p(-p)), null, null, null, true);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdTheProbability(Case each) {
        long[] atoms = ((HasAtoms) each.distribution()).atoms();
        Law law = each.law();
        if (atoms[1] == Long.MAX_VALUE) {
            assertTrue(law.below().applyAsDouble(atoms[0]) <= LEAST);
            return;
        }
        // A zeta distribution's scores are made of ln x, whose square needs a longer range than the probability does.
        check(atoms, law, each.distribution() instanceof Zeta ? 4 : 2);
    }

    private static void check(long[] atoms, Law law, int factor) {
        double outside = law.below().applyAsDouble(atoms[0]) + law.above().applyAsDouble(atoms[1] + 1.0);
        assertTrue(outside <= 2 * LEAST, "outside " + atoms[0] + " to " + atoms[1] + ": " + outside);
        double first = last(atoms, k -> law.below().applyAsDouble(k) <= LEAST);
        double last = atoms[1] + atoms[0] - last(atoms, k -> law.above().applyAsDouble(atoms[1] + atoms[0] - k + 1.0) <= LEAST);
        double width = atoms[1] - atoms[0] + 1.0;
        assertTrue(width <= factor * (last - first + 1) + MARGIN, atoms[0] + " to " + atoms[1] + " where " + first + " to " + last
                + " would do");
    }

    /** Returns the last number of a range that a predicate accepts, where it accepts all numbers before that one. */
    private static double last(long[] range, DoublePredicate isTrue) {
        long low = range[0];
        long high = range[1] + 1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (isTrue.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdTheSquaresOfScores(Case each) {
        UnivariateDistribution d = each.distribution();
        long[] atoms = ((HasAtoms) d).atoms();
        double[][] information = ((HasFisherInformation) d).fisherInformation();
        if (atoms[1] - atoms[0] > 100L * MOST || atoms[1] == Long.MAX_VALUE || information.length > 2) {
            return;
        }
        double[] x = new double[2 * MOST];
        for (int i = 0; i < MOST; i++) {
            x[i] = atoms[0] - 1.0 - i;
            x[MOST + i] = atoms[1] + 1.0 + i;
        }
        double[] logPdf = new double[x.length];
        double[][] scores = new double[information.length][x.length];
        d.logPdf(x, 0, logPdf, 0, x.length);
        d.gradLogPdf(x, 0, scores, 0, x.length);
        for (int p = 0; p < information.length; p++) {
            double share = 0;
            for (int i = 0; i < x.length; i++) {
                share += logPdf[i] == Double.NEGATIVE_INFINITY ? 0 : Math.exp(logPdf[i]) * scores[p][i] * scores[p][i];
            }
            assertTrue(share <= LEAST_INFORMATION * information[p][p],
                    d.parameterNames().get(p) + ": " + share / information[p][p]);
        }
    }

    /** Checks Poisson distributions, for which P(k &lt; m) and P(k ≥ m) are regularised gamma functions of m. */
    @Test
    void ofPoissonDistributionsOfEverySize() {
        for (double mean = 1e9; mean > 1e-20; mean *= 0.3) {
            double each = mean;
            check(Poisson.of(mean).atoms(), new Law(k -> k <= 0 ? 0 : RegularizedGamma.Q.value(k, each),
                    k -> k <= 0 ? 1 : RegularizedGamma.P.value(k, each), null, null, null, true), 2);
        }
    }

    @Test
    void endWhereTheSupportDoes() {
        assertArrayEquals(new long[] {0, 1}, Bernoulli.of(0.3).atoms());
        assertArrayEquals(new long[] {0, 1}, Bernoulli.ofLogit(-800).atoms());
        assertArrayEquals(new long[] {0, 2}, Categorical.of(0.2, 0.3, 0.5).atoms());
        assertArrayEquals(new long[] {0, 1}, Binomial.of(1, 0.3).atoms());
        assertArrayEquals(new long[] {0, 0}, Binomial.of(0, 0.3).atoms());
        assertEquals(Long.MAX_VALUE, Zeta.of(1.01).atoms()[1]);
        assertEquals(Long.MAX_VALUE, Geometric.of(1e-300).atoms()[1]);
        assertEquals(Long.MAX_VALUE, NegativeBinomial.of(1e-300, 1e-300).atoms()[1]);
    }
}
