package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the second derivatives of vectors' log densities: they must be the derivatives of scores, and have the same bits
 * however ranges of pairs and of samples are cut.
 */
class VectorHessiansTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(20261121);
    /**
     * The largest error, as a part of the usual size of such a derivative. Differences of four points leave about 1e-9 of
     * that size.
     */
    private static final double LIMIT = 1e-7;

    static Stream<MultivariateDistribution> distributions() {
        Stream<MultivariateDistribution> listed = VectorFamilies.cases().map(VectorFamilyUnderTest.Case::distribution)
                .filter(HasVectorHessian.class::isInstance);
        Independent mixed = Independent.of(Gamma.of(0.3, 2), Weibull.of(1.5, 2), Weibull.of(1.5, 2), StudentT.of(5, 1, 2),
                Categorical.ofLogits(0.2, 0.3, -1), Uniform.of(0, 1), Poisson.of(3));
        MultivariateNormal normal =
                MultivariateNormal.of(new double[] {1, -2, 0.5}, new double[][] {{1.5}, {-0.7, 0.2}, {0.3, 1, 2}});
        return Stream.concat(listed, Stream.of(mixed, normal.unconstrained(), Independent.of(Gamma.of(0.3, 2),
                NegativeBinomial.of(2.5, 0.3)).unconstrained()));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void theyAreDifferencesOfScores(MultivariateDistribution d) {
        int n = 40;
        int parameters = d.parameters().length;
        double[][] x = new double[d.dimension()][n];
        double[][] hessian = hessian(d, x, n);
        double[][] information = ((HasFisherInformation) d).fisherInformation();
        for (int j = 0; j < Math.min(parameters, 24); j++) {
            double step = 1e-3 / Math.sqrt(information[j][j]);
            double[][] near = differences(d, x, j, step, n);
            double[][] far = differences(d, x, j, 2 * step, n);
            for (int i = 0; i <= j; i++) {
                double scale = Math.sqrt(information[i][i] * information[j][j]);
                for (int s = 0; s < n; s++) {
                    double expected = (4 * near[i][s] - far[i][s]) / 3;
                    if (Double.isNaN(expected)) {
                        continue;    // a coordinate that is 0 for being too small has no score
                    }
                    double found = hessian[Pairs.index(i, j)][s];
                    assertEquals(expected, found, LIMIT * (Math.abs(expected) + scale),
                            d.parameterNames().get(i) + ", " + d.parameterNames().get(j) + " of sample " + s);
                }
            }
        }
    }

    private static double[][] hessian(MultivariateDistribution d, double[][] x, int n) {
        double[][] statistics = new double[d.statistics()][n];
        d.sample(STREAM, 0, x, statistics, 0, n);
        double[][] hessian = new double[Pairs.count(d.parameters().length)][n];
        ((HasVectorHessian) d).hessianLogPdf(x, statistics, 0, hessian, 0, n);
        return hessian;
    }

    private static double[][] differences(MultivariateDistribution d, double[][] x, int parameter, double step, int n) {
        double[] theta = d.parameters();
        double middle = theta[parameter];
        double[][] above = new double[theta.length][n];
        double[][] below = new double[theta.length][n];
        double up = middle + step;
        double down = middle - step;
        theta[parameter] = up;
        d.withParameters(theta).gradLogPdf(x, 0, 0, above, 0, n);
        theta[parameter] = down;
        d.withParameters(theta).gradLogPdf(x, 0, 0, below, 0, n);
        for (int i = 0; i < theta.length; i++) {
            for (int s = 0; s < n; s++) {
                above[i][s] = (above[i][s] - below[i][s]) / (up - down);
            }
        }
        return above;
    }

    @ParameterizedTest
    @MethodSource("distributions")
    @Tag("bits")
    void theyAreTheSameHoweverTheyAreCut(MultivariateDistribution d) {
        int n = 1100;
        int parameters = Math.min(d.parameters().length, 12);
        double[][] x = new double[d.dimension()][n];
        double[][] statistics = new double[d.statistics()][n];
        d.sample(STREAM, 0, x, statistics, 0, n);
        double[][] all = new double[Pairs.count(parameters)][n];
        HasVectorHessian known = (HasVectorHessian) d;
        known.hessianLogPdf(x, statistics, 0, all, 0, n);
        double[][] part = new double[3][n];
        for (int first = 0; first + 3 <= all.length; first += 2) {
            for (double[] row : part) {
                Arrays.fill(row, Double.NaN);
            }
            known.hessianLogPdf(x, statistics, first, part, 700, 400);
            for (int row = 0; row < 3; row++) {
                assertTrue(Double.isNaN(part[row][699]));
                for (int s = 700; s < n; s++) {
                    assertEquals(all[first + row][s], part[row][s], "pair " + (first + row) + " of sample " + s);
                }
            }
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        Independent without = Independent.of(Normal.of(0, 1), Laplace.of(0, 1));
        assertEquals(Optional.of("coordinate 1 has none: " + Laplace.of(0, 1)), without.hessianRefusal());
        double[][] x = new double[2][1];
        assertThrows(IllegalStateException.class, () -> without.hessianLogPdf(x, new double[0][], 8, new double[1][1], 0, 1));
        DiagonalNormal diagonal = DiagonalNormal.of(new double[2], new double[] {1, 1});
        var e = assertThrows(IllegalArgumentException.class,
                () -> diagonal.hessianLogPdf(x, new double[0][], 9, new double[2][1], 0, 1));
        assertEquals("first pair and rows are not among the 10 pairs of parameters: 9 and 2", e.getMessage());
        assertThrows(IllegalArgumentException.class,
                () -> diagonal.hessianLogPdf(new double[3][1], new double[0][], 0, new double[2][1], 0, 1));
    }

    @Test
    void pairsAreFoundByTheirPlace() {
        int place = 0;
        for (int j = 0; j < 300; j++) {
            for (int i = 0; i <= j; i++, place++) {
                assertEquals(place, Pairs.index(i, j));
                assertEquals(j, Pairs.second(place));
            }
        }
        assertEquals(65_535, Pairs.second(Pairs.index(0, 65_535)));
        assertEquals(65_534, Pairs.second(Pairs.index(0, 65_535) - 1));
    }
}
