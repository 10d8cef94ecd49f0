package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the families that are made of gamma draws, which draw in different ways for different shapes. In each, scores by
 * statistics must be those by the points, where rounding has taken nothing from the points.
 */
class ShapeStatisticsTest {
    private static final int N = 100_000;
    private static final double TOLERANCE = 1e-9;

    static Stream<UnivariateDistribution> distributions() {
        return List.<UnivariateDistribution>of(Gamma.of(0.3, 2), Gamma.of(1e-3, 1), Gamma.of(63, 1e100), Gamma.of(70, 1e-100),
                Gamma.of(1e9, 0.7), ChiSquared.of(0.5), ChiSquared.of(1e7), InverseGamma.of(0.3, 2), InverseGamma.of(1e9, 0.7),
                Beta.of(0.5, 0.5), Beta.of(0.3, 40), Beta.of(1e-3, 1e-3), Beta.of(1e-3, 2), Beta.of(2, 1e-3),
                Beta.of(40, 0.3), Beta.of(70, 80), Beta.of(2, 1e6), Beta.of(1e6, 1e6)).stream();
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void scoresByStatisticsAreThoseOfThePoints(UnivariateDistribution d) {
        double[][] information = ((HasFisherInformation) d).fisherInformation();
        double[] x = new double[N];
        double[][] statistics = new double[d.statistics()][N];
        double[][] scores = new double[information.length][N];
        double[][] expected = new double[information.length][N];
        d.sample(SplitStream.ofHashed(9), 0, x, statistics, 0, N);
        d.gradLogPdf(x, statistics, scores, 0, N);
        d.gradLogPdf(x, 0, expected, 0, N);
        int compared = 0;
        for (int i = 0; i < N; i++) {
            if (x[i] > 1e-290 && x[i] < 1e290 && Math.abs(x[i] - 1) > 1e-6) {
                compared++;
                for (int p = 0; p < information.length; p++) {
                    double tolerance = TOLERANCE * (Math.abs(expected[p][i]) + Math.sqrt(information[p][p]));
                    assertEquals(expected[p][i], scores[p][i], tolerance, d.parameterNames().get(p) + " at " + x[i]);
                }
            }
        }
        // Some draws are always compared: even of a beta variable of shapes 2 and 1e-3, only 98% are 1 to six digits.
        assertTrue(compared > N / 100, "compared " + compared);
    }
}
