package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TurnSinTest extends ArrayFunctionTest {
    TurnSinTest() {
        super("turn-sin.csv", Turn.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Turn.sin(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Turn.sin(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return random.nextInt(4) == 0 ? Math.scalb(random.nextDouble(-1, 1), random.nextInt(50))
                : random.nextDouble(-2, 2);
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {0.0, -0.0, 0.25, -0.25, 0.75, -0.75, 1, 1.25, 0x1p49 + 0.25, 0x1p48 + 0.25, 0x1p50,
            Math.nextUp(0x1p49), -0x1p50, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN,
            Double.longBitsToDouble(0xfff8000000000001L), Double.MAX_VALUE, -Double.MAX_VALUE};
        double[] expected = {0.0, -0.0, 1, -1, -1, 1, 0.0, 1, Double.NaN, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        double[] y = new double[x.length];
        Turn.sin(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], y[i], "of " + x[i]);
            assertEquals(expected[i], Turn.sin(x[i]), "of " + x[i]);
        }
    }

    @Test
    void vanishesAtHalves() {
        for (double u = -10; u < 10; u += 0.5) {
            assertEquals(0, Math.abs(Turn.sin(u)), "of " + u);
        }
    }
}
