package io.github.scorelane.bench.report;

import io.github.scorelane.bench.cold.ColdMeasurements;
import io.github.scorelane.bench.cold.ColdRow;
import io.github.scorelane.bench.cold.CurvePoint;
import io.github.scorelane.bench.cold.Program;
import io.github.scorelane.bench.cold.ProgramRow;
import io.github.scorelane.bench.cold.Runs;
import io.github.scorelane.bench.cold.Scenario;
import io.github.scorelane.bench.cold.Special;
import io.github.scorelane.bench.cold.SpecialRow;
import io.github.scorelane.bench.machine.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The figures that were measured in fresh JVMs, as a folder keeps it.
 *
 * @param measurements all of it
 */
record ColdResults(ColdMeasurements measurements) {
    private static final JsonFile<ColdMeasurements> JSON = new JsonFile<>("cold.json", ColdMeasurements.class);
    private static final CsvFile<ColdRow> ROWS = new CsvFile<>("cold.csv", ColdRow.class);
    private static final CsvFile<CurvePoint> CURVES = new CsvFile<>("cold-curves.csv", CurvePoint.class);

    static boolean areIn(Path folder) {
        return JSON.isIn(folder);
    }

    static ColdResults read(Path folder) throws IOException {
        return new ColdResults(with(JSON.read(folder), ROWS.read(folder), CURVES.read(folder)));
    }

    void write(Path folder) throws IOException {
        JSON.write(with(measurements, null, null), folder);
        ROWS.write(measurements.rows(), folder);
        CURVES.write(measurements.curves(), folder);
    }

    private static ColdMeasurements with(ColdMeasurements rest, List<ColdRow> rows, List<CurvePoint> curves) {
        return new ColdMeasurements(rest.machine(), rest.settings(), rest.notes(), rows, curves, rest.programs(), rest.specials());
    }

    Machine machine() {
        return Machine.of(measurements.machine());
    }

    /** The scenarios that were measured and are of a kind, in their order. */
    List<Scenario> scenarios(Predicate<Scenario> kind) {
        return Arrays.stream(Scenario.values())
                .filter(scenario -> kind.test(scenario) && measurements.rows().stream().anyMatch(row -> row.scenario() == scenario))
                .toList();
    }

    /** The median of a figure over a scenario's JVMs; those that did not come so far count as the largest. */
    double median(Scenario scenario, ToDoubleFunction<ColdRow> figure) {
        return median(measurements.rows().stream().filter(row -> row.scenario() == scenario).mapToDouble(figure).toArray());
    }

    /** The median of a program's times; NaN where it was not run. */
    double median(Program program, int times, Runs runs, ToDoubleFunction<ProgramRow> figure) {
        return median(measurements.programs().stream()
                .filter(row -> row.program() == program && row.times() == times && row.runs() == runs)
                .mapToDouble(figure).toArray());
    }

    /** The median of a cost of special values; NaN where they were not given. */
    double median(Special special, Runs runs, ToDoubleFunction<SpecialRow> figure) {
        return median(measurements.specials().stream().filter(row -> row.special() == special && row.runs() == runs)
                .mapToDouble(figure).toArray());
    }

    /** The curve that stands for a scenario. */
    List<CurvePoint> curve(Scenario scenario, Runs runs) {
        return measurements.curves().stream().filter(point -> point.scenario() == scenario && point.runs() == runs).toList();
    }

    private static double median(double... numbers) {
        Arrays.sort(numbers); // NaN is behind all others
        int half = numbers.length / 2;
        return numbers.length == 0 ? Double.NaN
                : numbers.length % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
    }
}
