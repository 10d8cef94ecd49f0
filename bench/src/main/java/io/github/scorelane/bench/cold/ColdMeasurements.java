package io.github.scorelane.bench.cold;

import io.github.scorelane.bench.study.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The figures that were measured in fresh JVMs.
 *
 * @param machine the machine, in lines of a name and a value
 * @param settings the size of the run
 * @param notes sentences on what was left out, and why
 * @param rows a line for each pair of JVMs
 * @param curves the series that stand for their scenarios
 * @param programs the times of whole programs
 * @param specials the costs of special values
 */
public record ColdMeasurements(Map<String, String> machine, ColdSettings settings, List<String> notes, List<ColdRow> rows,
        List<CurvePoint> curves, List<ProgramRow> programs, List<SpecialRow> specials) implements Measured {
    /** The scenarios that were measured and are of a kind, in their order. */
    List<Scenario> scenarios(Predicate<Scenario> kind) {
        return Arrays.stream(Scenario.values())
                .filter(scenario -> kind.test(scenario) && rows.stream().anyMatch(row -> row.scenario() == scenario))
                .toList();
    }

    /** The median of a figure over a scenario's JVMs; those that did not come so far count as the largest. */
    double median(Scenario scenario, ToDoubleFunction<ColdRow> figure) {
        return median(rows.stream().filter(row -> row.scenario() == scenario), figure);
    }

    /** The median of a program's times; NaN where it was not run. */
    double median(Program program, int times, Runs runs, ToDoubleFunction<ProgramRow> figure) {
        return median(programs.stream().filter(row -> row.program() == program && row.times() == times && row.runs() == runs),
                figure);
    }

    /** The median of a cost of special values; NaN where they were not given. */
    double median(Special special, Runs runs, ToDoubleFunction<SpecialRow> figure) {
        return median(specials.stream().filter(row -> row.special() == special && row.runs() == runs), figure);
    }

    /** The curve that stands for a scenario. */
    List<CurvePoint> curve(Scenario scenario, Runs runs) {
        return curves.stream().filter(point -> point.scenario() == scenario && point.runs() == runs).toList();
    }

    private static <R> double median(Stream<R> rows, ToDoubleFunction<R> figure) {
        double[] numbers = rows.mapToDouble(figure).sorted().toArray(); // NaN is behind all others
        int half = numbers.length / 2;
        return numbers.length == 0 ? Double.NaN
                : numbers.length % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
    }

    /**
     * A whole program in one JVM.
     *
     * @param program the program
     * @param times the number of times that its work was done
     * @param runs who works
     * @param jvm its number
     * @param wall seconds from before its start until after its end
     * @param cpu seconds of its processor time, compilers and all
     */
    public record ProgramRow(Program program, int times, Runs runs, int jvm, double wall, double cpu) {
    }
}
