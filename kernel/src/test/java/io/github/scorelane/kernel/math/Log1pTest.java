package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class Log1pTest extends ArrayFunctionTest {
    Log1pTest() {
        super("log1p.csv", Log1p.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Log1p.log1p(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Log1p.log1p(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return random.nextInt(4) == 0
                ? Math.scalb(random.nextDouble(0.5, 2), random.nextInt(-60, 60)) - 1
                : Math.scalb(random.nextDouble(-1, 1), -random.nextInt(20));
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 0x1p-60, -1, Math.nextDown(-1.0), -2,
            Math.nextUp(-1.0), Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN,
            Double.longBitsToDouble(0xfff8000000000001L), Double.MAX_VALUE, -Double.MAX_VALUE, 0x1.8p1023,
            Math.nextDown(0x1.8p1023), 1, 0x1p53, -1};
        double[] expected = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 0x1p-60, Double.NEGATIVE_INFINITY, Double.NaN,
            Double.NaN, -36.7368005696771, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN, Double.NaN, 709.782712893384,
            Double.NaN, 709.4950308209322, 709.4950308209322, 0.6931471805599453, 36.7368005696771, Double.NEGATIVE_INFINITY};
        double[] y = new double[x.length];
        Log1p.log1p(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], y[i], "of " + x[i]);
            assertEquals(expected[i], Log1p.log1p(x[i]), "of " + x[i]);
        }
    }
}
