package io.github.scorelane.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairedReportTest {
    @TempDir
    Path root;

    @Test
    void ratiosAreJudged() throws IOException {
        assertEquals("""
                | what | measured against | Scorelane, ns per element | its time | SIMD is faster, median | p10 to p90 | at least |
                | --- | --- | ---: | ---: | ---: | ---: | --- |
                | random words | Commons RNG SplitMix64 loop | 0.200 | 1.10 | 5.50 × | 5.00 to 6.00 | 5.00 ×, aim 6.00 ×: met |
                | natural log | MKL `vmdLn`, high accuracy | 0.800 | 1.00 | 1.25 × | 1.00 to 1.50 | 1.00 ×, aim 1.30 ×: met |
                """, paired().tables().get("ratios.md"));
    }

    @Test
    void mklIsNotJudgedByItsGenericCode() throws IOException {
        Path json = paired().path().resolve("paired.json");
        Files.writeString(json, Files.readString(json).replace("for AVX processors", "for all processors"));
        String table = ResultsFolder.open(json.getParent()).tables().get("ratios.md");
        assertContains(table, "| 1.00 ×, aim 1.30 ×: not judged, MKL has only its generic path here |");
        assertContains(table, "| 5.00 ×, aim 6.00 ×: met |");
        assertContains(ResultsFolder.open(json.getParent()).readme(),
                "- MKL: Intel MKL 1, for all processors (its generic code, not the one for vectors)");
        String inReadme = new Results(root).pairedRatios().orElseThrow();
        assertContains(inReadme, "| random words |");
        assertContains(inReadme, "; MKL is left out");
        assertFalse(inReadme.contains("vmdLn"), inReadme);
    }

    @Test
    void readmeHasMachineSmallEstimatesFirstCallsAndHotKernels() throws IOException {
        String readme = paired().readme();
        for (String expected : new String[] {"# 2026-01-02-a\n\n## Paired ratios", "Test CPU",
            "- Scorelane: 8 lanes;", "Intel MKL 1, for AVX processors",
            "mvn -q -Pbench -Dbench.args=\"-paired\"", "(ratios.svg)", "-report jmh-results/2026-01-02-a",
            "| 16 | 1,600 | 400 | 1.20 | 1.10 to 1.30 | **not met** |", "| 16 | 80.0 | 75.0 to 90.0 | 3 | met |",
            "| log | 2,000 | 1.10 (1.00 to 1.20) | 1.20 (1.10 to 1.30) | **not met** |"}) {
            assertContains(readme, expected);
        }
        assertFalse(readme.contains("99.9%"), readme);
    }

    @Test
    void folderMayHoldBothKinds() throws IOException {
        Canned.folder(root, "2026-01-02-a", "2026-01-02T00:00:00Z");
        ResultsFolder both = paired();
        assertEquals(Set.of("table.md", "ratios.md"), both.tables().keySet());
        assertContains(both.readme(), "## All numbers");
        assertContains(both.readme(), "## Paired ratios");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        ResultsFolder folder = paired();
        String before = folder.readme();
        ResultsFolder.create(folder.path(), folder.paired().orElseThrow().measurements());
        assertEquals(before, ResultsFolder.open(folder.path()).readme());
    }

    @Test
    void emptyFolderIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ResultsFolder.open(root));
    }

    @Test
    void plotIsXmlOnAnOpaqueBackgroundAndTheSameEachTime() throws Exception {
        ResultsFolder folder = paired();
        folder.report();
        Path svg = folder.path().resolve("ratios.svg");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        assertEquals("svg", factory.newDocumentBuilder().parse(svg.toFile()).getDocumentElement().getTagName());
        String text = Files.readString(svg);
        assertContains(text, "fill:rgb(255,255,255)");
        assertContains(text, "random words: Commons RNG SplitMix64 loop");
        folder.report();
        assertEquals(text, Files.readString(svg));
    }

    private ResultsFolder paired() throws IOException {
        return Canned.pairedFolder(root, "2026-01-02-a", "2026-01-02T00:00:00Z");
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), () -> part + "\nis not in\n" + text);
    }
}
