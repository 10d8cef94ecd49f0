package io.github.scorelane.bench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.bench.Studies;
import io.github.scorelane.bench.jmh.JmhStudy;
import io.github.scorelane.bench.paired.PairedStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    @TempDir
    Path root;

    @Test
    void readmeGetsTheTableOfTheRunThatBeganLast() throws IOException {
        Canned.jmh(root, "2026-01-02-later", "2026-01-02T09:00:00Z");
        Canned.jmh(root, "2026-01-02-zero", "2026-01-02T08:00:00Z");
        Path document = Reported.document(root, new JmhStudy());
        new Results(root, Studies.ALL).publish();
        assertEquals("""
                before
                <!-- speed table: begin -->
                | ns per element, arrays of 1,000 | measured against | its time | scalar twins | SIMD | SIMD is faster \
                | at 1,000,000 |
                | --- | --- | ---: | ---: | ---: | ---: | ---: |
                | random words | Commons RNG SplitMix64 loop | 3.00 | 1.00 | 0.500 | 6.0× | 3.0× |
                | normal gradLogPdf | loop that divides by σ | 2.00 | – | 0.250 | 8.0× | – |
                | normal gradLogPdf | loop with 1/σ hoisted | 0.240 | – | 0.250 | 1.0× | – |

                One thread; the estimate is of f = x² with leave-one-out and standard errors, per sample. Test CPU, \
                512-bit vectors, JDK 25 (Nobody). From [jmh-results/2026-01-02-later](jmh-results/2026-01-02-later/README.md), \
                where the errors are; `mvn -q -Pbench` measures your own machine.
                <!-- speed table: end -->
                after
                """, Files.readString(document));
    }

    @Test
    void readmeGetsTheRatiosOfThePairedRunThatBeganLast() throws IOException {
        Canned.jmh(root, "2026-01-04-jmh", "2026-01-04T09:00:00Z");
        Canned.folder(root, "2026-01-02-later", "2026-01-02T09:00:00Z", "paired.json");
        Canned.folder(root, "2026-01-02-zero", "2026-01-02T08:00:00Z", "paired.json");
        Path document = Reported.document(root, new PairedStudy());
        new Results(root, Studies.ALL).publish();
        assertEquals("""
                before
                <!-- paired ratios: begin -->
                | arrays of 4,096, one thread | measured against | SIMD is faster, median | p10 to p90 |
                | --- | --- | ---: | ---: |
                | random words | Commons RNG SplitMix64 loop | 5.50 × | 5.00 to 6.00 |
                | natural log | MKL `vmdLn`, high accuracy | 1.25 × | 1.00 to 1.50 |

                Test CPU, 8 lanes, JDK 25 (Nobody); MKL: Intel MKL 1, for AVX processors. From \
                [jmh-results/2026-01-02-later](../jmh-results/2026-01-02-later/README.md); \
                `mvn -q -Pbench,mkl -Dbench.args=-paired` measures your own machine.
                <!-- paired ratios: end -->
                after
                """, Files.readString(document));
    }

    @Test
    void indexListsEveryRun() throws IOException {
        Canned.jmh(root, "2026-01-02-a", "2026-01-02T08:00:00Z");
        Canned.jmh(root, "2026-01-03-b", "2026-01-03T08:00:00Z");
        Canned.folder(root, "2026-01-03-b", "2026-01-03T08:00:00Z", "paired.json");
        Canned.folder(root, "2026-01-04-c", "2026-01-04T08:00:00Z", "paired.json");
        Path index = root.resolve("jmh-results").resolve("README.md");
        Files.writeString(index, "<!-- index: begin --><!-- index: end -->");
        new Results(root, Studies.ALL).publish();
        assertEquals("""
                <!-- index: begin -->
                | run | results | CPU | JDK |
                | --- | --- | --- | --- |
                | [2026-01-04-c](2026-01-04-c/README.md) | paired | Test CPU | JDK 25 (Nobody) |
                | [2026-01-03-b](2026-01-03-b/README.md) | JMH, paired | Test CPU | JDK 25 (Nobody) |
                | [2026-01-02-a](2026-01-02-a/README.md) | JMH | Test CPU | JDK 25 (Nobody) |
                <!-- index: end -->""", Files.readString(index));
    }

    @Test
    void aFolderWithoutMeasurementsIsNoRun() throws IOException {
        Canned.jmh(root, "2026-01-02-a", "2026-01-02T08:00:00Z");
        Files.createDirectories(root.resolve("jmh-results").resolve("2026-01-03-randomness"));
        assertEquals(List.of("2026-01-02-a"), new Results(root, Studies.ALL).folders().stream().map(ResultsFolder::name).toList());
    }

    @Test
    void filesWithoutMarkersAreLeftAlone() throws IOException {
        Canned.jmh(root, "2026-01-02-a", "2026-01-02T08:00:00Z");
        Files.writeString(root.resolve("README.md"), "no markers\n");
        new Results(root, Studies.ALL).publish();
        assertEquals("no markers\n", Files.readString(root.resolve("README.md")));
    }

    @Test
    void foldersElsewhereAreNotTheProjects() {
        Results results = new Results(root, Studies.ALL);
        assertTrue(results.hold(root.resolve("jmh-results").resolve("2026-01-02-a")));
        assertFalse(results.hold(root.resolve("bench").resolve("target").resolve("jmh-results").resolve("2026-01-02-a")));
    }
}
