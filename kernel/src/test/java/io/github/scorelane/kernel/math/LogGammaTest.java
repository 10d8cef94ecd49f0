package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LogGammaTest extends ArrayFunctionTest {
    LogGammaTest() {
        super("log_gamma.csv", LogGamma.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return LogGamma.logGamma(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        LogGamma.logGamma(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextDouble(0, 6);
            case 1 -> random.nextInt(1, 1000);
            case 2 -> Math.scalb(random.nextDouble(1, 2), random.nextInt(-20, 60));
            default -> random.nextDouble(0, 50);
        };
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {1, 2, 0.0, -0.0, 3, 0.5, Double.MIN_VALUE, 2.55e305, 2.56e305, Double.MAX_VALUE, Double.POSITIVE_INFINITY,
            -Double.MIN_VALUE, -0.5, -1, -1e300, Double.NEGATIVE_INFINITY, Double.NaN};
        double[] expected = {0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0.6931471805599453,
            0.5723649429247001, 744.4400719213812, 1.7906725941420033e308, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        double[] y = new double[x.length];
        array(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            double error = Double.isFinite(expected[i]) ? 4 * Math.ulp(expected[i]) : 0;
            assertEquals(expected[i], y[i], error, "of " + x[i]);
            assertEquals(expected[i], twin(x[i]), error, "of " + x[i]);
        }
    }

    @Test
    void factorials() {
        BigInteger factorial = BigInteger.ONE;
        for (int n = 1; n <= 170; n++) {
            factorial = factorial.multiply(BigInteger.valueOf(n));
            assertEquals(Log.log(factorial.doubleValue()), LogGamma.logGamma(n + 1.0), n < 2 ? 0 : 1e-15 * n * Math.log(n));
        }
    }
}
