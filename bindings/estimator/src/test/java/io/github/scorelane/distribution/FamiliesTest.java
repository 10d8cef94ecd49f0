package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.FamilyUnderTest.Case;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the properties that every univariate family must have. */
class FamiliesTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(20261121);
    private static final int[] LENGTHS = {0, 1, 7, 8, 9, 17, 1023, 1024, 1025, 3000};
    private static final long FIRST = 99;

    static Stream<Case> cases() {
        return Families.cases();
    }

    /**
     * A single draw is made by the scalar twin of a kernel, and many draws by its vectors, at any place in the array. Both
     * must have the same bits.
     */
    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void drawsAreTheSameHoweverTheyAreCut(Case each) {
        UnivariateDistribution d = each.distribution();
        int most = LENGTHS[LENGTHS.length - 1];
        double[] ones = new double[most];
        double[] one = new double[1];
        for (int i = 0; i < most; i++) {
            d.sample(STREAM, FIRST + i, one, 0, 1);
            ones[i] = one[0];
        }
        for (int length : LENGTHS) {
            double[] x = new double[length + 5];
            double[][] statistics = new double[d.statistics()][length + 5];
            d.sample(STREAM, FIRST, x, 3, length);
            double[] withStatistics = new double[length + 5];
            d.sample(STREAM, FIRST, withStatistics, statistics, 3, length);
            for (int i = 0; i < length; i++) {
                assertEquals(ones[i], x[3 + i], "draw " + i);
                assertEquals(ones[i], withStatistics[3 + i], "draw with statistics " + i);
            }
            assertEquals(0, x[2]);
            assertEquals(0, x[3 + length]);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void densitiesAndScoresAreTheSameHoweverTheyAreCut(Case each) {
        UnivariateDistribution d = each.distribution();
        int parameters = d.parameters().length;
        for (int length : LENGTHS) {
            double[] x = new double[length + 6];
            double[][] statistics = new double[d.statistics()][length + 6];
            d.sample(STREAM, FIRST, x, statistics, 2, length);
            double[] logPdf = new double[length + 6];
            double[][] scores = new double[parameters][length + 6];
            double[][] elsewhere = new double[parameters][length + 6];
            double[][] ofStatistics = new double[parameters][length + 6];
            d.logPdf(x, 2, logPdf, 4, length);
            d.gradLogPdf(x, 2, scores, 2, length);
            d.gradLogPdf(x, 2, elsewhere, 4, length);
            d.gradLogPdf(x, statistics, ofStatistics, 2, length);
            double[] one = new double[1];
            double[][] oneScore = new double[parameters][1];
            for (int i = 0; i < length; i++) {
                d.logPdf(x, 2 + i, one, 0, 1);
                assertEquals(one[0], logPdf[4 + i], "log density " + i);
                d.gradLogPdf(x, 2 + i, oneScore, 0, 1);
                for (int p = 0; p < parameters; p++) {
                    assertEquals(oneScore[p][0], scores[p][2 + i], "score " + i);
                    assertEquals(oneScore[p][0], elsewhere[p][4 + i], "score " + i);
                    assertTrue(Double.isFinite(ofStatistics[p][2 + i]), "score of a draw: " + ofStatistics[p][2 + i]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void scoresByStatisticsAreTheSameHoweverTheyAreCut(Case each) {
        UnivariateDistribution d = each.distribution();
        int parameters = d.parameters().length;
        int n = 1500;
        double[] x = new double[n];
        double[][] statistics = new double[d.statistics()][n];
        double[][] scores = new double[parameters][n];
        d.sample(STREAM, FIRST, x, statistics, 0, n);
        d.gradLogPdf(x, statistics, scores, 0, n);
        double[] one = new double[1];
        double[][] oneStatistic = new double[d.statistics()][1];
        double[][] oneScore = new double[parameters][1];
        for (int i = 0; i < n; i++) {
            d.sample(STREAM, FIRST + i, one, oneStatistic, 0, 1);
            d.gradLogPdf(one, oneStatistic, oneScore, 0, 1);
            for (int p = 0; p < parameters; p++) {
                assertEquals(oneScore[p][0], scores[p][i], "score " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void hessiansAreTheSameHoweverTheyAreCut(Case each) {
        if (each.distribution() instanceof HasHessian d) {
            int n = 2500;
            double[] x = new double[n + 1];
            each.distribution().sample(STREAM, FIRST, x, 1, n);
            int parameters = each.distribution().parameters().length;
            double[][] hessian = new double[parameters * (parameters + 1) / 2][n + 1];
            double[][] one = new double[hessian.length][1];
            d.hessianLogPdf(x, hessian, 1, n);
            for (int i = 1; i <= n; i += parameters > 24 ? 500 : 7) {
                d.hessianLogPdf(new double[] {x[i]}, one, 0, 1);
                for (int pair = 0; pair < one.length; pair++) {
                    assertEquals(one[pair][0], hessian[pair][i], "pair " + pair + " of point " + i);
                }
            }
        }
    }

    /**
     * The law is that of Commons Statistics or one of the tests' own, and the tolerance is as tight as that is exact. The
     * tests against references are tighter.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void logDensitiesAreThoseOfTheLaw(Case each) {
        int n = 300;
        double[] x = new double[n];
        double[] logPdf = new double[n];
        each.distribution().sample(STREAM, FIRST, x, 0, n);
        each.distribution().logPdf(x, 0, logPdf, 0, n);
        Law law = each.law();
        // Discrete laws are differences of log gamma functions, which nearly cancel.
        double tolerance = law.discrete() ? 1e-6 : 1e-9;
        for (int i = 0; i < n; i++) {
            double expected = law.logPdf().applyAsDouble(x[i]);
            if (Double.isFinite(expected) && !(law.discrete() && x[i] > Integer.MAX_VALUE)) {
                assertEquals(expected, logPdf[i], tolerance * (1 + Math.abs(expected)), "log density at " + x[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parametersAreThoseItIsMadeOf(Case each) {
        UnivariateDistribution d = each.distribution();
        double[] parameters = d.parameters();
        assertEquals(d.parameterNames().size(), parameters.length);
        UnivariateDistribution again = d.withParameters(parameters);
        assertEquals(d.toString(), again.toString());
        assertEquals(d.getClass(), again.getClass());
        parameters[0] = Double.NaN;
        assertTrue(Double.isFinite(d.parameters()[0]), "a copy");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void badParametersAreRefusedByName(Case each) {
        UnivariateDistribution d = each.distribution();
        for (int p = 0; p < d.parameters().length; p++) {
            for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                double[] parameters = d.parameters();
                parameters[p] = bad;
                if (bad == Double.NEGATIVE_INFINITY && d.parameterNames().get(p).startsWith("logit[")) {
                    continue; // a logit of −∞ is allowed, as it masks its value
                }
                var e = assertThrows(IllegalArgumentException.class, () -> d.withParameters(parameters));
                assertTrue(e.getMessage().startsWith(d.parameterNames().get(p) + " is not "), e.getMessage());
                assertTrue(e.getMessage().endsWith(": " + bad), e.getMessage());
            }
        }
        var e = assertThrows(IllegalArgumentException.class,
                () -> d.withParameters(new double[d.parameters().length + 1]));
        assertTrue(e.getMessage().startsWith("number of parameters is not "), e.getMessage());
    }

    /** The score of an unconstrained parameter must be that of the family's own parameter times the slope of the link. */
    @ParameterizedTest
    @MethodSource("cases")
    void unconstrainedScoresFollowTheChainRule(Case each) {
        UnivariateDistribution d = each.distribution();
        UnivariateDistribution free = ((HasUnconstrainedForm) d).unconstrained();
        double[] eta = free.parameters();
        double[] theta = d.parameters();
        double[] x = new double[64];
        d.sample(STREAM, 0, x, 0, x.length);
        double[][] scores = new double[theta.length][x.length];
        double[][] freeScores = new double[theta.length][x.length];
        d.gradLogPdf(x, 0, scores, 0, x.length);
        free.gradLogPdf(x, 0, freeScores, 0, x.length);
        for (int p = 0; p < theta.length; p++) {
            double h = 1e-5 * Math.clamp(Math.abs(eta[p]), 1, 40);
            double up = eta[p] + h;
            double down = eta[p] - h;
            double slope = (moved(d, free, eta, p, up) - moved(d, free, eta, p, down)) / (up - down);
            for (int i = 0; i < x.length; i++) {
                double expected = scores[p][i] * slope;
                // Near 1 a probability can only be moved by whole units in its last place.
                double rounding = 2 * Math.abs(scores[p][i]) * Math.ulp(theta[p]) / (up - down);
                assertEquals(expected, freeScores[p][i], 1e-6 * (Math.abs(expected) + 1e-300) + rounding,
                        d.parameterNames().get(p));
            }
        }
    }

    /** Returns the family's own parameter after the unconstrained one is moved to a value. */
    private static double moved(UnivariateDistribution constrained, UnivariateDistribution free, double[] eta, int p,
            double value) {
        double[] parameters = eta.clone();
        parameters[p] = value;
        UnivariateDistribution moved = free.withParameters(parameters);
        if (moved instanceof Unconstrained unconstrained) {
            return unconstrained.constrained().parameters()[p];
        }
        // The family itself is its unconstrained form, so the link is known by the name.
        String name = moved.parameterNames().get(p);
        Link link = constrained.parameterNames().get(p).equals(name) ? Link.IDENTITY : name.startsWith("logit") ? Link.LOGIT
                : name.startsWith("log excess") ? Link.LOG_EXCESS : Link.LOG;
        return link.constrained(moved.parameters()[p]);
    }
}
