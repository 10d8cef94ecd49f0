package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TanhTest extends ArrayFunctionTest {
    TanhTest() {
        super("tanh.csv", Tanh.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Tanh.tanh(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Tanh.tanh(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return random.nextInt(4) == 0 ? random.nextDouble(-400, 400) : random.nextDouble(-5, 5);
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 0x1p-60, -0x1p-60, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NaN, Double.longBitsToDouble(0xfff8000000000001L), Double.MAX_VALUE,
            -Double.MAX_VALUE, 22, -23, 353, -355, 710};
        double[] expected = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 0x1p-60, -0x1p-60, 1, -1, Double.NaN, Double.NaN, 1,
            -1, 1, -1, 1, -1, 1};
        double[] y = new double[x.length];
        Tanh.tanh(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], y[i], "of " + x[i]);
            assertEquals(expected[i], Tanh.tanh(x[i]), "of " + x[i]);
        }
    }

    @Test
    void isOdd() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 100_000; i++) {
            double x = ordinary(random);
            assertEquals(-Tanh.tanh(x), Tanh.tanh(-x), "of " + x);
        }
    }
}
