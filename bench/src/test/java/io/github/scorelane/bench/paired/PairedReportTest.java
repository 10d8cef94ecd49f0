package io.github.scorelane.bench.paired;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.bench.Studies;
import io.github.scorelane.bench.study.Canned;
import io.github.scorelane.bench.study.Reported;
import io.github.scorelane.bench.study.Results;
import io.github.scorelane.bench.study.ResultsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
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
        String table = ResultsFolder.open(json.getParent(), Studies.ALL).tables().get("ratios.md");
        Reported.assertHas(table, "| 1.00 ×, aim 1.30 ×: not judged, MKL has only its generic path here |");
        Reported.assertHas(table, "| 5.00 ×, aim 6.00 ×: met |");
        Reported.assertHas(ResultsFolder.open(json.getParent(), Studies.ALL).readme(),
                "- MKL: Intel MKL 1, for all processors (its generic code, not the one for vectors)");
        Path document = Reported.document(root, new PairedStudy());
        new Results(root, Studies.ALL).publish();
        String inReadme = Files.readString(document);
        Reported.assertHas(inReadme, "| random words |");
        Reported.assertHas(inReadme, "; MKL is left out");
        assertFalse(inReadme.contains("vmdLn"), inReadme);
    }

    @Test
    void readmeHasMachineSmallEstimatesFirstCallsAndHotKernels() throws IOException {
        String readme = paired().readme();
        Reported.assertHas(readme, "# 2026-01-02-a\n\n## Paired ratios", "Test CPU",
            "- Scorelane: 8 lanes;", "Intel MKL 1, for AVX processors",
            "mvn -q -Pbench -Dbench.args=\"-paired\"", "(ratios.svg)", "-report jmh-results/2026-01-02-a",
            "| 16 | 1,600 | 400 | 1.20 | 1.10 to 1.30 | **not met** |", "| 16 | 80.0 | 75.0 to 90.0 | 3 | met |",
            "| log | 2,000 | 1.10 (1.00 to 1.20) | 1.20 (1.10 to 1.30) | **not met** |");
        assertFalse(readme.contains("99.9%"), readme);
    }

    @Test
    void folderMayHoldBothKinds() throws IOException {
        Canned.jmh(root, "2026-01-02-a", "2026-01-02T00:00:00Z");
        ResultsFolder both = paired();
        assertEquals(Set.of("table.md", "ratios.md"), both.tables().keySet());
        Reported.assertHas(both.readme(), "## All numbers");
        Reported.assertHas(both.readme(), "## Paired ratios");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Reported.assertReadsWhatItWrites(paired(), new PairedStudy());
    }

    @Test
    void emptyFolderIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ResultsFolder.open(root, Studies.ALL));
    }

    @Test
    void plotIsXmlOnAnOpaqueBackgroundAndTheSameEachTime() throws Exception {
        ResultsFolder folder = paired();
        Reported.assertHas(Reported.plot(folder, "ratios.svg"), "random words: Commons RNG SplitMix64 loop");
    }

    private ResultsFolder paired() throws IOException {
        return Canned.folder(root, "2026-01-02-a", "2026-01-02T00:00:00Z", "paired.json");
    }
}
