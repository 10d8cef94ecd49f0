package io.github.scorelane.quickstart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Estimate;
import io.github.scorelane.SamplingPlan;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.check.ScoreCheck;
import io.github.scorelane.distribution.LogNormal;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.kernel.stream.SplitStream;
import org.junit.jupiter.api.Test;

class GeometricBrownianMotionTest {
    private static final double[] DATES = {0.1, 0.3, 0.35};
    private final GeometricBrownianMotion motion = GeometricBrownianMotion.of(95, 0.25, 0.1, 0.03, DATES);

    @Test
    void drawsDensitiesAndScoresBelongTogether() {
        ScoreCheck.verify(motion, 16_384);
        ScoreCheck.verify(GeometricBrownianMotion.of(1.5, 0.8, -0.02, 0, 2), 16_384);
    }

    @Test
    void oneDateIsLogNormal() {
        GeometricBrownianMotion one = GeometricBrownianMotion.of(95, 0.25, 0.1, 0.03, 0.2);
        LogNormal law = LogNormal.of(Math.log(95) + (0.07 - 0.03125) * 0.2, 0.25 * Math.sqrt(0.2));
        double[] x = {80, 95, 123.4};
        double[] expected = new double[3];
        double[] actual = new double[3];
        law.logPdf(x, 0, expected, 0, 3);
        one.logPdf(new double[][] {x}, 0, actual, 0, 3);
        assertArrayEquals(expected, actual, 1e-12);
    }

    /** The exact mean is E[Sᵢ] = S0·exp((r − q)tᵢ), because a discounted price with its dividends is a martingale. */
    @Test
    void meansAndTheirGradientsAreTheClosedForms() {
        for (int date = 0; date < DATES.length; date++) {
            int d = date;
            BatchFunction price = (x, n, f) -> System.arraycopy(x[d], 0, f, 0, n);
            Estimate e = ScoreFunctionEstimator.of(motion).samples(200_000).seed(5).estimate(price);
            double mean = 95 * Math.exp(0.07 * DATES[d]);
            double[] exact = {mean / 95, 0, DATES[d] * mean, 0.07 * mean};
            assertEquals(mean, e.value(), 5 * e.valueStandardError());
            for (int p = 0; p < exact.length; p++) {
                assertEquals(exact[p], e.gradient()[p], 5 * e.standardError()[p], e.parameterNames().get(p));
            }
        }
    }

    /** A draw of a stream must be the same with statistics and without, and however the range is cut. */
    @Test
    void statisticsAreThoseOfThePrices() {
        SplitStream stream = SplitStream.of(3);
        double[][] x = new double[3][40];
        double[][] statistics = new double[3][40];
        motion.sample(stream, 7, x, statistics, 2, 38);
        double[][] alone = new double[3][40];
        motion.sample(stream, 7, alone, 2, 5);
        motion.sample(stream, 12, alone, 7, 33);
        assertArrayEquals(x, alone);
        double[][] byStatistics = new double[4][40];
        double[][] byPrices = new double[4][40];
        motion.gradLogPdf(x, statistics, 0, byStatistics, 2, 38);
        motion.gradLogPdf(x, 2, 0, byPrices, 2, 38);
        for (int p = 0; p < 4; p++) {
            assertArrayEquals(byStatistics[p], byPrices[p], 1e-9);
        }
    }

    /**
     * The normal numbers of a plan must make the same law of paths and right statistics: the mean of the last price is known,
     * and its estimate varies less.
     */
    @Test
    void plansDrawIt() {
        BatchFunction price = (x, n, f) -> System.arraycopy(x[2], 0, f, 0, n);
        ScoreFunctionEstimator<?> estimator = ScoreFunctionEstimator.of(motion).samples(32 * 512).seed(6);
        Estimate sobol = estimator.plan(SamplingPlan.sobol()).estimate(price);
        double mean = 95 * Math.exp(0.07 * DATES[2]);
        double[] exact = {mean / 95, 0, DATES[2] * mean, 0.07 * mean};
        assertEquals(mean, sobol.value(), 6 * sobol.valueStandardError());
        assertTrue(sobol.valueStandardError() < estimator.estimate(price).valueStandardError() / 5);
        for (int p = 0; p < exact.length; p++) {
            assertEquals(exact[p], sobol.gradient()[p], 6 * sobol.standardError()[p], sobol.parameterNames().get(p));
        }
    }

    @Test
    void laterDatesMoveWithTheFirst() {
        GeometricBrownianMotion moved = motion.withParameters(95, 0.25, 0.1, 0.2);
        assertArrayEquals(new double[] {95, 0.25, 0.1, 0.2}, moved.parameters());
        double[] expected = new double[1];
        double[] actual = new double[1];
        double[][] x = {{100}, {90}, {94}};
        GeometricBrownianMotion.of(95, 0.25, 0.1, 0.03, 0.2, 0.4, 0.45).logPdf(x, 0, expected, 0, 1);
        moved.logPdf(x, 0, actual, 0, 1);
        assertEquals(expected[0], actual[0], 1e-10);
    }

    @Test
    void badParametersAreRefused() {
        refused("spot is not strictly positive: 0.0", 0, 0.2, 0.1, 0, 1);
        refused("volatility is not strictly positive: NaN", 90, Double.NaN, 0.1, 0, 1);
        refused("rate is not finite: Infinity", 90, 0.2, Double.POSITIVE_INFINITY, 0, 1);
        refused("dividend yield is not finite: NaN", 90, 0.2, 0.1, Double.NaN, 1);
        refused("first date is not strictly positive: -1.0", 90, 0.2, 0.1, 0, -1);
        refused("time from date[0] to the next is not strictly positive: 0.0", 90, 0.2, 0.1, 0, 1, 1);
        refused("number of dates is not strictly positive: 0", 90, 0.2, 0.1, 0);
        assertThrows(IllegalArgumentException.class, () -> motion.withParameters(1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> motion.gradLogPdf(new double[3][1], 0, 2, new double[3][1], 0, 1));
        assertThrows(IllegalArgumentException.class, () -> motion.sample(SplitStream.of(1), 0, new double[2][1], 0, 1));
    }

    private static void refused(String message, double spot, double volatility, double rate, double yield, double... dates) {
        assertEquals(message, assertThrows(IllegalArgumentException.class,
                () -> GeometricBrownianMotion.of(spot, volatility, rate, yield, dates)).getMessage());
    }
}
