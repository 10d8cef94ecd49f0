package io.github.scorelane.bench.honesty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.bench.machine.Machine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellStudyTest {
    @Test
    void figuresByHand() {
        // Off by 1, −1, 3 and 0; 1.96 errors are 1.96, 0.98, 2.94 and 0.
        Figures figures = Figures.of(new double[] {6, 4, 8, 5}, new double[] {1, 0.5, 1.5, 0}, 5, 0);
        assertEquals(0.5, figures.coverage());
        assertEquals(11 / 4.0, figures.variance(), 1e-15);
        assertEquals((1 + 0.25 + 2.25) / 11, figures.errorRatio(), 1e-15);
        assertEquals(0.75 / Math.sqrt(11 / 4.0 - 0.5625) * 2, figures.biasZ(), 1e-14);
    }

    @Test
    void whatIsOffByRoundingIsHeld() {
        Figures figures = Figures.of(new double[] {1 + 1e-15, 1}, new double[] {0, 0}, 1, 1e-10);
        assertEquals(1, figures.coverage());
        assertTrue(Math.abs(figures.biasZ()) < 1e-4, figures.toString());
    }

    @Test
    void anErrorThatIsNotANumberHoldsNothing() {
        assertEquals(0.5, Figures.of(new double[] {1, 2}, new double[] {Double.NaN, 9}, 1, 1e-10).coverage());
    }

    /** The variances are integrals over the density of x ~ N(0, 1), over n; shares are near 95%. */
    @Test
    void plainFiguresAreThoseOfTheory() {
        Cell cell = Cell.all(family -> family == Family.NORMAL).stream()
                .filter(found -> found.set() == 0 && found.function() == TestFunction.COMMON).findFirst().orElseThrow();
        List<GridRow> rows = CellStudy.measure(cell, 1_024, 4_000);
        assertEquals(3, rows.size());
        double q = 0.5244005127080407;
        double density = Math.exp(-q * q / 2) / Math.sqrt(2 * Math.PI);
        // E[z²; z > q] = 0.3 + qφ(q), and E[(z² − 1)²; z > q] = (q³ + q)φ(q) + 2·0.3.
        double[] squares = {0.3 + q * density, (q * q * q + q) * density + 0.6, 0.3};
        double[] truths = {density, q * density, 0.3};
        for (int i = 0; i < 3; i++) {
            GridRow row = rows.get(i);
            assertEquals(truths[i], row.truth(), 1e-10);
            double variance = (squares[i] - truths[i] * truths[i]) / 1_024;
            assertEquals(1, row.plain() / variance, 0.13);
            assertEquals(1, row.plainErrorRatio(), 0.13);
            assertEquals(0.95, row.plainCoverage(), 0.02);
            assertEquals(0.95, row.leaveOneOutCoverage(), 0.02);
            assertTrue(Math.abs(row.plainBiasZ()) < 5 && Math.abs(row.leaveOneOutBiasZ()) < 5 && Math.abs(row.biasZ()) < 5);
        }
        assertTrue(rows.get(2).isValue());
        assertEquals("value", rows.get(2).what());
        assertEquals("standard deviation", rows.get(1).what());
    }

    /** A component so far from a step that its derivative is below the rounding of the truth: nothing is made of that. */
    @Test
    void whatIsBelowTheRoundingOfTheTruthIsNeitherBiasedNorMissed() {
        Cell cell = Cell.all(family -> family == Family.NORMAL_MIXTURE).stream()
                .filter(found -> found.set() == 2 && found.function() == TestFunction.RARE).findFirst().orElseThrow();
        GridRow row = CellStudy.measure(cell, 1_024, 50).get(3);
        assertEquals("mean[0]", row.what());
        assertEquals(0, row.truth(), 1e-15);
        assertEquals(1, row.plainCoverage());
        assertEquals(1, row.coverage());
        assertTrue(Math.abs(row.plainBiasZ()) < 4 && Math.abs(row.biasZ()) < 4, row.toString());
    }

    @Test
    void allCellsOfAFamilyAreMeasured() throws Exception {
        HonestySettings tiny = new HonestySettings(new int[] {256, 1_024}, new int[] {3, 2}, 2);
        HonestyMeasurements measured = new HonestyRun(tiny, "^laplace").measure(Machine.of(Map.of()));
        assertEquals(3 * 8 * 3 * 2, measured.rows().size());
        assertEquals(3 * 8, measured.functions().size());
        assertEquals("√|x|", measured.function(measured.rows().get(7)));
        assertEquals(List.of(2, 3), measured.rows().stream().map(GridRow::seeds).distinct().sorted().toList());
    }
}
