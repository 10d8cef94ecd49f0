package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Tests that moving averages lie between the smallest and the largest value, however large or small these are. */
class MovingAverageTest {
    @Test
    void theLargestNumbersHaveAnAverage() {
        MovingAverage average = MovingAverage.of(0.9);
        for (int i = 0; i < 2000; i++) {
            average = average.with(1.7e308);
            assertEquals(1.7e308, average.value(), 1e294);
            assertEquals(Baseline.constant(average.value()), average.baseline());
        }
        assertEquals(Double.MAX_VALUE, MovingAverage.of(1 - 0x1p-53).with(Double.MAX_VALUE).with(Double.MAX_VALUE).value(), 1e293);
    }

    @Test
    void itIsTheAverageOfTheDefinition() {
        double[][] sequences = {{1.7e308, -1.7e308, 1.7e308}, {1e-300, 1.7e308, 1e-300, 3}, {5e-324, 5e-324},
            {1e290, 1e289, -4e290, 2}, {1, -2, 3.5}};
        for (double decay : new double[] {0, 1e-300, 0.25, 0.9, 0.999}) {
            for (double[] values : sequences) {
                MovingAverage average = MovingAverage.of(decay);
                for (int t = 0; t < values.length; t++) {
                    average = average.with(values[t]);
                    double[] taken = Arrays.copyOf(values, t + 1);
                    double largest = average(decay, Arrays.stream(taken).map(Math::abs).toArray());
                    assertEquals(average(decay, taken), average.value(), 4e-15 * largest + 5e-324,
                            () -> decay + ", " + Arrays.toString(values));
                }
            }
        }
    }

    private static double average(double decay, double[] values) {
        BigDecimal above = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (double value : values) {
            above = above.multiply(new BigDecimal(decay)).add(new BigDecimal(value));
            below = below.multiply(new BigDecimal(decay)).add(BigDecimal.ONE);
        }
        return above.divide(below, new MathContext(60)).doubleValue();
    }
}
