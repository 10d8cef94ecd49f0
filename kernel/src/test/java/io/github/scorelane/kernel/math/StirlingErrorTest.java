package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StirlingErrorTest extends ArrayFunctionTest {
    StirlingErrorTest() {
        super("stirling_error.csv", StirlingError.MAX_ULPS);
    }

    @Override
    double twin(double x) {
        return StirlingError.stirlingError(x);
    }

    @Override
    void array(double[] x, int xOffset, double[] y, int yOffset, int length) {
        StirlingError.stirlingError(x, xOffset, y, yOffset, length);
    }

    @Override
    double ordinary(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextDouble(0, 2);
            case 1 -> random.nextInt(1, 1000);
            case 2 -> Math.scalb(random.nextDouble(1, 2), random.nextInt(-20, 60));
            default -> random.nextDouble(0, 50);
        };
    }

    @Test
    @Tag("bits")
    void specialValues() {
        double[] x = {1, 2, 0.5, 0.0, -0.0, Double.MAX_VALUE, Double.POSITIVE_INFINITY, -Double.MIN_VALUE, -0.5, -1, -1e300,
            Double.NEGATIVE_INFINITY, Double.NaN};
        double[] expected = {0.08106146679532726, 0.0413406959554093, 0.15342640972002736, Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY, 4.6355705385566e-310, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN};
        double[] y = new double[x.length];
        array(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            double error = Double.isFinite(expected[i]) ? 4 * Math.ulp(expected[i]) : 0;
            assertEquals(expected[i], y[i], error, "of " + x[i]);
            assertEquals(expected[i], twin(x[i]), error, "of " + x[i]);
        }
    }

    @Test
    void errorBelowOneHalfIsWithinTheBoundAndTheBoundIsNotLoose() {
        References references = References.of("stirling_error_below_half.csv");
        double[] x = LongStream.of(references.arguments()).mapToDouble(Double::longBitsToDouble).toArray();
        double[] y = new double[x.length];
        StirlingError.stirlingError(x, 0, y, 0, x.length);
        References.Worst worst = references.worst(y);
        assertTrue(worst.ulps() <= StirlingError.MAX_ULPS_BELOW_HALF, worst::toString);
        assertTrue(worst.ulps() > 0.8 * StirlingError.MAX_ULPS_BELOW_HALF, worst::toString);
    }
}
