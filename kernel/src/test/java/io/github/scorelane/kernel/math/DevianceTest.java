package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DevianceTest extends ArrayFunctionTest {
    private static final double MEAN = 37.3;

    DevianceTest() {
        super("deviance.csv", Deviance.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return Deviance.deviance(x, MEAN);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        Deviance.deviance(x, xOffset, MEAN, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> Math.scalb(random.nextDouble(1, 2), random.nextInt(-20, 60));
            case 1 -> random.nextInt(200);
            default -> random.nextDouble(0, 120);
        };
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {MEAN, 0.0, -0.0, Double.MIN_VALUE, 2 * MEAN, Double.POSITIVE_INFINITY, Double.MAX_VALUE, -Double.MIN_NORMAL,
            -MEAN, -37, -1e300, Double.NEGATIVE_INFINITY, Double.NaN};
        double[] expected = {0, MEAN, MEAN, MEAN, 14.408779669771919, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        double[] y = new double[x.length];
        array(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            double error = Double.isFinite(expected[i]) ? 4 * Math.ulp(expected[i]) : 0;
            assertEquals(expected[i], y[i], error, "of " + x[i]);
            assertEquals(expected[i], twin(x[i]), error, "of " + x[i]);
        }
    }

    @Test
    @Tag("bits")
    void fromMeansOfTheirOwnTheyAreTheTwins() {
        SplittableRandom random = new SplittableRandom(5);
        int n = 1203;
        double[] x = random.doubles(n, 0, 100).toArray();
        double[] means = random.doubles(n, 0, 100).toArray();
        x[3] = 0;
        x[70] = Double.POSITIVE_INFINITY;
        x[71] = -1;
        double[] y = new double[n];
        Deviance.deviance(x, means, y, 2, n - 3);
        assertEquals(0, y[1]);
        assertEquals(0, y[n - 1]);
        for (int i = 2; i < n - 1; i++) {
            assertEquals(Deviance.deviance(x[i], means[i]), y[i], "of " + x[i] + " from " + means[i]);
        }
    }

    @Test
    void scalesWithItsArguments() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 100_000; i++) {
            double x = random.nextDouble(0, 100);
            double mean = random.nextDouble(0, 100);
            assertEquals(0x1p100 * Deviance.deviance(x, mean), Deviance.deviance(0x1p100 * x, 0x1p100 * mean));
        }
    }

    /** Computes Poisson probabilities by the saddle-point form, which is exact. */
    @Test
    void probabilitiesSumToOne() {
        for (double mean : new double[] {0.001, 0.7, 3, 37.3, 1000, 12_345.6, 1e6}) {
            double sum = Math.exp(-Deviance.deviance(0, mean));
            double reach = 9 * Math.sqrt(mean) + 20;
            for (double x = Math.max(1, Math.rint(mean - reach)); x < mean + reach; x++) {
                sum += Math.exp(-StirlingError.stirlingError(x) - Deviance.deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
            }
            assertEquals(1, sum, 1e-14, "mean " + mean);
        }
    }

    @Test
    void badMeansAreRefused() {
        double[] x = new double[3];
        for (double mean : new double[] {0, -0.0, -1, Double.NaN, Double.NEGATIVE_INFINITY}) {
            refuses("mean is not strictly positive: " + mean, () -> Deviance.deviance(1, mean));
            refuses("mean is not strictly positive: " + mean, () -> Deviance.deviance(x, 0, mean, x, 0, 3));
        }
        refuses("mean is not finite: Infinity", () -> Deviance.deviance(1, Double.POSITIVE_INFINITY));
        refuses("mean is not finite: Infinity", () -> Deviance.deviance(x, 0, Double.POSITIVE_INFINITY, x, 0, 3));
    }

    private static void refuses(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
