package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class Expm1Test extends ArrayFunctionTest {
    Expm1Test() {
        super("expm1.csv", Expm1.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Expm1.expm1(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Expm1.expm1(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return random.nextInt(4) == 0 ? random.nextDouble(-750, 715) : random.nextDouble(-5, 5);
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, -0x1p-60, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NaN, Double.longBitsToDouble(0xfff8000000000001L), Double.MAX_VALUE,
            -Double.MAX_VALUE, 709.782712893384, Math.nextUp(709.782712893384), 710, 711, -50, -51, -707, -709, 1420, -1420};
        double[] expected = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, -0x1p-60, Double.POSITIVE_INFINITY, -1, Double.NaN,
            Double.NaN, Double.POSITIVE_INFINITY, -1, 1.7976931348622732e308, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY, -1, -1, -1, -1, Double.POSITIVE_INFINITY, -1};
        double[] y = new double[x.length];
        Expm1.expm1(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], y[i], "of " + x[i]);
            assertEquals(expected[i], Expm1.expm1(x[i]), "of " + x[i]);
        }
    }
}
