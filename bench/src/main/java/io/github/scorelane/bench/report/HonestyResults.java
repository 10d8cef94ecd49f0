package io.github.scorelane.bench.report;

import io.github.scorelane.bench.honesty.GridRow;
import io.github.scorelane.bench.honesty.HonestyMeasurements;
import io.github.scorelane.bench.machine.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The figures of the grid of coverage and variance, as a folder keeps them.
 *
 * @param measurements all of it
 */
record HonestyResults(HonestyMeasurements measurements) {
    private static final JsonFile<HonestyMeasurements> JSON = new JsonFile<>("honesty.json", HonestyMeasurements.class);
    private static final CsvFile<GridRow> ROWS = new CsvFile<>("honesty.csv", GridRow.class);

    static boolean areIn(Path folder) {
        return JSON.isIn(folder);
    }

    static HonestyResults read(Path folder) throws IOException {
        HonestyMeasurements rest = JSON.read(folder);
        return new HonestyResults(new HonestyMeasurements(rest.machine(), rest.settings(), rest.functions(), ROWS.read(folder)));
    }

    void write(Path folder) throws IOException {
        JSON.write(new HonestyMeasurements(measurements.machine(), measurements.settings(), measurements.functions(), null),
                folder);
        ROWS.write(measurements.rows(), folder);
    }

    Machine machine() {
        return Machine.of(measurements.machine());
    }

    /** The place of a row in the grid, for a person. */
    String name(GridRow row) {
        return String.format(Locale.ROOT, "%s, %s, %s, n = %s", row.family().title(row.set()), measurements.function(row),
                row.what(), Text.count(row.samples()));
    }
}
