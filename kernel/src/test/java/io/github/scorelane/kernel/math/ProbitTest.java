package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProbitTest extends ArrayFunctionTest {
    ProbitTest() {
        super("probit.csv", Probit.MAX_ULPS, "p", "x");
    }

    @Override
    double twin(double p) {
        return Probit.probit(p);
    }

    @Override
    void array(double[] p, int pOffset, double[] x, int xOffset, int length) {
        Probit.probit(p, pOffset, x, xOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return random.nextInt(4) == 0 ? Math.scalb(random.nextDouble(), -random.nextInt(70)) : random.nextDouble();
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] p = {0.5, 0.0, -0.0, 1, -Double.MIN_VALUE, Math.nextUp(1.0), -1, 2, Double.NaN, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, Double.MIN_NORMAL, 0.25};
        double[] expected = {0.0, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            -38.467405617144344, -37.5193793471445, -0.6744897501960817};
        double[] x = new double[p.length];
        Probit.probit(p, 0, x, 0, p.length);
        for (int i = 0; i < p.length; i++) {
            double error = Double.isFinite(expected[i]) ? 2 * Math.ulp(expected[i]) : 0;
            assertEquals(expected[i], x[i], error, "of " + p[i]);
            assertEquals(expected[i], Probit.probit(p[i]), error, "of " + p[i]);
        }
    }

    @Test
    void isSymmetric() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 1_000_000; i++) {
            double p = 1 - Math.scalb(random.nextDouble(), -random.nextInt(50));
            assertEquals(-Probit.probit(p), Probit.probit(1 - p), 0, () -> "of " + p);
        }
    }

    @Test
    void tableOfTheNormalDistribution() {
        assertEquals(1.959963984540054, Probit.probit(0.975), 1e-15);
        assertEquals(-3.090232306167813, Probit.probit(0.001), 1e-15);
        assertEquals(-37.0471, Probit.probit(1e-300), 1e-4);
    }
}
