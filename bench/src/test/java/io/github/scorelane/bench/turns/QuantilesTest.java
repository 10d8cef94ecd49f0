package io.github.scorelane.bench.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void areInterpolated() {
        assertEquals(new Quantiles(5, 1, 9), Quantiles.of(new double[] {10, 0, 9, 1, 8, 2, 7, 3, 6, 4, 5}));
        assertEquals(new Quantiles(1.5, 1.1, 1.9), Quantiles.of(new double[] {2, 1}));
        assertEquals(new Quantiles(7, 7, 7), Quantiles.of(new double[] {7}));
    }
}
