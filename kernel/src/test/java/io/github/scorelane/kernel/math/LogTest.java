package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LogTest extends ArrayFunctionTest {
    LogTest() {
        super("log.csv", Log.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Log.log(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Log.log(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return Math.scalb(random.nextDouble(0.5, 2), random.nextInt(-12, 12) / 4);
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {1, 0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, -1,
            -Double.MIN_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE,
            Double.longBitsToDouble(0xfff8000000000001L), Math.nextDown(1.0), Math.nextUp(1.0), 1, 0.0};
        double[] expected = {0.0, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            -744.4400719213812, -708.3964185322641, 709.782712893384, Double.NaN, -0x1p-53,
            0x1.fffffffffffffp-53, 0.0, Double.NEGATIVE_INFINITY};
        double[] y = new double[x.length];
        Log.log(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], y[i], "of " + x[i]);
            assertEquals(expected[i], Log.log(x[i]), "of " + x[i]);
        }
    }
}
