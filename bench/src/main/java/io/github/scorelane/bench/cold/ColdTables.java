package io.github.scorelane.bench.cold;

import io.github.scorelane.bench.cold.ColdMeasurements.ProgramRow;
import io.github.scorelane.bench.report.MarkdownTable;
import io.github.scorelane.bench.report.Text;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of cold JVMs: medians over the JVMs. */
final class ColdTables {
    private static final Predicate<Scenario> AFTER = Scenario::isAfterNormal;

    private ColdTables() {}

    /** All figures. */
    static String all(ColdMeasurements measured) {
        return Stream.of(regrets(measured, AFTER.negate()), regrets(measured, AFTER),
                        times(measured, "processor time", List.of(ColdRow::cpu5, ColdRow::cpu6, ColdRow::cpu7, ColdRow::cpu8,
                                ColdRow::twinsCpu5, ColdRow::twinsCpu6, ColdRow::twinsCpu7, ColdRow::twinsCpu8)),
                        times(measured, "wall", List.of(ColdRow::wall5, ColdRow::wall6, ColdRow::wall7, ColdRow::wall8,
                                ColdRow::twinsWall5, ColdRow::twinsWall6, ColdRow::twinsWall7, ColdRow::twinsWall8)),
                        programs(measured), specials(measured))
                .filter(table -> !table.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Worst regrets, steady states and speeds of a kind of scenarios. */
    private static String regrets(ColdMeasurements measured, Predicate<Scenario> kind) {
        List<Scenario> scenarios = measured.scenarios(kind);
        if (scenarios.isEmpty()) {
            return "";
        }
        Scenario first = scenarios.getFirst();
        MarkdownTable table = new MarkdownTable("lrrrrrrrrrrrr", first.isAfterNormal() ? "after Normal" : "fresh JVM",
                "worst regret, processor time (at most " + ColdBound.REGRET_CPU.of(first) + ")", "from the first estimate on",
                "since the JVM's start", "wall (at most " + ColdBound.REGRET_WALL.of(first) + ")", "since the JVM's start",
                "steady after, s of processor time (at most " + ColdBound.STEADY.of(first) + ")", "s on the wall",
                "twins' steady state", "ns a sample then", "twins", "bytes a sample", "twins");
        for (Scenario scenario : scenarios) {
            table.row(scenario.title(),
                    ColdBound.REGRET_CPU.cell(scenario, measured.median(scenario, ColdRow::regretCpu)),
                    cells(measured, scenario, List.of(ColdRow::firstRegretCpu, ColdRow::wholeRegretCpu)),
                    ColdBound.REGRET_WALL.cell(scenario, measured.median(scenario, ColdRow::regretWall)),
                    cells(measured, scenario, List.of(ColdRow::wholeRegretWall)),
                    ColdBound.STEADY.cell(scenario, measured.median(scenario, ColdRow::steadyCpu)),
                    cells(measured, scenario, List.of(ColdRow::steadyWall, ColdRow::twinsSteadyCpu, ColdRow::speed,
                            ColdRow::twinsSpeed, ColdRow::bytes, ColdRow::twinsBytes)));
        }
        return table.toString();
    }

    private static String cells(ColdMeasurements measured, Scenario scenario, List<ToDoubleFunction<ColdRow>> figures) {
        return figures.stream().map(figure -> Text.number(measured.median(scenario, figure))).collect(Collectors.joining(" | "));
    }

    private static String times(ColdMeasurements measured, String clock, List<ToDoubleFunction<ColdRow>> figures) {
        MarkdownTable table = new MarkdownTable("lrrrrrrrr", "s since the first use, " + clock, "to 1e5 samples", "1e6", "1e7",
                "1e8", "twins: 1e5", "1e6", "1e7", "1e8");
        List<Scenario> scenarios = measured.scenarios(_ -> true);
        scenarios.forEach(scenario -> table.row(scenario.title(), cells(measured, scenario, figures)));
        return scenarios.isEmpty() ? "" : table.toString();
    }

    /** Whole programs, a row for each size. */
    private static String programs(ColdMeasurements measured) {
        MarkdownTable table = new MarkdownTable("lrrrrrrrrr", "whole program", "plain Java, s on the wall", "Scorelane",
                "its twins", "Scorelane / plain", "at most", "processor time: plain Java, s", "Scorelane", "its twins",
                "Scorelane / plain");
        eachProgram(measured, (program, times) -> {
            double bound = times == 1 ? ColdBound.PROGRAM : ColdBound.LONGER_PROGRAM;
            table.row(program.title(times), three(measured, program, times, ProgramRow::wall),
                    ColdBound.cell(overPlain(measured, program, times, ProgramRow::wall), bound), bound,
                    three(measured, program, times, ProgramRow::cpu),
                    Text.number(overPlain(measured, program, times, ProgramRow::cpu)));
        });
        return measured.programs().isEmpty() ? "" : table.toString();
    }

    private static void eachProgram(ColdMeasurements measured, BiConsumer<Program, Integer> row) {
        for (Program program : Program.values()) {
            for (int times : measured.settings().times()) {
                if (!Double.isNaN(measured.median(program, times, Runs.PLAIN, ProgramRow::wall))) {
                    row.accept(program, times);
                }
            }
        }
    }

    private static String three(ColdMeasurements measured, Program program, int times, ToDoubleFunction<ProgramRow> figure) {
        return Stream.of(Runs.PLAIN, Runs.VECTORS, Runs.TWINS)
                .map(runs -> Text.number(measured.median(program, times, runs, figure))).collect(Collectors.joining(" | "));
    }

    private static double overPlain(ColdMeasurements measured, Program program, int times, ToDoubleFunction<ProgramRow> figure) {
        return measured.median(program, times, Runs.VECTORS, figure) / measured.median(program, times, Runs.PLAIN, figure);
    }

    private static String specials(ColdMeasurements measured) {
        if (measured.specials().isEmpty()) {
            return "";
        }
        MarkdownTable table = new MarkdownTable("lrrrrrrrr", "three in one call", "hot before, ns an element",
                "worst 5 ms of the next second", "ms above 10 times the hot time (at most 100)", "ms lost", "twins: hot before",
                "worst 5 ms", "ms above 10 times", "ms lost");
        for (Special special : Special.values()) {
            double slow = measured.median(special, Runs.VECTORS, SpecialRow::slow);
            if (!Double.isNaN(slow)) {
                table.row(special.title(), cell(measured, special, Runs.VECTORS, SpecialRow::hot),
                        cell(measured, special, Runs.VECTORS, SpecialRow::worst), ColdBound.cell(slow, ColdBound.SLOW),
                        cell(measured, special, Runs.VECTORS, SpecialRow::lost),
                        cell(measured, special, Runs.TWINS, SpecialRow::hot),
                        cell(measured, special, Runs.TWINS, SpecialRow::worst),
                        cell(measured, special, Runs.TWINS, SpecialRow::slow),
                        cell(measured, special, Runs.TWINS, SpecialRow::lost));
            }
        }
        return table.toString();
    }

    private static String cell(ColdMeasurements measured, Special special, Runs runs, ToDoubleFunction<SpecialRow> figure) {
        return Text.number(measured.median(special, runs, figure));
    }

    /** The figures as the project's document has them, with what they were measured on. */
    static String shortOnes(ColdMeasurements measured, String link) {
        MarkdownTable table = new MarkdownTable("lrrrrr", "estimates of 131,072 samples", "worst regret, processor time", "wall",
                "steady after, s of processor time", "ns a sample then", "scalar twins");
        for (Scenario scenario : measured.scenarios(other -> other != Scenario.SMALL_AT && other != Scenario.SMALL_OF)) {
            table.row(scenario.title(), cells(measured, scenario, List.of(ColdRow::regretCpu, ColdRow::regretWall,
                    ColdRow::steadyCpu, ColdRow::speed, ColdRow::twinsSpeed)));
        }
        MarkdownTable programs = new MarkdownTable("lrrr", "whole program, from the JVM's start to its end",
                "plain Java, s on the wall", "Scorelane", "ratio");
        eachProgram(measured, (program, times) -> programs.row(program.title(times),
                Text.number(measured.median(program, times, Runs.PLAIN, ProgramRow::wall)),
                Text.number(measured.median(program, times, Runs.VECTORS, ProgramRow::wall)),
                Text.number(overPlain(measured, program, times, ProgramRow::wall))));
        return table + (measured.programs().isEmpty() ? "" : "\n" + programs)
                + "\nThe worst regret is the largest ratio of the time so far to that of the scalar twins, which a program pays"
                + " that ends at the worst moment. Medians of " + measured.settings().jvms() + " JVMs, of programs "
                + measured.settings().programJvms() + "; " + measured.madeOn().cpu() + ", " + measured.madeOn().get("cores")
                + " cores, " + measured.madeOn().jdk() + ". From " + link + ", where plots and the rest are; "
                + "`mvn -q -Pbench -Dbench.args=-cold` measures your own machine.\n";
    }
}
