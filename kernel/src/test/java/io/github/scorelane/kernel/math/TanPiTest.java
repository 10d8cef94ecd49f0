package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TanPiTest extends ArrayFunctionTest {
    TanPiTest() {
        super("tan-pi.csv", TanPi.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return TanPi.tanPi(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        TanPi.tanPi(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return random.nextInt(4) == 0 ? Math.scalb(random.nextDouble(-1, 1), random.nextInt(50))
                : random.nextDouble(-0.5, 0.5);
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {0.0, -0.0, 0.25, -0.25, 0.75, 1, 0x1p49, 0x1p50, Math.nextUp(0x1p49), -0x1p50,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, Double.longBitsToDouble(0xfff8000000000001L),
            Double.MAX_VALUE, -Double.MAX_VALUE};
        double[] expected = {0.0, -0.0, 1, -1, -1, 0.0, 0.0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        double[] y = new double[x.length];
        TanPi.tanPi(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], y[i], "of " + x[i]);
            assertEquals(expected[i], TanPi.tanPi(x[i]), "of " + x[i]);
        }
    }

    @Test
    void isInfiniteAtHalves() {
        for (double u = -9.5; u < 10; u++) {
            assertEquals(Double.POSITIVE_INFINITY, Math.abs(TanPi.tanPi(u)), "of " + u);
        }
    }

    @Test
    void isRightNextToThePoles() {
        assertEquals(5.734161139222659e15, TanPi.tanPi(Math.nextDown(0.5)), 2);
        assertEquals(-5.734161139222659e15, TanPi.tanPi(Math.nextUp(-0.5)), 2);
    }
}
