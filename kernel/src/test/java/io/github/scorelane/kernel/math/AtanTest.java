package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AtanTest extends ArrayFunctionTest {
    AtanTest() {
        super("atan.csv", Atan.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Atan.atan(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Atan.atan(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return random.nextDouble(-4, 4);
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {0.0, -0.0, 1, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, Double.MIN_VALUE,
            -Double.MIN_VALUE, 1e300, -1e300, Math.nextUp(0.0), 1e-20, 1, 0.0, -0.0};
        double[] expected = {0.0, -0.0, Math.PI / 4, -Math.PI / 4, Math.PI / 2, -Math.PI / 2, Double.NaN, Double.MIN_VALUE,
            -Double.MIN_VALUE, Math.PI / 2, -Math.PI / 2, Double.MIN_VALUE, 1e-20, Math.PI / 4, 0.0, -0.0};
        double[] y = new double[x.length];
        Atan.atan(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], y[i], "of " + x[i]);
            assertEquals(expected[i], Atan.atan(x[i]), "of " + x[i]);
        }
    }
}
