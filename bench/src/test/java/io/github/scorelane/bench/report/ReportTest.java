package io.github.scorelane.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportTest {
    @TempDir
    Path root;

    @Test
    void tableHasTimesErrorsRatiosAndBytesPerElement() {
        assertEquals("""
                | what | implementation | elements | ns per element | simd is faster | B per element |
                | --- | --- | ---: | ---: | ---: | ---: |
                | random words | commons: Commons RNG SplitMix64 loop | 1,000 | 3.00 ± 0.030 | 6.00 ± 0.134 × | 0.000 |
                | random words | scalar: Scorelane, scalar | 1,000 | 1.00 ± 0.010 | 2.00 ± 0.045 × | 0.000 |
                | random words | simd: Scorelane, simd | 1,000 | 0.500 ± 0.010 |  | 0.001 |
                | random words | commons: Commons RNG SplitMix64 loop | 1,000,000 | 3.00 | 3.00 × | 0.000 |
                | random words | simd: Scorelane, simd | 1,000,000 | 1.00 |  | 12.0 |
                | normal gradLogPdf | commons: loop that divides by σ | 1,000 | 2.00 ± 0.020 | 8.00 ± 0.377 × | 0.000 |
                | normal gradLogPdf | hoisted: loop with 1/σ hoisted | 1,000 | 0.240 ± 0.010 | 0.960 ± 0.060 × | 0.000 |
                | normal gradLogPdf | simd: Scorelane, simd | 1,000 | 0.250 ± 0.012 |  | 0.040 |
                """, SpeedTable.of(Canned.measurements()));
    }

    @Test
    void targetsAreJudged() {
        String targets = Targets.of(Canned.measurements());
        assertContains(targets, "| random words, at least 4 × as fast as the Commons RNG SplitMix64 loop"
                + " | 6.00 ± 0.134 ×: met | 3.00 ×: **not met** |");
        assertContains(targets, "| normal gradLogPdf, not slower than the loop with 1/σ hoisted"
                + " | 0.960 ± 0.060 ×: **not met**, within the error | not measured |");
        assertContains(targets, "- random words: 12.0, **not met** (1.00 B for 1,000, 12,000,000 B for 1,000,000)");
        assertContains(targets, "- normal gradLogPdf: not judged, for it takes two sizes (40.0 B for 1,000)");
        assertContains(targets, "| whole estimate, at least 2.5 × as fast as the Commons RNG ziggurat, scalar sums"
                + " | not measured | not measured |");
    }

    @Test
    void verdictsTurnAtTheTarget() {
        Peer peer = new Peer("commons", "loop", 4);
        assertEquals("4.00 ± 0.100 ×: met, within the error", Targets.verdict(peer, Optional.of(new Measured(4, 0.1))));
        assertEquals("4.20 ± 0.100 ×: met", Targets.verdict(peer, Optional.of(new Measured(4.2, 0.1))));
        assertEquals("3.80 ± 0.300 ×: **not met**, within the error",
                Targets.verdict(peer, Optional.of(new Measured(3.8, 0.3))));
        assertEquals("3.80 ± 0.100 ×: **not met**", Targets.verdict(peer, Optional.of(new Measured(3.8, 0.1))));
        assertEquals("3.80 ×: **not met**", Targets.verdict(peer, Optional.of(new Measured(3.8, Double.NaN))));
        assertEquals("not measured", Targets.verdict(peer, Optional.empty()));
    }

    @Test
    void aPartIsNotComplete() {
        assertFalse(ResultsFolder.isComplete(Canned.json()));
        assertEquals("512-bit vectors", Canned.measurements().simd());
    }

    @Test
    void committedJsonNamesNoFolderOfTheMachine() throws IOException {
        assertTrue(Canned.json().contains("/opt/jdk/bin/java"));
        String kept = JmhJson.of(Canned.json()).withoutPaths();
        assertFalse(kept.contains("/opt"));
        assertEquals(Canned.measurements(), JmhJson.of(kept).measurements());
    }

    @Test
    void plotIsXmlOnAnOpaqueBackgroundAndTheSameEachTime() throws Exception {
        ResultsFolder folder = Canned.folder(root, "2026-01-02-a", "2026-01-02T00:00:00Z");
        folder.report();
        Path svg = folder.path().resolve("speed.svg");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document plot = factory.newDocumentBuilder().parse(svg.toFile());
        assertEquals("svg", plot.getDocumentElement().getTagName());
        String text = Files.readString(svg);
        assertContains(text, "fill:rgb(255,255,255)");
        // Bars, by the colour of simd: two at the small size, one at the large, and a legend in each panel.
        assertEquals(5, text.split("fill:rgb\\(0,114,178\\)", -1).length - 1);
        folder.report();
        assertEquals(text, Files.readString(svg));
    }

    @Test
    void folderReadmeNamesMachineCommandAndVerdicts() throws IOException {
        ResultsFolder folder = Canned.folder(root, "2026-01-02-a", "2026-01-02T00:00:00Z");
        folder.report();
        String readme = Files.readString(folder.path().resolve("README.md"));
        for (String expected : new String[] {"# 2026-01-02-a", "Test CPU", "mvn -q -Pbench -Dbench.args=\"-topic a\"",
            "JDK 25", "512-bit vectors", "99.9%", "**not met**", "(speed.svg)"}) {
            assertContains(readme, expected);
        }
        assertEquals(SpeedTable.of(Canned.measurements()), Files.readString(folder.path().resolve("table.md")));
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), () -> part + "\nis not in\n" + text);
    }
}
