package io.github.scorelane.bench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.scorelane.bench.Studies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The committed documents say what the committed measurements say. */
class ReadmeAgreesTest {
    private static final Path ROOT = root();
    private static final Results RESULTS = new Results(ROOT, Studies.ALL);

    @TestFactory
    Stream<DynamicTest> excerptsAreOfTheNewestRuns() {
        return Studies.ALL.stream().filter(study -> study.excerpt().isPresent())
                .map(study -> DynamicTest.dynamicTest(study.name(), () -> assertIsInDocument(study)));
    }

    private static void assertIsInDocument(Study<?> study) throws IOException {
        Optional<String> expected = RESULTS.excerpt(study);
        assumeTrue(expected.isPresent(), "no such run in jmh-results");
        assertEquals(expected.get().strip(), Results.section(study).orElseThrow().read(ROOT).orElseThrow());
    }

    @Test
    void everyFolderIsWhatItsMeasurementsMake() throws IOException {
        for (ResultsFolder folder : RESULTS.folders()) {
            for (Map.Entry<String, String> table : folder.tables().entrySet()) {
                assertEquals(table.getValue(), Files.readString(folder.path().resolve(table.getKey())));
            }
            assertEquals(folder.readme(), Files.readString(folder.path().resolve("README.md")));
        }
    }

    @Test
    void indexListsAllRuns() throws IOException {
        assumeTrue(!RESULTS.folders().isEmpty(), "no run in jmh-results");
        assertEquals(RESULTS.index().strip(), Results.INDEX.read(ROOT).orElseThrow());
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("jmh-results"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
