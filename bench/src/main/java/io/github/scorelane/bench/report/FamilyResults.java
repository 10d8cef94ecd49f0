package io.github.scorelane.bench.report;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.paired.FamilyMeasurements;
import io.github.scorelane.bench.paired.Pair;
import io.github.scorelane.bench.speed.Implementation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was measured of families, as a folder keeps it.
 *
 * @param measurements all of them
 */
record FamilyResults(FamilyMeasurements measurements) {
    private static final JsonFile<FamilyMeasurements> JSON = new JsonFile<>("families.json", FamilyMeasurements.class);

    static boolean areIn(Path folder) {
        return JSON.isIn(folder);
    }

    static FamilyResults read(Path folder) throws IOException {
        return new FamilyResults(JSON.read(folder));
    }

    void write(Path folder) throws IOException {
        JSON.write(measurements, folder);
    }

    /** The families of which all was measured, in the order of the tables. */
    List<FamilyRow> rows() {
        return Arrays.stream(Family.values()).flatMap(family -> row(family).stream()).toList();
    }

    private Optional<FamilyRow> row(Family family) {
        return commons(family, Operation.SAMPLE).flatMap(draws -> commons(family, Operation.GRAD_LOG_PDF)
                .flatMap(scores -> commons(family, Operation.BOTH).map(both -> new FamilyRow(family, draws, scores, both))));
    }

    private Optional<Pair> commons(Family family, Operation operation) {
        return measurements.find(family, operation, Implementation.COMMONS);
    }

    /** A family's draws beside one of MKL's generators, if they were measured. */
    Optional<Pair> mkl(Family family, String contender) {
        return measurements.find(family, Operation.SAMPLE, contender);
    }

    /** Whether MKL was there at all. */
    boolean hasMkl() {
        return measurements.pairs().stream().anyMatch(pair -> pair.contender().startsWith("mkl"));
    }

    /** Whether MKL runs the code that it has for vectors: it says so, and on processors other than Intel's it may not. */
    boolean mklIsAtItsBest() {
        return machine().get("mkl").contains("AVX");
    }

    /** To be said wherever its numbers stand. */
    String mklNote() {
        return hasMkl() && !mklIsAtItsBest() ? " (its generic code, not the one for vectors)" : "";
    }

    /** What Scorelane ran on. */
    String vectors() {
        return measurements.pairs().stream().map(Pair::vectors).distinct().collect(Collectors.joining(", "));
    }

    Machine machine() {
        return Machine.of(measurements.machine());
    }
}
