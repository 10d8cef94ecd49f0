package io.github.scorelane.bench.cold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.bench.cold.ColdMeasurements.ProgramRow;
import io.github.scorelane.bench.study.Reported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdReportTest {
    @TempDir
    Path root;

    @Test
    void folderHasTablesPlotsAndTheNumbersAgain() throws IOException {
        Reported reported = Reported.of(root, new ColdStudy(), measurements());
        Path path = reported.path();
        reported.assertReadmeHas("Test CPU", "- Command: `x`", "JVMs (3 pairs; programs 1)",
            "| fresh JVM | worst regret, processor time (at most 1.15) |",
            "| after Normal | worst regret, processor time (at most 1.25) |",
            "| Normal, fresh JVM | 1.10 | 1.80 | 1.30 | **1.51** | 1.40 | 1.10 | 2.00 | 0.400 | 1.90 | 12.0 | 0.500 | 0.100 |",
            "| Gamma after Normal | **1.26** | 1.80 | 1.30 | **1.51** | 1.40 | **1.10** | 2.00 | 0.400 | 1.90 | 12.0 | 0.500 |",
            "| Normal, fresh JVM | 0.100 | 0.200 | 0.300 | – | 0.050 | 0.150 | 0.250 | 1.20 |",
            "| E[x²] of a Normal, 1,000,000 samples | 1.00 | 1.10 | 1.30 | 1.10 | 1.1 | 2.00 | 2.20 | 2.60 | 1.10 |",
            "| E[x²] of a Normal, 10,000,000 samples | 1.00 | 0.700 | 1.30 | **0.700** | 0.6 | 2.00 | 1.40 | 2.60 | 0.700 |",
            "| Log of 0 | 0.500 | 700 | **105** | 120 | 4.00 | 5.00 | 0.000 | 1.00 |",
            "One processor is left out.");
        assertEquals(4 + 1, Files.readAllLines(path.resolve("cold.csv")).size());
        // A line of its colour for each series.
        assertTrue(Files.readString(path.resolve("cold-speed.svg")).contains("rgb(0,114,178)"));
        assertTrue(Files.readString(path.resolve("cold-regret.svg")).contains("rgb(118,118,118)"));
    }

    @Test
    void partOfARunHasNoEmptyTables() throws IOException {
        ColdMeasurements all = measurements();
        Path path = Reported.of(root, new ColdStudy(), new ColdMeasurements(all.machine(), all.settings(), List.of(), List.of(),
                List.of(), List.of(), all.specials())).path();
        String tables = Files.readString(path.resolve("cold.md"));
        assertTrue(tables.startsWith("| three in one call"), tables);
        assertFalse(tables.contains("regret"), tables);
        assertFalse(Files.exists(path.resolve("cold-speed.svg")));
    }

    @Test
    void readmeHasTheShortTables() throws IOException {
        Path document = Reported.document(root, new ColdStudy());
        Reported.of(root, new ColdStudy(), measurements());
        String published = Files.readString(document);
        Reported.assertHas(published, "| Gamma after Normal | 1.26 | 1.51 | 1.10 | 1.90 | 12.0 |",
                "| E[x²] of a Normal, 10,000,000 samples | 1.00 | 0.700 | 0.700 |");
        assertTrue(published.startsWith("before\n<!-- cold: begin -->\n| estimates")
                && published.endsWith("<!-- cold: end -->\nafter\n"), published);
    }

    @Test
    void ratiosAreAtEqualSamples() {
        List<double[]> ratios = ColdPlot.ratios(
                List.of(point(Runs.VECTORS, 50, 1), point(Runs.VECTORS, 150, 6), point(Runs.VECTORS, 200, 7),
                        point(Runs.VECTORS, 201, 8)),
                List.of(point(Runs.TWINS, 100, 2), point(Runs.TWINS, 200, 4)));
        assertEquals(2, ratios.size());
        assertEquals(6, ratios.getFirst()[0]);
        assertEquals(2, ratios.getFirst()[1]);
        assertEquals(1.75, ratios.getLast()[1]);
    }

    private static CurvePoint point(Runs runs, double samples, double time) {
        return new CurvePoint(Scenario.NORMAL, runs, samples, time, time, time);
    }

    private static ColdMeasurements measurements() {
        return new ColdMeasurements(Map.of("cpu", "Test CPU", "started", "2026-01-02T03:04:05Z", "command", "x"),
                new ColdSettings(3, 10, 1_000, 1, 2, 1, List.of(1, 10), 3, List.of()), List.of("One processor is left out."),
                List.of(row(Scenario.NORMAL, 0, 1.1), row(Scenario.NORMAL, 1, 9), row(Scenario.NORMAL, 2, 1.05),
                        row(Scenario.GAMMA, 0, 1.26)),
                List.of(point(Runs.VECTORS, 100, 1), point(Runs.VECTORS, 200, 2), point(Runs.VECTORS, 300, 2.1),
                        point(Runs.TWINS, 100, 0.9), point(Runs.TWINS, 400, 3)),
                List.of(program(1, Runs.PLAIN, 1), program(1, Runs.VECTORS, 1.1), program(1, Runs.TWINS, 1.3),
                        program(10, Runs.PLAIN, 1), program(10, Runs.VECTORS, 0.7), program(10, Runs.TWINS, 1.3)),
                List.of(new SpecialRow(Special.LOG_ZEROS, Runs.VECTORS, 0, 0.5, 700, 105, 120),
                        new SpecialRow(Special.LOG_ZEROS, Runs.TWINS, 0, 4, 5, 0, 1)));
    }

    private static ProgramRow program(int times, Runs runs, double wall) {
        return new ProgramRow(Program.NORMAL, times, runs, 0, wall, 2 * wall);
    }

    private static ColdRow row(Scenario scenario, int jvm, double regret) {
        return new ColdRow(scenario, jvm, 0.1, 0.2, 0.3, Double.NaN, 0.1, 0.2, 0.3, 0.4, 0.05, 0.15, 0.25, 1.2, 0.05, 0.15, 0.25,
                1.2, regret, 1.51, 1.8, 1.3, 1.4, 1.1, 2, 0.4, 1.9, 12, 0.5, 0.1);
    }
}
