package io.github.scorelane.bench.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.bench.papers.OptionStudy.Market;
import io.github.scorelane.quickstart.GeometricBrownianMotion;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OptionStudyTest {
    private static final Market MARKET = Market.ofThePaper(95);

    @Test
    void closedFormsAreTheValuesSlopes() {
        CallWithDividend exact = new CallWithDividend(MARKET);
        Market m = MARKET;
        double h = 1e-4;
        Function<Market, Double> value = market -> new CallWithDividend(market).of(Greek.VALUE);
        double up = value.apply(new Market(m.spot() + h, 100, 0.1, 0.03, 0.25, 0.2));
        double down = value.apply(new Market(m.spot() - h, 100, 0.1, 0.03, 0.25, 0.2));
        assertEquals((up - down) / (2 * h), exact.of(Greek.DELTA), 1e-7);
        assertEquals((up - 2 * value.apply(m) + down) / (h * h), exact.of(Greek.GAMMA), 1e-5);
        assertEquals((value.apply(new Market(95, 100, 0.1 + h, 0.03, 0.25, 0.2))
                - value.apply(new Market(95, 100, 0.1 - h, 0.03, 0.25, 0.2))) / (2 * h), exact.of(Greek.RHO), 1e-5);
        assertEquals((value.apply(new Market(95, 100, 0.1, 0.03, 0.25 + h, 0.2))
                - value.apply(new Market(95, 100, 0.1, 0.03, 0.25 - h, 0.2))) / (2 * h), exact.of(Greek.VEGA), 1e-5);
        assertEquals((value.apply(new Market(95, 100, 0.1, 0.03, 0.25, 0.2 - h))
                - value.apply(new Market(95, 100, 0.1, 0.03, 0.25, 0.2 + h))) / (2 * h), exact.of(Greek.THETA), 1e-5);
    }

    /** The call of J. C. Hull, Options, Futures, and Other Derivatives, example 15.6, has no dividend and is worth 4.76. */
    @Test
    void callIsTheTextbooks() {
        assertEquals(4.76, new CallWithDividend(new Market(42, 40, 0.1, 0, 0.2, 0.5)).of(Greek.VALUE), 0.005);
    }

    /** Value, delta, vega, gamma, rho and theta of three spots, within 5 standard errors, which are small. */
    @Test
    void europeanCallAgreesWithTheClosedForms() {
        List<OptionPoint> points = new OptionStudy(400_000, 1_000, 11).measure();
        assertEquals(2 * 3 * 6, points.size());
        for (OptionPoint point : points.subList(0, 18)) {
            assertEquals(0, point.reference().error());
            assertEquals(0, point.errorsOff(point.plain()), 5, point.toString());
            assertEquals(0, point.errorsOff(point.automatic()), 5, point.toString());
            assertTrue(point.automatic().error() < 0.02 * Math.abs(point.reference().value()), point.toString());
            assertTrue(point.gain() > 0.95, point.toString());
        }
    }

    /** The Asian call's gamma is a difference of its deltas, and theta one of its values: common random numbers at two markets. */
    @Test
    void asianCallsGreeksAreItsValuesSlopes() {
        long n = 200_000;
        double h = 0.5;
        Estimate middle = OptionStudy.estimate(true, MARKET, n, Baseline.automatic(), 5);
        Estimate up = OptionStudy.estimate(true, Market.ofThePaper(95 + h), n, Baseline.automatic(), 5);
        Estimate down = OptionStudy.estimate(true, Market.ofThePaper(95 - h), n, Baseline.automatic(), 5);
        Greek.Measured delta = Greek.DELTA.of(middle, MARKET);
        assertEquals((up.value() - down.value()) / (2 * h), delta.value(), 6 * delta.error());
        Greek.Measured gamma = Greek.GAMMA.of(middle, MARKET);
        double payoffsSecondDifference = (up.value() - 2 * middle.value() + down.value()) / (h * h);
        assertEquals(payoffsSecondDifference, gamma.value(), 6 * gamma.error() + 0.002);
        Estimate earlier = OptionStudy.estimate(true, new Market(95, 100, 0.1, 0.03, 0.25, 0.198), n, Baseline.automatic(), 5);
        Estimate later = OptionStudy.estimate(true, new Market(95, 100, 0.1, 0.03, 0.25, 0.202), n, Baseline.automatic(), 5);
        Greek.Measured theta = Greek.THETA.of(middle, MARKET);
        assertEquals((earlier.value() - later.value()) / 0.004, theta.value(), 6 * theta.error());
    }

    /** The row that is not a parameter's is the same, asked for alone, with others, and by prices. */
    @Test
    void curvatureIsTheSecondDerivativeOfTheDensity() {
        double[][] x = {{93}, {97}};
        double[] density = new double[3];
        double h = 1e-3;
        for (int i = 0; i < 3; i++) {
            double[] log = new double[1];
            GeometricBrownianMotion.of(95 + (i - 1) * h, 0.25, 0.1, 0.03, 0.1, 0.2).logPdf(x, 0, log, 0, 1);
            density[i] = Math.exp(log[0]);
        }
        SpotCurvature curvature = new SpotCurvature(GeometricBrownianMotion.of(95, 0.25, 0.1, 0.03, 0.1, 0.2));
        double[][] rows = new double[5][1];
        curvature.gradLogPdf(x, 0, 0, rows, 0, 1);
        assertEquals((density[2] - 2 * density[1] + density[0]) / (h * h * density[1]), rows[4][0], 1e-6);
        double[][] alone = new double[1][1];
        curvature.gradLogPdf(x, 0, 4, alone, 0, 1);
        assertEquals(rows[4][0], alone[0][0]);
        assertEquals(5, curvature.parameterNames().size());
    }
}
