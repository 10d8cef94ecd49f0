package io.github.scorelane.bench.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.jmh.Quantity.Peer;
import io.github.scorelane.bench.speed.FamilyBenchmark;
import io.github.scorelane.bench.speed.Implementation;
import io.github.scorelane.bench.study.Canned;
import io.github.scorelane.bench.study.Reported;
import io.github.scorelane.bench.study.ResultsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhReportTest {
    @TempDir
    Path root;

    @Test
    void tableHasTimesErrorsRatiosAndBytesPerElement() throws IOException {
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
                """, SpeedTables.all(canned().speeds()));
    }

    @Test
    void targetsAreJudged() throws IOException {
        String targets = Targets.of(canned().speeds());
        Reported.assertHas(targets, "| random words, at least 4 × as fast as the Commons RNG SplitMix64 loop"
                + " | 6.00 ± 0.134 ×: met | 3.00 ×: **not met** |");
        Reported.assertHas(targets, "| normal gradLogPdf, not slower than the loop with 1/σ hoisted"
                + " | 0.960 ± 0.060 ×: **not met**, within the error | not measured |");
        Reported.assertHas(targets, "- random words: 12.0, **not met** (1.00 B for 1,000, 12,000,000 B for 1,000,000)");
        Reported.assertHas(targets, "- normal gradLogPdf: not judged, for it takes two sizes (40.0 B for 1,000)");
        Reported.assertHas(targets, "| whole estimate, at least 2.5 × as fast as the Commons RNG ziggurat, scalar sums"
                + " | not measured | not measured |");
    }

    @Test
    void verdictsTurnAtTheTarget() {
        Peer peer = new Peer("commons", "loop", 4);
        assertEquals("4.00 ± 0.100 ×: met, within the error", Targets.verdict(peer, Optional.of(new Interval(4, 0.1))));
        assertEquals("4.20 ± 0.100 ×: met", Targets.verdict(peer, Optional.of(new Interval(4.2, 0.1))));
        assertEquals("3.80 ± 0.300 ×: **not met**, within the error",
                Targets.verdict(peer, Optional.of(new Interval(3.8, 0.3))));
        assertEquals("3.80 ± 0.100 ×: **not met**", Targets.verdict(peer, Optional.of(new Interval(3.8, 0.1))));
        assertEquals("3.80 ×: **not met**", Targets.verdict(peer, Optional.of(new Interval(3.8, Double.NaN))));
        assertEquals("not measured", Targets.verdict(peer, Optional.empty()));
    }

    @Test
    void aPartIsNotComplete() throws IOException {
        assertFalse(canned().speeds().isComplete());
        assertEquals("512-bit vectors", canned().speeds().simd());
    }

    @Test
    void committedJsonNamesNoFolderOfTheMachine() throws IOException {
        assertTrue(Canned.resource("jmh.json").contains("/opt/jdk/bin/java"));
        String kept = JmhJson.of(Canned.resource("jmh.json")).withoutPaths();
        assertFalse(kept.contains("/opt"));
        assertEquals(canned().speeds(), JmhJson.of(kept).speeds());
    }

    @Test
    void plotIsXmlOnAnOpaqueBackgroundAndTheSameEachTime() throws Exception {
        ResultsFolder folder = Canned.jmh(root, "2026-01-02-a", "2026-01-02T00:00:00Z");
        String text = Reported.plot(folder, "speed.svg");
        // Bars, by the colour of simd: two at the small size, one at the large, and a legend in each panel.
        assertEquals(5, text.split("fill:rgb\\(0,114,178\\)", -1).length - 1);
    }

    @Test
    void folderReadmeNamesMachineCommandAndVerdicts() throws IOException {
        ResultsFolder folder = Canned.jmh(root, "2026-01-02-a", "2026-01-02T00:00:00Z");
        folder.report();
        String readme = Files.readString(folder.path().resolve("README.md"));
        for (String expected : new String[] {"# 2026-01-02-a", "Test CPU", "mvn -q -Pbench -Dbench.args=\"-topic a\"",
            "JDK 25", "512-bit vectors", "99.9%", "**not met**", "(speed.svg)"}) {
            Reported.assertHas(readme, expected);
        }
        assertEquals(SpeedTables.all(canned().speeds()), Files.readString(folder.path().resolve("table.md")));
    }

    @Test
    void jmhsTimesAreByDraw() {
        List<FamilySpeed> measured = JmhJson.of("[" + jmh(Implementation.COMMONS, 8192) + "," + jmh(Implementation.SIMD, 1024)
                + "]").families();
        assertEquals(new FamilySpeed(Family.NORMAL, Operation.SAMPLE, Implementation.COMMONS, new Interval(8, 0.5), 0.25),
                measured.getFirst());
        Reported.assertHas(SpeedTables.families(measured),
                "\n| normal(0.5, 1.2) | sample | 8.00 ± 0.500 | – | 1.00 ± 0.500 | 8.00 ± 4.03 × | 0.250 |\n");
    }

    private static String jmh(String implementation, int nanoseconds) {
        return """
                {"benchmark": "%s.family", "params": {"family": "NORMAL", "operation": "SAMPLE", "implementation": "%s",
                "size": "1024"}, "primaryMetric": {"score": %d, "scoreError": 512, "scoreUnit": "ns/op"},
                "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 256}}}
                """.formatted(FamilyBenchmark.class.getName(), implementation, nanoseconds);
    }

    private static JmhJson canned() throws IOException {
        return JmhJson.of(Canned.resource("jmh.json"));
    }
}
