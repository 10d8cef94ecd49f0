package io.github.scorelane.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.speed.FamilyBenchmark;
import io.github.scorelane.bench.speed.Implementation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With ratios 8 and 2, whose geometric mean is 4; a third family was measured in part. */
class FamilyReportTest {
    @TempDir
    Path root;

    @Test
    void familiesAreJudgedEachAndAltogether() throws IOException {
        assertEquals("""
                | family | draws: Scorelane, ns | Commons | faster | scores: Scorelane, ns | plain loop | faster \
                | both: Scorelane, ns | Commons, plain loop | faster, median | p10 to p90 | at least 3 × |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
                | normal(0.5, 1.2) | 1.00 | 2.00 | 2.00 × | 0.500 | 0.500 | 1.00 × | 1.50 | 3.00 | 2.00 × | 1.90 to 2.10 \
                | **not met** |
                | exponential(1.2) | 1.00 | 8.00 | 8.00 × | 0.250 | 1.00 | 4.00 × | 1.25 | 10.0 | 8.00 × | 7.50 to 8.50 | met |
                | **geometric mean** | | | 4.00 × | | | 2.00 × | | | **4.00 ×** | | at least 6 ×: **not met** |
                | **least** | | | 2.00 × | | | 1.00 × | | | **2.00 ×** | | **not met** |
                """, families().tables().get("families.md"));
    }

    @Test
    void readmeOfTheFolderHasMachineTableAndMkl() throws IOException {
        String readme = families().readme();
        for (String expected : new String[] {"# 2026-01-02-a\n\n## Families", "Test CPU", "(families.svg)", "**geometric mean**",
            "| exponential(1.2) | Philox | 1.00 | 2.00 | 2.00 × | 1.50 to 2.50 | met |",
            "| exponential(1.2) | SFMT | 1.00 | 0.900 | 0.900 × | 0.800 to 1.00 | **not met** |",
            "-report jmh-results/2026-01-02-a"}) {
            assertContains(readme, expected);
        }
    }

    @Test
    void mklIsNotJudgedByItsGenericCode() throws IOException {
        Path json = families().path().resolve("families.json");
        Files.writeString(json, Files.readString(json).replace("for AVX processors", "for all processors"));
        String readme = ResultsFolder.open(json.getParent()).readme();
        assertContains(readme, "| not judged, MKL has only its generic path here |");
        assertContains(readme, "- MKL: Intel MKL 1, for all processors (its generic code, not the one for vectors)");
    }

    @Test
    void projectsReadmeGetsTheRunThatBeganLast() throws IOException {
        Canned.familiesFolder(root, "2026-01-02-later", "2026-01-02T09:00:00Z");
        Canned.familiesFolder(root, "2026-01-02-zero", "2026-01-02T08:00:00Z");
        Files.writeString(root.resolve("README.md"), "<!-- families: begin -->old<!-- families: end -->");
        new Results(root).publish();
        assertEquals("""
                <!-- families: begin -->
                | draws with their scores, arrays of 4,096 | Scorelane, ns per draw | Commons' sampler, plain loop \
                | SIMD is faster, median | p10 to p90 |
                | --- | ---: | ---: | ---: | ---: |
                | normal(0.5, 1.2) | 1.50 | 3.00 | 2.00 × | 1.90 to 2.10 |
                | exponential(1.2) | 1.25 | 10.0 | 8.00 × | 7.50 to 8.50 |
                | **geometric mean** | | | **4.00 ×** | |
                | **least** | | | **2.00 ×** | |

                One thread; all families hot in the same JVM. Test CPU, 8 lanes, JDK 25 (Nobody). From \
                [jmh-results/2026-01-02-later](jmh-results/2026-01-02-later/README.md); \
                `mvn -q -Pbench -Dbench.args=-families` measures your own machine.
                <!-- families: end -->""", Files.readString(root.resolve("README.md")));
    }

    @Test
    void plotHasARowForEachFamily() throws IOException {
        ResultsFolder folder = families();
        folder.report();
        String svg = Files.readString(folder.path().resolve("families.svg"));
        assertContains(svg, "normal(0.5, 1.2), draws and scores");
        assertContains(svg, "exponential(1.2), draws and scores");
        assertFalse(svg.contains("Gumbel"), "only half of it was measured");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        ResultsFolder folder = families();
        String before = folder.readme();
        ResultsFolder.create(folder.path(), folder.families().orElseThrow().measurements());
        assertEquals(before, ResultsFolder.open(folder.path()).readme());
    }

    @Test
    void jmhsTimesAreByDraw() {
        List<FamilyMeasurement> measured = JmhJson.of("[" + jmh(Implementation.COMMONS, 8192) + "," + jmh(Implementation.SIMD, 1024)
                + "]").families();
        assertEquals(new FamilyMeasurement(Family.NORMAL, Operation.SAMPLE, Implementation.COMMONS, new Measured(8, 0.5), 0.25),
                measured.getFirst());
        assertContains(FamilySpeedTable.of(measured),
                "\n| normal(0.5, 1.2) | sample | 8.00 ± 0.500 | – | 1.00 ± 0.500 | 8.00 ± 4.03 × | 0.250 |\n");
    }

    private static String jmh(String implementation, int nanoseconds) {
        return """
                {"benchmark": "%s.family", "params": {"family": "NORMAL", "operation": "SAMPLE", "implementation": "%s",
                "size": "1024"}, "primaryMetric": {"score": %d, "scoreError": 512, "scoreUnit": "ns/op"},
                "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 256}}}
                """.formatted(FamilyBenchmark.class.getName(), implementation, nanoseconds);
    }

    private ResultsFolder families() throws IOException {
        return Canned.familiesFolder(root, "2026-01-02-a", "2026-01-02T00:00:00Z");
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), () -> part + "\nis not in\n" + text);
    }
}
