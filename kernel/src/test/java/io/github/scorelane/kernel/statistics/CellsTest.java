package io.github.scorelane.kernel.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    @Test
    void anEdgeBelongsToTheCellAboveIt() {
        double[] edges = {-7, -1, -0.999, 0, 1e-9, 3, 3.5};
        Cells cells = Cells.between(edges);
        assertEquals(0, cells.of(-1e300));
        assertEquals(7, cells.of(1e300));
        for (int k = 0; k < edges.length; k++) {
            assertEquals(k, cells.of(Math.nextDown(edges[k])));
            assertEquals(k + 1, cells.of(edges[k]));
        }
    }

    @Test
    void cellsAreEquallyLikely() {
        double[] expected = new double[1000];
        Arrays.fill(expected, 1e-3);
        assertArrayEquals(expected, Cells.equallyLikely(1000, STANDARD).probabilities(STANDARD), 1e-15);
    }

    @Test
    void allDrawsAreCounted() {
        Draws draws = Draws.each(i -> i % 3 - 1.0);
        assertArrayEquals(new long[] {6667, 6667, 6666}, Cells.between(-0.5, 0.5).count(draws, 20_000));
    }

    @Test
    void tooFewDrawsForTheCellsAreRefused() {
        Cells cells = Cells.equallyLikely(1000, STANDARD);
        var e = assertThrows(IllegalArgumentException.class, () -> cells.test(Draws.each(i -> 0), 19_000, STANDARD));
        assertTrue(e.getMessage().startsWith("cell 0 expects too few: 19.0"), e.getMessage());
    }
}
