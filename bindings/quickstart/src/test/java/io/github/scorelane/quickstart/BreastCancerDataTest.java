package io.github.scorelane.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreastCancerDataTest {
    private static final int ROWS = 569;
    private final BreastCancerData data = BreastCancerData.load();

    @Test
    void hasEveryRowAndFeature() {
        assertEquals(ROWS, data.features().length);
        assertEquals(ROWS, data.benign().length);
        for (double[] row : data.features()) {
            assertEquals(30, row.length);
        }
        assertEquals(357, IntStream.range(0, ROWS).filter(i -> data.benign()[i]).count());
    }

    @Test
    void featuresHaveMeanZeroAndPopulationStandardDeviationOne() {
        for (int column = 0; column < 30; column++) {
            int d = column;
            double mean = IntStream.range(0, ROWS).mapToDouble(i -> data.features()[i][d]).sum() / ROWS;
            double square = IntStream.range(0, ROWS).mapToDouble(i -> Math.pow(data.features()[i][d], 2)).sum() / ROWS;
            assertEquals(0, mean, 1e-12, "mean of column " + column);
            assertEquals(1, square, 1e-12, "variance of column " + column);
        }
    }

    @Test
    void columnsAreNotMixedUp() {
        // The first row is malignant, and its worst area is far above the mean: (2019 − 880.58)/568.86.
        assertEquals(false, data.benign()[0]);
        assertEquals(2.0012, data.features()[0][23], 1e-4);
    }
}
