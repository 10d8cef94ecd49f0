package io.github.scorelane.distribution;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that scores by statistics refuse too many rows of statistics, too few, and rows that are too short. */
class StatisticsRowsTest {
    private static final int N = 5;

    static Stream<UnivariateDistribution> distributions() {
        return Families.ordinaryCases().map(FamilyUnderTest.Case::distribution);
    }

    static Stream<MultivariateDistribution> vectors() {
        return VectorFamilies.ALL.stream().map(family -> family.cases().findFirst().orElseThrow().distribution())
                .filter(d -> d.statistics() > 0);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void ofNumbers(UnivariateDistribution d) {
        double[] x = new double[N];
        double[][] gradient = new double[d.parameters().length][N];
        int rows = d.statistics();
        refused("number of rows of statistics is not " + rows + ": " + (rows + 1),
                () -> d.gradLogPdf(x, new double[rows + 1][N], gradient, 0, N));
        if (rows > 0) {
            refused("number of rows of statistics is not " + rows + ": 0", () -> d.gradLogPdf(x, new double[0][], gradient, 0, N));
            refused("statistics[0] is too short: offset 0 + length 5 > 4",
                    () -> d.gradLogPdf(x, new double[rows][N - 1], gradient, 0, N));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void ofVectors(MultivariateDistribution d) {
        double[][] x = new double[d.dimension()][N];
        double[][] gradient = new double[d.parameters().length][N];
        int rows = d.statistics();
        refused("number of rows of statistics is not " + rows + ": " + (rows + 1),
                () -> d.gradLogPdf(x, new double[rows + 1][N], 0, gradient, 0, N));
        refused("statistics[0] is too short: offset 0 + length 5 > 4",
                () -> d.gradLogPdf(x, new double[rows][N - 1], 0, gradient, 0, N));
        double[][] row = new double[1][N];
        var e = assertThrows(IllegalArgumentException.class, () -> d.gradLogPdf(x, new double[rows][N - 1], 0, row, 0, N));
        assertTrue(e.getMessage().startsWith("statistics["), e.getMessage());
    }
}
