package io.github.scorelane.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the committed READMEs say is what the committed measurements say. */
class ReadmeAgreesTest {
    private static final Path ROOT = root();

    @Test
    void speedTableIsThatOfTheNewestRun() throws IOException {
        Optional<ResultsFolder> newest = new Results(ROOT).newest();
        Optional<String> table = Results.SPEED_TABLE.read(Files.readString(ROOT.resolve("README.md")));
        assumeTrue(newest.isPresent(), "no run in jmh-results");
        assumeTrue(table.isPresent(), "no markers in README.md");
        assertEquals(newest.get().readmeTable().strip(), table.get());
    }

    @Test
    void everyFolderIsWhatItsMeasurementsMake() throws IOException {
        for (ResultsFolder folder : new Results(ROOT).folders()) {
            assertEquals(folder.table(), Files.readString(folder.path().resolve("table.md")));
            assertEquals(folder.readme(), Files.readString(folder.path().resolve("README.md")));
        }
    }

    @Test
    void indexListsAllRuns() throws IOException {
        Results results = new Results(ROOT);
        assumeTrue(results.newest().isPresent(), "no run in jmh-results");
        assertEquals(results.index().strip(),
                Results.INDEX.read(Files.readString(ROOT.resolve("jmh-results").resolve("README.md"))).orElseThrow());
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("jmh-results"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
