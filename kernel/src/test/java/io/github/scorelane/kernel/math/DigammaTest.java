package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DigammaTest extends ArrayFunctionTest {
    DigammaTest() {
        super("digamma.csv", Digamma.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Digamma.digamma(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Digamma.digamma(x, xOffset, y, yOffset, length);
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
        double[] x = {1, 0.5, 1.4616321449683622, 0.0, -0.0, Double.MIN_VALUE, 5.6e-309, 1e300, Double.MAX_VALUE,
            Double.POSITIVE_INFINITY, -Double.MIN_VALUE, -0.5, -1, -1e300, Double.NEGATIVE_INFINITY, Double.NaN};
        double[] expected = {-0.5772156649015329, -1.9635100260214235, -9.241265521729427e-17, Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.7857142857142864e308, 690.7755278982137, 709.782712893384,
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
    void recurrence() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 100_000; i++) {
            double x = random.nextInt(1, 1 << 24) * 0x1p-20;
            double next = Digamma.digamma(x + 1);
            assertEquals(next, Digamma.digamma(x) + 1 / x, 8 * Math.ulp(Math.max(1 / x, Math.abs(next))), "of " + x);
        }
    }
}
