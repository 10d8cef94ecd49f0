package io.github.scorelane.bench.honesty;

import java.util.List;
import java.util.Map;

/**
 * The figures of a grid.
 *
 * @param machine they were taken on, in lines of a name and a value
 * @param settings of the run
 * @param functions the functions, in words, of each cell
 * @param rows the figures
 */
public record HonestyMeasurements(Map<String, String> machine, HonestySettings settings, Map<String, String> functions,
        List<GridRow> rows) {
    /** The function of a row, as a person writes it, fitted to its distribution. */
    public String function(GridRow row) {
        return functions.get(key(row.family(), row.set(), row.function()));
    }

    static String key(Family family, int set, TestFunction function) {
        return family + " " + set + " " + function;
    }
}
