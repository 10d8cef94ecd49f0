package io.github.scorelane.bench.families;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.scorelane.bench.Studies;
import io.github.scorelane.bench.study.Canned;
import io.github.scorelane.bench.study.Reported;
import io.github.scorelane.bench.study.Results;
import io.github.scorelane.bench.study.ResultsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The canned ratios are 8 and 2, whose geometric mean is 4; a third family was measured in part. */
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
        Reported.assertHas(families().readme(), "# 2026-01-02-a\n\n## Families", "Test CPU", "(families.svg)", "**geometric mean**",
            "| exponential(1.2) | Philox | 1.00 | 2.00 | 2.00 × | 1.50 to 2.50 | met |",
            "| exponential(1.2) | SFMT | 1.00 | 0.900 | 0.900 × | 0.800 to 1.00 | **not met** |",
            "-report jmh-results/2026-01-02-a");
    }

    @Test
    void mklIsNotJudgedByItsGenericCode() throws IOException {
        Path json = families().path().resolve("families.json");
        Files.writeString(json, Files.readString(json).replace("for AVX processors", "for all processors"));
        String readme = ResultsFolder.open(json.getParent(), Studies.ALL).readme();
        Reported.assertHas(readme, "| not judged, MKL has only its generic path here |");
        Reported.assertHas(readme, "- MKL: Intel MKL 1, for all processors (its generic code, not the one for vectors)");
    }

    @Test
    void projectsReadmeGetsTheRunThatBeganLast() throws IOException {
        Canned.folder(root, "2026-01-02-later", "2026-01-02T09:00:00Z", "families.json");
        Canned.folder(root, "2026-01-02-zero", "2026-01-02T08:00:00Z", "families.json");
        Path document = Reported.document(root, new FamiliesStudy());
        new Results(root, Studies.ALL).publish();
        assertEquals("""
                before
                <!-- families: begin -->
                | draws with their scores, arrays of 4,096 | Scorelane, ns per draw | Commons' sampler, plain loop \
                | SIMD is faster, median | p10 to p90 |
                | --- | ---: | ---: | ---: | ---: |
                | normal(0.5, 1.2) | 1.50 | 3.00 | 2.00 × | 1.90 to 2.10 |
                | exponential(1.2) | 1.25 | 10.0 | 8.00 × | 7.50 to 8.50 |
                | **geometric mean** | | | **4.00 ×** | |
                | **least** | | | **2.00 ×** | |

                One thread; all families hot in the same JVM. Test CPU, 8 lanes, JDK 25 (Nobody). From \
                [jmh-results/2026-01-02-later](../jmh-results/2026-01-02-later/README.md); \
                `mvn -q -Pbench -Dbench.args=-families` measures your own machine.
                <!-- families: end -->
                after
                """, Files.readString(document));
    }

    @Test
    void plotHasARowForEachFamily() throws Exception {
        ResultsFolder folder = families();
        String svg = Reported.plot(folder, "families.svg");
        Reported.assertHas(svg, "normal(0.5, 1.2), draws and scores");
        Reported.assertHas(svg, "exponential(1.2), draws and scores");
        assertFalse(svg.contains("Gumbel"), "only half of it was measured");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Reported.assertReadsWhatItWrites(families(), new FamiliesStudy());
    }

    private ResultsFolder families() throws IOException {
        return Canned.folder(root, "2026-01-02-a", "2026-01-02T00:00:00Z", "families.json");
    }
}

