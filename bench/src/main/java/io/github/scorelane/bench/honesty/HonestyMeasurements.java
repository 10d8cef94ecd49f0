package io.github.scorelane.bench.honesty;

import io.github.scorelane.bench.report.Text;
import io.github.scorelane.bench.study.Measured;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of a grid.
 *
 * @param machine the machine, in lines of a name and a value
 * @param settings the size of the run
 * @param functions the function of each cell, in words
 * @param rows the figures
 */
public record HonestyMeasurements(Map<String, String> machine, HonestySettings settings, Map<String, String> functions,
        List<GridRow> rows) implements Measured {
    /** The place of a row in the grid, for a person. */
    String name(GridRow row) {
        return String.format(Locale.ROOT, "%s, %s, %s, n = %s", row.family().title(row.set()), function(row), row.what(),
                Text.count(row.samples()));
    }

    /** The function of a row, as a person writes it, fitted to its distribution. */
    public String function(GridRow row) {
        return functions.get(key(row.family(), row.set(), row.function()));
    }

    static String key(Family family, int set, TestFunction function) {
        return family + " " + set + " " + function;
    }
}
