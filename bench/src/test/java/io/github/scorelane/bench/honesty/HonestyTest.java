package io.github.scorelane.bench.honesty;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The bounds that the automatic baseline is to keep, on a part of the grid: all families, four functions, two numbers of samples,
 * {@value #SEEDS} seeds.
 *
 * <p>A row fails where it is beyond a bound by {@value #ERRORS} standard errors. Were every row just at its bounds, each of some
 * 4,000 comparisons would fail by chance with a probability of at most 3e-7, and one of them with 0.0012. The seeds are fixed: what
 * has passed passes again.
 */
@Tag("slow")
class HonestyTest {
    private static final Set<TestFunction> FUNCTIONS = EnumSet.of(TestFunction.COSINE, TestFunction.ROOT, TestFunction.DISTANCE,
            TestFunction.UNCOMMON);
    private static final int[] SAMPLES = {1_024, 4_096};
    private static final int SEEDS = 400;
    private static final double ERRORS = 5;

    @ParameterizedTest
    @EnumSource
    void boundsAreKept(Family family) {
        List<String> broken = new ArrayList<>();
        for (Cell cell : Cell.all(family::equals)) {
            if (FUNCTIONS.contains(cell.function())) {
                for (int samples : SAMPLES) {
                    List<GridRow> rows = CellStudy.measure(cell, samples, SEEDS);
                    for (Bound bound : Bound.ALL) {
                        bound.beyond(rows, ERRORS).forEach(row -> broken.add(text(cell, row, bound)));
                    }
                }
            }
        }
        assertTrue(broken.isEmpty(), () -> "\n" + String.join("\n", broken));
    }

    private static String text(Cell cell, GridRow row, Bound bound) {
        return String.format(Locale.ROOT, "%s, %s, n = %d: coverage %.3f, leave-one-out's %.3f; variance over the best %.3g ± %.2g;"
                + " not %s", cell, row.what(), row.samples(), row.coverage(), row.leaveOneOutCoverage(), row.overBest(),
                row.overBestError(), bound.text());
    }
}
