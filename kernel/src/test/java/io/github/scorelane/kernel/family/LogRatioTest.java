package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares logarithms of ratios with references that take the ratio's distance from 1 in 60 digits. */
class LogRatioTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final int N = 200;

    private static double logOfRatio(BigDecimal x, BigDecimal mean) {
        return Math.log1p(x.subtract(mean).divide(mean, DIGITS).doubleValue());
    }

    /** Makes numbers around a mean, most of them near it. */
    private static double[] around(double mean) {
        SplittableRandom random = new SplittableRandom(1);
        return random.doubles(N, -1, 1).map(u -> mean * (1 + u * Math.scalb(0.5, -random.nextInt(50)))).toArray();
    }

    @Test
    void ratiosToAMeanInTwoDoublesKeepTheirDigits() {
        double mean = 1e3 / 3;
        double rest = mean * 0x1p-54;
        double[] x = around(mean);
        double[] logs = new double[N];
        LogRatio.of(x, 1, mean, rest, logs, N);
        BigDecimal exact = new BigDecimal(mean).add(new BigDecimal(rest));
        for (int i = 0; i < N; i++) {
            double expected = logOfRatio(new BigDecimal(x[i]), exact);
            assertEquals(expected, logs[i], 1e-15 * Math.abs(expected) + 1e-31, "at " + x[i]);
        }
    }

    @Test
    void sharesOfAShapeKeepTheirDigits() {
        ShapeSum sum = ShapeSum.of(70, 80);
        double[] x = around(70 / 150.0);
        double[] logs = new double[N];
        double[] ofRest = new double[N];
        LogRatio.ofShare(x, false, 70, sum, logs, N);
        LogRatio.ofShare(x, true, 80, sum, ofRest, N);
        BigDecimal all = new BigDecimal(150);
        for (int i = 0; i < N; i++) {
            BigDecimal point = new BigDecimal(x[i]);
            double expected = logOfRatio(point.multiply(all), new BigDecimal(70));
            double expectedOfRest = logOfRatio(BigDecimal.ONE.subtract(point).multiply(all), new BigDecimal(80));
            assertEquals(expected, logs[i], 1e-15 * Math.abs(expected) + 1e-31, "at " + x[i]);
            assertEquals(expectedOfRest, ofRest[i], 1e-15 * Math.abs(expectedOfRest) + 1e-31, "at 1 less " + x[i]);
        }
    }

    @Test
    void quotientsByAScaleHaveFiniteLogarithms() {
        double[] x = {1e-300, 1, 1e300, 3.5e-310, 2.25};
        double[] scales = {1e-300, 1, 1e300, 0x1p-1060, 3};
        for (double scale : scales) {
            double[] logs = new double[x.length];
            double[] near = x.clone();
            LogQuotient.of(x, scale, logs, 0, x.length);
            LogRatio.near(near, scale, near, 0, x.length);
            for (int i = 0; i < x.length; i++) {
                double expected = Math.log(x[i]) - Math.log(scale);
                assertEquals(expected, logs[i], 4e-13, x[i] + " over " + scale);
                assertEquals(expected, near[i], 4e-13, x[i] + " over " + scale + ", right next to it too");
            }
        }
    }

    @Test
    @Tag("bits")
    void blocksHaveTheBitsOfTheirElements() {
        double[] x = around(2.5);
        double[] logs = new double[N];
        double[] near = new double[N];
        double[] quotients = new double[N];
        LogRatio.of(x, 1, 2.5, 1e-18, logs, N);
        LogRatio.near(x, 2.5, near, 0, N);
        LogQuotient.of(x, 2.5, quotients, 0, N);
        for (int i = 0; i < N; i++) {
            double[] one = {x[i]};
            double[] log = new double[1];
            LogRatio.of(one, 1, 2.5, 1e-18, log, 1);
            assertEquals(log[0], logs[i]);
            LogRatio.near(one, 2.5, log, 0, 1);
            assertEquals(log[0], near[i]);
            LogQuotient.of(one, 2.5, log, 0, 1);
            assertEquals(log[0], quotients[i]);
        }
    }
}
