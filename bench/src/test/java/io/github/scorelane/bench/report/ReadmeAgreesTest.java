package io.github.scorelane.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the committed READMEs say is what the committed measurements say. */
class ReadmeAgreesTest {
    private static final Path ROOT = root();

    @Test
    void speedTableIsThatOfTheNewestRun() throws IOException {
        assertIsIn(Results.SPEED_TABLE, new Results(ROOT).speedTable());
    }

    @Test
    void pairedRatiosAreThoseOfTheNewestPairedRun() throws IOException {
        assertIsIn(Results.PAIRED_RATIOS, new Results(ROOT).pairedRatios());
    }

    @Test
    void familiesAreThoseOfTheNewestRunOfThem() throws IOException {
        assertIsIn(Results.FAMILIES, new Results(ROOT).families());
    }

    @Test
    void variancesAreThoseOfTheNewestRunOfThem() throws IOException {
        assertIsIn(Results.VARIANCE, new Results(ROOT).variance());
    }

    @Test
    void coldJvmsAreThoseOfTheNewestRunOfThem() throws IOException {
        assertIsIn(Results.COLD, new Results(ROOT).cold());
    }

    @Test
    void everyFolderIsWhatItsMeasurementsMake() throws IOException {
        for (ResultsFolder folder : new Results(ROOT).folders()) {
            for (Map.Entry<String, String> table : folder.tables().entrySet()) {
                assertEquals(table.getValue(), Files.readString(folder.path().resolve(table.getKey())));
            }
            assertEquals(folder.readme(), Files.readString(folder.path().resolve("README.md")));
        }
    }

    @Test
    void indexListsAllRuns() throws IOException {
        Results results = new Results(ROOT);
        assumeTrue(!results.folders().isEmpty(), "no run in jmh-results");
        assertEquals(results.index().strip(),
                Results.INDEX.read(Files.readString(ROOT.resolve("jmh-results").resolve("README.md"))).orElseThrow());
    }

    private static void assertIsIn(MarkedSection section, Optional<String> expected) throws IOException {
        Optional<String> written = section.read(Files.readString(ROOT.resolve("README.md")));
        assumeTrue(expected.isPresent(), "no such run in jmh-results");
        assumeTrue(written.isPresent(), "no markers in README.md");
        assertEquals(expected.get().strip(), written.get());
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("jmh-results"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
