package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.VectorFamilyUnderTest.Case;
import io.github.scorelane.distribution.VectorFamilyUnderTest.Projection;
import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.statistics.Draws;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the properties that every family of vectors must have. */
class VectorFamiliesTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(20261121);
    private static final int[] LENGTHS = {0, 1, 8, 9, 1024, 1500};
    private static final int MOST = 1500;
    private static final long FIRST = 99;
    private static final int DRAWS = 2_000_000;
    /** The least p-value in each of fewer than 100 tests. */
    private static final double LIMIT = 1e-9;

    static Stream<Case> cases() {
        return VectorFamilies.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void samplesAreTheSameHoweverTheyAreCut(Case each) {
        MultivariateDistribution d = each.distribution();
        int dimension = d.dimension();
        double[][] ones = new double[dimension][MOST];
        double[][] one = new double[dimension][1];
        for (int i = 0; i < MOST; i++) {
            d.sample(STREAM, FIRST + i, one, 0, 1);
            for (int k = 0; k < dimension; k++) {
                ones[k][i] = one[k][0];
            }
        }
        for (int length : LENGTHS) {
            double[][] x = new double[dimension][length + 5];
            double[][] withStatistics = new double[dimension][length + 5];
            double[][] statistics = new double[d.statistics()][length + 5];
            d.sample(STREAM, FIRST, x, 3, length);
            d.sample(STREAM, FIRST, withStatistics, statistics, 3, length);
            for (int k = 0; k < dimension; k++) {
                for (int i = 0; i < length; i++) {
                    assertEquals(ones[k][i], x[k][3 + i], "sample " + i);
                    assertEquals(ones[k][i], withStatistics[k][3 + i], "sample with statistics " + i);
                }
                assertEquals(0, x[k][2]);
                assertEquals(0, x[k][3 + length]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void aRowIsASample(Case each) {
        if (each.distribution() instanceof ProductDistribution d) {
            double[][] x = new double[d.dimension()][64];
            d.sample(STREAM, FIRST, x, 0, 64);
            double[] row = new double[d.dimension()];
            for (int i = 0; i < 64; i++) {
                d.sampleRow(STREAM, FIRST + i, row);
                for (int k = 0; k < row.length; k++) {
                    assertEquals(x[k][i], row[k]);
                }
            }
        }
    }

    /**
     * Scores of all parameters at once must be those of each parameter alone, and those of samples one at a time; the same
     * holds by statistics.
     */
    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void scoresAreTheSameHoweverTheyAreCut(Case each) {
        MultivariateDistribution d = each.distribution();
        int parameters = d.parameters().length;
        int n = 300;
        double[][] x = new double[d.dimension()][n + 2];
        double[][] statistics = new double[d.statistics()][n + 2];
        d.sample(STREAM, FIRST, x, statistics, 2, n);
        double[][] scores = new double[parameters][n + 2];
        double[][] ofStatistics = new double[parameters][n + 2];
        d.gradLogPdf(x, 2, 0, scores, 2, n);
        d.gradLogPdf(x, statistics, 0, ofStatistics, 2, n);
        double[][] row = new double[1][n + 2];
        for (int p = 0; p < parameters; p++) {
            d.gradLogPdf(x, 2, p, row, 2, n);
            for (int i = 2; i < n + 2; i++) {
                assertEquals(scores[p][i], row[0][i], d.parameterNames().get(p));
            }
            d.gradLogPdf(x, statistics, p, row, 2, n);
            for (int i = 2; i < n + 2; i++) {
                assertEquals(ofStatistics[p][i], row[0][i], d.parameterNames().get(p) + " by statistics");
                assertTrue(Double.isFinite(ofStatistics[p][i]), d.parameterNames().get(p));
            }
        }
        double[][] one = new double[parameters][1];
        double[][] point = new double[d.dimension()][1];
        double[][] statistic = new double[d.statistics()][1];
        for (int i = 0; i < n; i++) {
            d.sample(STREAM, FIRST + i, point, statistic, 0, 1);
            d.gradLogPdf(point, statistic, 0, one, 0, 1);
            for (int p = 0; p < parameters; p++) {
                assertEquals(ofStatistics[p][2 + i], one[p][0], d.parameterNames().get(p) + " of one sample");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void densitiesAreTheSameHoweverTheyAreCut(Case each) {
        MultivariateDistribution d = each.distribution();
        int n = 1100;
        double[][] x = new double[d.dimension()][n];
        d.sample(STREAM, FIRST, x, 0, n);
        double[] logPdf = new double[n + 3];
        d.logPdf(x, 0, logPdf, 3, n);
        double[] one = new double[1];
        for (int i = 0; i < n; i++) {
            d.logPdf(x, i, one, 0, 1);
            assertEquals(one[0], logPdf[3 + i]);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void projectionsOfSamplesFit(Case each) {
        MultivariateDistribution d = each.distribution();
        SplitStream stream = SplitStream.ofHashed(each.toString().hashCode());
        double[] point = new double[d.dimension()];
        for (Projection projection : each.projections()) {
            Draws draws = (first, y) -> {
                double[][] x = new double[d.dimension()][y.length];
                d.sample(stream, first, x, 0, y.length);
                for (int i = 0; i < y.length; i++) {
                    for (int k = 0; k < point.length; k++) {
                        point[k] = x[k][i];
                    }
                    y[i] = projection.of().applyAsDouble(point);
                }
            };
            ChiSquare test = projection.law().test(draws, DRAWS);
            assertTrue(test.pValue() > LIMIT, projection.name() + ": " + test + ", p = " + test.pValue());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parametersAreThoseItIsMadeOf(Case each) {
        MultivariateDistribution d = each.distribution();
        double[] parameters = d.parameters();
        assertEquals(d.parameterNames().size(), parameters.length);
        assertEquals(d.toString(), d.withParameters(parameters).toString());
        for (int p = 0; p < parameters.length; p++) {
            double[] bad = d.parameters();
            bad[p] = Double.NaN;
            var e = assertThrows(IllegalArgumentException.class, () -> d.withParameters(bad));
            assertTrue(e.getMessage().startsWith(d.parameterNames().get(p) + " is not "), e.getMessage());
        }
        var e = assertThrows(IllegalArgumentException.class, () -> d.withParameters(new double[parameters.length + 1]));
        assertTrue(e.getMessage().startsWith("number of parameters is not "), e.getMessage());
    }
}
