package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CosTest extends ArrayFunctionTest {
    CosTest() {
        super("cos.csv", Cos.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Cos.cos(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Cos.cos(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return random.nextInt(4) == 0 ? random.nextDouble(-0x1p20, 0x1p20) : random.nextDouble(-7, 7);
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {0.0, -0.0, Double.MIN_VALUE, 0x1p-30, Math.PI, Math.PI / 2, Math.nextUp(0x1p20), -0x1p21,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, Double.longBitsToDouble(0xfff8000000000001L),
            Double.MAX_VALUE, -Double.MAX_VALUE};
        double[] expected = {1, 1, 1, 1, -1, 6.123233995736766e-17, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN, Double.NaN, Double.NaN};
        double[] y = new double[x.length];
        Cos.cos(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], y[i], "of " + x[i]);
            assertEquals(expected[i], Cos.cos(x[i]), "of " + x[i]);
        }
    }

    @Test
    void isEven() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 100_000; i++) {
            double x = ordinary(random);
            assertEquals(Cos.cos(x) + 0.0, Cos.cos(-x) + 0.0, "of " + x); // Zeros may have either sign.
        }
    }
}
