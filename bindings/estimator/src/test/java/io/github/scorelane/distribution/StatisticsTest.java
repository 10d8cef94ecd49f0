package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.distribution.FamilyUnderTest.Case;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that scores by statistics are those by x in a family's ordinary case, where rounding takes nothing from x. */
class StatisticsTest {
    private static final int N = 100_000;

    static Stream<Case> cases() {
        return Families.ordinaryCases()
                .filter(each -> each.distribution().statistics() > 0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoresByStatisticsAreThoseOfThePoints(Case each) {
        UnivariateDistribution d = each.distribution();
        int parameters = d.parameters().length;
        double[] x = new double[N];
        double[][] statistics = new double[d.statistics()][N];
        double[][] scores = new double[parameters][N];
        double[][] expected = new double[parameters][N];
        d.sample(SplitStream.ofHashed(8), 0, x, statistics, 0, N);
        d.gradLogPdf(x, statistics, scores, 0, N);
        d.gradLogPdf(x, 0, expected, 0, N);
        for (int p = 0; p < parameters; p++) {
            double unit = 0;
            for (double score : expected[p]) {
                unit += score * score / N;
            }
            unit = Math.sqrt(unit);
            for (int i = 0; i < N; i++) {
                assertEquals(expected[p][i], scores[p][i], 1e-9 * (Math.abs(expected[p][i]) + unit),
                        d.parameterNames().get(p) + " at " + x[i]);
            }
        }
    }
}
