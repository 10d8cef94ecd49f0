package io.github.scorelane.bench.honesty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.bench.study.Reported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HonestyReportTest {
    private static final int SEEDS = 2_000;

    @TempDir
    Path root;

    @Test
    void folderHasTheTablesAndTheNumbersAgain() throws IOException {
        Reported reported = Reported.of(root, new HonestyStudy(), measurements());
        reported.assertReadmeHas("Test CPU", "- Command: `x`", "1 cells",
            "1,024; 4,096 samples, over 2,000; 1,000 seeds",
            "leave-one-out's is 0.93: of 2, **1** are beyond it, 1 by more than 3 standard errors",
            "below leave-one-out's by more than 0.03: of 4, **2** are beyond it, 1 by more than 3 standard errors",
            "at most 1.15 times the best at n = 1,024: of 2, **1** are beyond it, 0 by more than 3 standard errors",
            "at most 1.05 times the best from n = 4,096: of 2, **0** are beyond it",
            "- plain: 4.50 (Gamma(0.5, 2), |x − 1|, shape, n = 1,024); 1 of 6 are beyond 4",
            "| 1,024 | 2,000 | 0.20 ± 0.0071 | 1.21 ± 0.061 | 0.550 | 0.740 | 0.920 | 0.935 | 1.00 ± 0 | 0.950 |",
            "| Gamma | 0.20 ± 0.0071; 0.550 | 0.025 ± 6.2e-04; 0.890 |",
            "| Gamma(0.5, 2), \\|x − 1\\|, n = 1,024 | scale | 0.033 ± 0.0017 | 0.60 | 0.550 ± 0.011 | 0.950 | 0.940 | yes |");
        assertEquals(6 + 1, Files.readAllLines(reported.path().resolve("honesty.csv")).size());
    }

    @Test
    void boundsAreOnTheSideTheySay() {
        List<GridRow> rows = measurements().rows();
        assertEquals(List.of(0.55), Bound.ALL.get(0).beyond(rows, 0).stream().map(GridRow::coverage).toList());
        assertEquals(List.of(0.55, 0.89), Bound.ALL.get(1).beyond(rows, 0).stream().map(GridRow::coverage).toList());
        assertEquals(List.of(1.21), Bound.ALL.get(2).beyond(rows, 0).stream().map(GridRow::overBest).toList());
        assertEquals(List.of(), Bound.ALL.get(2).beyond(rows, 5));
    }

    private static HonestyMeasurements measurements() {
        return new HonestyMeasurements(Map.of("cpu", "Test CPU", "started", "2026-01-02T03:04:05Z", "command", "x"),
                new HonestySettings(new int[] {1_024, 4_096}, new int[] {SEEDS, 1_000}, 2), Map.of("GAMMA 1 DISTANCE", "|x − 1|"),
                List.of(row(0, 1_024, 1.21, 0.93, 0.92, 4.5), row(1, 1_024, 0.033, 0.55, 0.95, 1),
                        row(GridRow.VALUE, 1_024, 1, 0.95, 0.95, 1),
                        row(0, 4_096, 0.025, 0.95, 0.95, 1), row(1, 4_096, 0.025, 0.89, 0.929, 1),
                        row(GridRow.VALUE, 4_096, 1, 0.95, 0.95, 1)));
    }

    private static GridRow row(int parameter, int samples, double overBest, double coverage, double leaveOneOut, double z) {
        double error = parameter == GridRow.VALUE ? 0 : overBest / 20 * (samples == 1_024 ? 1 : 0.7071);
        return new GridRow(Family.GAMMA, 1, TestFunction.DISTANCE, parameter, samples, samples == 1_024 ? SEEDS : 1_000, 1, 0.01,
                overBest, error, 2, coverage, 0.94, leaveOneOut, 0.95, 0.6, 1, 1, 1, 0, z, 0, 0);
    }
}
