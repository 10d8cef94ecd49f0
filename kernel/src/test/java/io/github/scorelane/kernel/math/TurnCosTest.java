package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TurnCosTest extends ArrayFunctionTest {
    TurnCosTest() {
        super("turn-cos.csv", Turn.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Turn.cos(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Turn.cos(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return random.nextInt(4) == 0 ? Math.scalb(random.nextDouble(-1, 1), random.nextInt(50))
                : random.nextDouble(-2, 2);
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {0.0, -0.0, Double.MIN_VALUE, 0.5, -0.5, 1, -3, 2.5, 0x1p49, 0x1p48 + 0.5, 0x1p50,
            Math.nextUp(0x1p49), -0x1p50, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN,
            Double.longBitsToDouble(0xfff8000000000001L), Double.MAX_VALUE, -Double.MAX_VALUE};
        double[] expected = {1, 1, 1, -1, -1, 1, 1, -1, 1, -1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        double[] y = new double[x.length];
        Turn.cos(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], y[i], "of " + x[i]);
            assertEquals(expected[i], Turn.cos(x[i]), "of " + x[i]);
        }
    }

    @Test
    void isEven() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 100_000; i++) {
            double x = ordinary(random);
            assertEquals(Turn.cos(x) + 0.0, Turn.cos(-x) + 0.0, "of " + x); // Zeros may have either sign.
        }
    }

    @Test
    void vanishesAtOddQuarters() {
        for (double u = -10.25; u < 10; u += 0.5) {
            assertEquals(0, Math.abs(Turn.cos(u)), "of " + u);
        }
    }
}
