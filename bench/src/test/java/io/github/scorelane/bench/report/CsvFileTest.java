package io.github.scorelane.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    @TempDir
    Path path;

    @Test
    void aBrokenLineIsRefused() throws IOException {
        Files.writeString(path.resolve("x.csv"), "place,seed\nNOWHERE,1\n");
        CsvFile<Line> file = new CsvFile<>("x.csv", Line.class);
        assertEquals("not a Place: NOWHERE", assertThrows(IllegalArgumentException.class, () -> file.read(path)).getMessage());
    }

    private enum Place { HERE }

    private record Line(Place place, double seed) {}
}
