package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LogisticTest extends ArrayFunctionTest {
    LogisticTest() {
        super("logistic.csv", Logistic.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Logistic.logistic(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Logistic.logistic(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return random.nextInt(4) == 0 ? random.nextDouble(-750, 720) : random.nextDouble(-20, 20);
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
            Double.NaN, Double.longBitsToDouble(0xfff8000000000001L), Double.MAX_VALUE, -Double.MAX_VALUE, 40, 707, 709, 800,
            -745.1332191019411, Math.nextDown(-745.1332191019411), -746, -747, -1420};
        double[] expected = {0.5, 0.5, 0.5, 0.5, 1, 0, Double.NaN, Double.NaN, 1, 0, 1, 1, 1, 1, Double.MIN_VALUE, 0, 0, 0, 0};
        double[] y = new double[x.length];
        Logistic.logistic(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], y[i], "of " + x[i]);
            assertEquals(expected[i], Logistic.logistic(x[i]), "of " + x[i]);
        }
    }
}
