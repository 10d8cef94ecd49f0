package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.variance.Estimator;
import io.github.scorelane.bench.variance.Subject;
import io.github.scorelane.bench.variance.TimeRow;
import io.github.scorelane.bench.variance.VarianceMeasurements;
import io.github.scorelane.bench.variance.VarianceRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What was measured for the table of variances, as a folder keeps it.
 *
 * @param measurements all of it
 */
record VarianceResults(VarianceMeasurements measurements) {
    private static final JsonFile<VarianceMeasurements> JSON = new JsonFile<>("variance.json", VarianceMeasurements.class);
    private static final CsvFile<VarianceRow> VARIANCES = new CsvFile<>("variance.csv", VarianceRow.class);
    private static final CsvFile<TimeRow> TIMES = new CsvFile<>("variance-times.csv", TimeRow.class);

    static boolean areIn(Path folder) {
        return JSON.isIn(folder);
    }

    static VarianceResults read(Path folder) throws IOException {
        VarianceMeasurements rest = JSON.read(folder);
        return new VarianceResults(new VarianceMeasurements(rest.machine(), rest.settings(), VARIANCES.read(folder),
                TIMES.read(folder)));
    }

    void write(Path folder) throws IOException {
        JSON.write(new VarianceMeasurements(measurements.machine(), measurements.settings(), null, null), folder);
        VARIANCES.write(measurements.variances(), folder);
        TIMES.write(measurements.times(), folder);
    }

    Machine machine() {
        return Machine.of(measurements.machine());
    }

    VarianceRow variance(Subject subject, int samples, Estimator estimator, int row) {
        return measurements.variances().stream().filter(found -> found.subject() == subject && found.samples() == samples
                && found.estimator() == estimator && found.row() == row).findFirst().orElseThrow();
    }

    TimeRow time(Subject subject, int samples, Estimator estimator) {
        return measurements.times().stream().filter(found -> found.subject() == subject && found.samples() == samples
                && found.estimator() == estimator).findFirst().orElseThrow();
    }

    /** The variances of the automatic baseline's independent samples, from so many samples on. */
    List<VarianceRow> automatic(int leastSamples) {
        return measurements.variances().stream()
                .filter(row -> row.estimator() == Estimator.AUTOMATIC && row.samples() >= leastSamples).toList();
    }
}
