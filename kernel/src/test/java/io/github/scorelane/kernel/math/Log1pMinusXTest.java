package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class Log1pMinusXTest extends ArrayFunctionTest {
    Log1pMinusXTest() {
        super("log1p_minus_x.csv", Log1pMinusX.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Log1pMinusX.log1pMinusX(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Log1pMinusX.log1pMinusX(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return Math.scalb(random.nextDouble(-1, 1), random.nextInt(-12, 12) / 4 * 2) * 0.25;
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, -1, -1.5,
            Math.nextDown(-1.0), Double.MAX_VALUE, -Double.MAX_VALUE, 1e-200, Double.MIN_NORMAL, 0x1p-30, 0, 0, 0, 0};
        double[] expected = {0.0, 0.0, Double.NEGATIVE_INFINITY, Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY, Double.NaN,
            Double.NaN, -Double.MAX_VALUE, Double.NaN, 0.0, 0.0, -0x1.fffffffaaaaabp-62, 0, 0, 0, 0};
        double[] y = new double[x.length];
        Log1pMinusX.log1pMinusX(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], y[i] + 0.0, "of " + x[i]);
            assertEquals(expected[i], Log1pMinusX.log1pMinusX(x[i]) + 0.0, "of " + x[i]);
        }
    }
}
