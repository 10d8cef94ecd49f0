package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExpTest extends ArrayFunctionTest {
    private static final double LAST_FINITE = 709.782712893384;
    private static final double LAST_POSITIVE = -745.1332191019411;

    ExpTest() {
        super("exp.csv", Exp.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Exp.exp(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Exp.exp(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return random.nextInt(4) == 0 ? random.nextDouble(-750, 715) : random.nextDouble(-20, 20);
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, Double.MAX_VALUE,
            -Double.MAX_VALUE, Double.MIN_VALUE, -Double.MIN_VALUE, LAST_FINITE, Math.nextUp(LAST_FINITE),
            LAST_POSITIVE, Math.nextDown(LAST_POSITIVE), 710, 711, -746, -747, 1e10, -1e10, 1420, -1420,
            Double.longBitsToDouble(0xfff8000000000001L)};
        double[] expected = {1, 1, Double.POSITIVE_INFINITY, 0, Double.NaN, Double.POSITIVE_INFINITY,
            0, 1, 1, 1.7976931348622732e308, Double.POSITIVE_INFINITY,
            Double.MIN_VALUE, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0, Double.POSITIVE_INFINITY, 0,
            Double.POSITIVE_INFINITY, 0, Double.NaN};
        double[] y = new double[x.length];
        Exp.exp(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], y[i], "of " + x[i]);
            assertEquals(expected[i], Exp.exp(x[i]), "of " + x[i]);
        }
    }
}
