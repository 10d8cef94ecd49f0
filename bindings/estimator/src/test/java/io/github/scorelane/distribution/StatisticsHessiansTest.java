package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.scorelane.distribution.FamilyUnderTest.Case;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests second derivatives at draws from the draws' statistics. They must be finite at all draws, and, where x determines
 * them, those by x.
 */
class StatisticsHessiansTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(8);
    private static final int DRAWS = 1300;
    /**
     * The number of parameters from which on a family is left out. Categorical distributions may have more, whose pairs are
     * many and alike.
     */
    private static final int MOST_PARAMETERS = 20;

    static Stream<UnivariateDistribution> distributions() {
        return Families.cases().map(Case::distribution)
                .flatMap(d -> Stream.of(d, ((HasUnconstrainedForm) d).unconstrained()).distinct())
                .filter(d -> d instanceof HasHessian && d.parameterNames().size() < MOST_PARAMETERS);
    }

    static Stream<UnivariateDistribution> ordinaryDistributions() {
        return Families.ordinaryCases().map(FamilyUnderTest.Case::distribution)
                .flatMap(d -> Stream.of(d, ((HasUnconstrainedForm) d).unconstrained()).distinct())
                .filter(HasHessian.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    @Tag("bits")
    void ofDrawsTheyAreFiniteAndTheSameHoweverTheyAreCut(UnivariateDistribution d) {
        double[] x = new double[DRAWS];
        double[][] statistics = new double[d.statistics()][DRAWS];
        d.sample(STREAM, 0, x, statistics, 0, DRAWS);
        double[][] all = new double[Pairs.count(d.parameters().length)][DRAWS];
        double[][] part = new double[all.length][DRAWS];
        ((HasHessian) d).hessianLogPdf(x, statistics, all, 0, DRAWS);
        ((HasHessian) d).hessianLogPdf(x, statistics, part, 1000, 9);
        for (int row = 0; row < all.length; row++) {
            for (int i = 0; i < DRAWS; i++) {
                if (!Double.isFinite(all[row][i]) || part[row][i] != (i >= 1000 && i < 1009 ? all[row][i] : 0)) {
                    fail("pair " + row + " of draw " + i + ": " + all[row][i] + ", " + part[row][i]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ordinaryDistributions")
    void ofOrdinaryDrawsTheyAreThoseOfThePoints(UnivariateDistribution d) {
        double[] x = new double[DRAWS];
        double[][] statistics = new double[d.statistics()][DRAWS];
        d.sample(STREAM, 0, x, statistics, 0, DRAWS);
        double[][] byStatistics = new double[Pairs.count(d.parameters().length)][DRAWS];
        double[][] byPoints = new double[byStatistics.length][DRAWS];
        ((HasHessian) d).hessianLogPdf(x, statistics, byStatistics, 0, DRAWS);
        ((HasHessian) d).hessianLogPdf(x, byPoints, 0, DRAWS);
        for (int row = 0; row < byPoints.length; row++) {
            double scale = 0;
            for (double each : byPoints[row]) {
                scale = Math.max(scale, Math.abs(each));
            }
            for (int i = 0; i < DRAWS; i++) {
                if (!(Math.abs(byPoints[row][i] - byStatistics[row][i]) <= 1e-12 * scale)) {
                    fail("pair " + row + " of draw " + i + ": " + byPoints[row][i] + ", " + byStatistics[row][i]);
                }
            }
        }
    }
}
