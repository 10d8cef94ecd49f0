package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.paired.Comparison;
import io.github.scorelane.bench.paired.Pair;
import io.github.scorelane.bench.paired.PairedMeasurements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the paired runner measured, as a folder keeps it.
 *
 * @param measurements all of them
 */
record PairedResults(PairedMeasurements measurements) {
    private static final JsonFile<PairedMeasurements> JSON = new JsonFile<>("paired.json", PairedMeasurements.class);

    static boolean areIn(Path folder) {
        return JSON.isIn(folder);
    }

    static PairedResults read(Path folder) throws IOException {
        return new PairedResults(JSON.read(folder));
    }

    void write(Path folder) throws IOException {
        JSON.write(measurements, folder);
    }

    /** The pairs whose ratio counts. */
    List<PairedRow> ratios() {
        return rows().filter(row -> !row.comparison().isSmall()).toList();
    }

    /** The pairs whose difference counts. */
    List<PairedRow> smallEstimates() {
        return rows().filter(row -> row.comparison().isSmall()).toList();
    }

    /** In the order of the tables. */
    private Stream<PairedRow> rows() {
        return Arrays.stream(Comparison.values()).flatMap(comparison -> comparison.contenders().stream()
                .flatMap(contender -> measurements.find(comparison, contender).stream()
                        .map(pair -> new PairedRow(comparison, contender, pair))));
    }

    /** Whether MKL runs the code that it has for vectors: it says so, and on processors other than Intel's it may not. */
    boolean mklIsAtItsBest() {
        return machine().get("mkl").contains("AVX");
    }

    /** What Scorelane ran on. */
    String vectors() {
        return measurements.pairs().stream().map(Pair::vectors).distinct().collect(Collectors.joining(", "));
    }

    boolean hasMkl() {
        return rows().anyMatch(row -> row.contender().isMkl());
    }

    /** To be said wherever its numbers stand. */
    String mklNote() {
        return hasMkl() && !mklIsAtItsBest() ? " (its generic code, not the one for vectors)" : "";
    }

    Machine machine() {
        return Machine.of(measurements.machine());
    }
}
