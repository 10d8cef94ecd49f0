package io.github.scorelane.distribution;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.distribution.FamilyUnderTest.Case;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndependentTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(5);
    private static final UnivariateDistribution EXPONENTIAL = Exponential.of(3);
    private static final UnivariateDistribution NORMAL = Normal.of(1, 2);

    static Stream<Case> cases() {
        return Families.cases();
    }

    /**
     * Neighbours with one and the same marginal are drawn together, from a range of the row's words. The bits must be those
     * of drawing by columns.
     */
    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void aRowOfAnyFamilyIsASample(Case each) {
        UnivariateDistribution d = each.distribution();
        UnivariateDistribution free = ((HasUnconstrainedForm) d).unconstrained();
        List<UnivariateDistribution> marginals = new ArrayList<>(Collections.nCopies(40, d));
        marginals.addAll(List.of(EXPONENTIAL, free, free, free, NORMAL, d));
        Independent product = Independent.of(marginals);
        int n = 50;
        double[][] x = new double[marginals.size()][n];
        product.sample(STREAM, 7, x, 0, n);
        double[] row = new double[marginals.size()];
        for (int s = 0; s < n; s++) {
            product.sampleRow(STREAM, 7 + s, row);
            for (int k = 0; k < row.length; k++) {
                assertEquals(x[k][s], row[k], "coordinate " + k);
            }
        }
    }

    /** A range of parameters may begin and end inside a marginal. */
    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void scoresAreTheMarginalsInAnyRange(Case each) {
        UnivariateDistribution d = each.distribution();
        Independent product = Independent.of(NORMAL, d, d, EXPONENTIAL, d);
        int n = 1030;
        double[][] x = new double[5][n];
        double[][] statistics = new double[product.statistics()][n];
        product.sample(STREAM, 7, x, statistics, 0, n);
        int parameters = product.parameters().length;
        double[][] expected = new double[parameters][n];
        for (int coordinate = 0, statistic = 0; coordinate < 5; coordinate++) {
            UnivariateDistribution marginal = product.marginal(coordinate);
            int from = product.parameterIndex(coordinate, 0);
            int count = marginal.parameters().length;
            double[][] own = Arrays.copyOfRange(statistics, statistic, statistic += marginal.statistics());
            marginal.gradLogPdf(x[coordinate], own, Arrays.copyOfRange(expected, from, from + count), 0, n);
        }
        int step = Math.max(1, parameters / 16);
        for (int first = 0; first < parameters; first += step) {
            for (int count = 0; count <= parameters - first; count += step) {
                double[][] scores = new double[count][n];
                product.gradLogPdf(x, statistics, first, scores, 0, n);
                for (int p = 0; p < count; p++) {
                    assertArrayEquals(expected[first + p], scores[p], product.parameterNames().get(first + p));
                }
            }
        }
    }

    @Test
    void parametersAreNumberedThroughTheMarginals() {
        Independent d = Independent.of(NORMAL, EXPONENTIAL, EXPONENTIAL, NORMAL);
        assertEquals(List.of("mean[0]", "standard deviation[0]", "mean[1]", "mean[2]", "mean[3]", "standard deviation[3]"),
                d.parameterNames());
        assertArrayEquals(new double[] {1, 2, 3, 3, 1, 2}, d.parameters());
        assertEquals(5, d.parameterIndex(3, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> d.parameterNames().get(6));
        Independent moved = d.withParameters(5, 6, 7, 7, 8, 9);
        assertArrayEquals(new double[] {5, 6, 7, 7, 8, 9}, moved.parameters());
        assertSame(moved.marginal(1), moved.marginal(2), "one object stays one");
        assertEquals("Exponential(mean=8.0)", d.withParameters(5, 6, 7, 8, 8, 9).marginal(2).toString());
    }

    @Test
    void fisherInformationIsTheMarginals() {
        assertArrayEquals(new double[][] {{0.25, 0, 0}, {0, 0.5, 0}, {0, 0, 1.0 / 16}},
                Independent.of(NORMAL, Exponential.of(4)).fisherInformation());
        refusedState("number of parameters is above 4096, too many for a matrix of their Fisher information: 4097",
                () -> Independent.of(Collections.nCopies(4097, EXPONENTIAL)).fisherInformation());
        NormalMixture mixture = NormalMixture.of(new double[] {1}, new double[] {0}, new double[] {1});
        refusedState("Fisher information of coordinate 1 is not known: " + mixture,
                () -> Independent.of(NORMAL, mixture).fisherInformation());
        assertArrayEquals(new double[][] {{1}}, Independent.of(((HasUnconstrainedForm) EXPONENTIAL).unconstrained())
                .fisherInformation());
    }

    @Test
    void theUnconstrainedFormIsTheMarginals() {
        Independent d = Independent.of(NORMAL, EXPONENTIAL, EXPONENTIAL).unconstrained();
        assertEquals(List.of("mean[0]", "log standard deviation[0]", "log mean[1]", "log mean[2]"), d.parameterNames());
        assertSame(d.marginal(1), d.marginal(2), "one object stays one");
        assertEquals(d.toString(), d.unconstrained().toString());
    }

    @Test
    void badArgumentsAreRefused() {
        refused("number of marginals is not between 1 and 1000000: 0", () -> Independent.of());
        refused("number of marginals is not between 1 and 1000000: 1000001",
                () -> Independent.of(Collections.nCopies(1_000_001, NORMAL)));
        Independent d = Independent.of(NORMAL, EXPONENTIAL);
        refused("standard deviation[0] is not strictly positive: -1.0", () -> d.withParameters(0, -1, 1));
        refused("mean[1] is not finite: Infinity", () -> d.withParameters(0, 1, Double.POSITIVE_INFINITY));
        refused("x has not one column for each of the 2 coordinates: 1", () -> d.sample(STREAM, 0, new double[1][1], 0, 1));
        refused("first parameter and rows are not among the 3 parameters: 2 and 2",
                () -> d.gradLogPdf(new double[2][1], 0, 2, new double[2][1], 0, 1));
        refused("x is too short: offset 0 + length 2 > 1", () -> d.sampleRow(STREAM, 0, new double[1]));
        assertEquals("marginals[1]",
                assertThrows(NullPointerException.class, () -> Independent.of(NORMAL, null)).getMessage());
    }

    private static void refusedState(String message, Runnable call) {
        assertEquals(message, assertThrows(IllegalStateException.class, call::run).getMessage());
    }

    /** A uniform coordinate has no parameters, so the scores must be those of the other coordinates. */
    @Test
    void coordinatesWithoutParametersHaveNoScores() {
        Independent product = Independent.of(NORMAL, Uniform.of(0, 1), EXPONENTIAL, Uniform.of(2, 3));
        double[][] x = {{1.5}, {0.3}, {2}, {2.5}};
        double[][] scores = new double[3][1];
        double[][] own = new double[3][1];
        product.gradLogPdf(x, 0, 0, scores, 0, 1);
        NORMAL.gradLogPdf(x[0], 0, Arrays.copyOf(own, 2), 0, 1);
        EXPONENTIAL.gradLogPdf(x[2], 0, Arrays.copyOfRange(own, 2, 3), 0, 1);
        assertArrayEquals(own, scores);
        product.gradLogPdf(x, new double[0][], 0, scores, 0, 1);
        assertArrayEquals(own, scores);
        assertEquals(3, product.fisherInformation().length);
    }
}
