package io.github.scorelane.bench.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.bench.study.Reported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingReportTest {
    @TempDir
    Path root;

    @Test
    void folderHasATableAndAPlotForEachAxis() throws IOException {
        List<ScalingMeasurements.Point> points = List.of(
                new ScalingMeasurements.Point(Axis.SAMPLES, 1_000, 1_000, 2.5e-6, 9, 2.5),
                new ScalingMeasurements.Point(Axis.SAMPLES, 1_000_000_000, 1_000_000_000, 2, 1, 2),
                new ScalingMeasurements.Point(Axis.COORDINATES, 10, 1 << 20, 0.01, 3, 1),
                new ScalingMeasurements.Point(Axis.THREADS, 1, 1 << 20, 0.02, 3, 2),
                new ScalingMeasurements.Point(Axis.THREADS, 2, 1 << 20, 0.01, 3, 1));
        Map<String, String> machine = Map.of("cpu", "Test CPU", "started", "2026-01-02T03:04:05Z");
        Reported reported = Reported.of(root, new ScalingStudy(), new ScalingMeasurements(machine, points));
        Path path = reported.path();
        Files.writeString(path.resolve("notes.md"), "It bends.\n");
        reported.folder().report();
        reported.assertReadmeHas("Test CPU", "### By the number of samples", "| 1,000 | 1,000 | 2.50 µs | 2.50 |",
            "| 1,000,000,000 | 1,000,000,000 | 2.00 s | 2.00 |", "| 10 | 1,048,576 | 10.0 ms | 1.00 |", "(threads.svg)",
            "\n## Notes\n\nIt bends.\n");
        // Markers, by their colour: one for each point.
        assertEquals(2, markers(path.resolve("samples.svg")));
        assertEquals(1, markers(path.resolve("coordinates.svg")));
        assertEquals(2, markers(path.resolve("threads.svg")));
    }

    private static int markers(Path svg) throws IOException {
        return Files.readString(svg).split("fill:rgb\\(0,114,178\\)", -1).length - 1;
    }
}
