package io.github.scorelane.bench.variance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.variance.VarianceMeasurements.VarianceRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradientVariancesTest {
    private static final VarianceSettings TINY = new VarianceSettings(new int[] {256}, 8, 3, 2, 64, 1e-3);

    @Test
    void ratiosAndTheirErrorsByHand() {
        SquaredDeviations a = new SquaredDeviations(new double[][] {{9, 1}, {9, 5}, {9, 3}}, 1, 2);
        SquaredDeviations b = new SquaredDeviations(new double[][] {{0}, {0}, {3}}, 0, 1);
        assertEquals(4, a.variance(), 1e-15);
        assertEquals(3, b.variance(), 1e-15);
        assertEquals(4 / 3.0, a.over(b), 1e-15);
        // The squares are 4, 4, 0 and 1, 1, 4; the residuals 8/3, 8/3, −16/3.
        assertEquals(Math.sqrt(384 / 9.0) / 6, a.errorOver(b), 1e-14);
        assertEquals(0, a.errorOver(a));
        assertEquals(4 + 16, new SquaredDeviations(new double[][] {{0, 0}, {4, 4}, {2, 8}}, 0, 2).variance(), 1e-14);
    }

    /** Exact, of x ~ N(0, 1): the plain variances over n by integrals, and what the mean of f as baseline makes of them. */
    @Test
    void variancesAreTheIntegrals() {
        int seeds = 4_000;
        List<VarianceRow> rows = GradientVariances.measure(Subject.IDENTITY, Subject.IDENTITY.problem(TINY), 256, seeds);
        assertEquals(10, rows.size());
        // Var x² = 2 and Var x(x² − 1) = 10.
        double[] exact = {2 / 256.0, 10 / 256.0};
        for (VarianceRow row : rows) {
            if (row.estimator() == Estimator.PLAIN) {
                assertEquals(exact[row.row()], row.variance(), 0.15 * exact[row.row()]);
                assertEquals(1, row.overPlain());
                assertEquals(0, row.overPlainError());
            }
            if (row.estimator() == Estimator.AUTOMATIC) {
                // x is its own surrogate: rounding is left.
                assertTrue(row.overPlain() < 1e-20, row.toString());
            }
            if (row.estimator() == Estimator.SOBOL) {
                assertTrue(row.overPlain() < 0.9, row.toString());
            }
        }
        VarianceRow bell = GradientVariances.measure(Subject.BELL, Subject.BELL.problem(TINY), 256, seeds).stream()
                .filter(row -> row.estimator() == Estimator.LEAVE_ONE_OUT && row.row() == 1).findFirst().orElseThrow();
        assertEquals(2.25, bell.overPlain(), 6 * bell.overPlainError());
    }

    @Test
    void allIsMeasured() {
        VarianceMeasurements measured = new VarianceRun(TINY).measure(Machine.of(Map.of()));
        assertEquals((2 * 8 + 1) * 5, measured.variances().size());
        assertEquals(9 * 5, measured.times().size());
        assertTrue(measured.variances().stream().allMatch(row -> row.variance() >= 0 && row.overBest() >= 0));
        assertTrue(measured.times().stream().allMatch(row -> row.nanoseconds() > 0 && row.rounds() >= 11));
    }
}
