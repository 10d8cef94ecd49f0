package io.github.scorelane.bench.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.Estimate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E[Σ x²] = D(μ² + σ²), and its gradient is 2μ by each mean and 2σ by each standard deviation. */
class AxisTest {
    @ParameterizedTest
    @CsvSource({"SAMPLES, 100000", "COORDINATES, 3", "COORDINATES, 2049", "COORDINATES, 1000000"})
    void estimateIsOfTheSumOfSquares(Axis axis, long value) {
        Estimate estimate = axis.estimate(value).get();
        assertEquals(axis.samples(value), estimate.samples());
        int dimension = axis == Axis.COORDINATES ? (int) value : 1;
        assertEquals(2 * dimension, estimate.gradient().length);
        assertEquals(dimension * (0.1 * 0.1 + 1.1 * 1.1), estimate.value(), 6 * estimate.valueStandardError());
        assertEquals(0.2, estimate.gradient()[0], 6 * estimate.standardError()[0]);
    }
}
