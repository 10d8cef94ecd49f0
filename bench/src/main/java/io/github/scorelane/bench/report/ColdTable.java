package io.github.scorelane.bench.report;

import io.github.scorelane.bench.cold.ColdRow;
import io.github.scorelane.bench.cold.Program;
import io.github.scorelane.bench.cold.ProgramRow;
import io.github.scorelane.bench.cold.Runs;
import io.github.scorelane.bench.cold.Scenario;
import io.github.scorelane.bench.cold.Special;
import io.github.scorelane.bench.cold.SpecialRow;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All figures of cold JVMs, in Markdown: medians over the JVMs. */
final class ColdTable {
    private static final Predicate<Scenario> AFTER = Scenario::isAfterNormal;

    private ColdTable() {}

    static String of(ColdResults results) {
        return Stream.of(regrets(results, AFTER.negate()), regrets(results, AFTER), times(results, "processor time", List.of(
                                ColdRow::cpu5, ColdRow::cpu6, ColdRow::cpu7, ColdRow::cpu8, ColdRow::twinsCpu5, ColdRow::twinsCpu6,
                                ColdRow::twinsCpu7, ColdRow::twinsCpu8)),
                        times(results, "wall", List.of(
                                ColdRow::wall5, ColdRow::wall6, ColdRow::wall7, ColdRow::wall8, ColdRow::twinsWall5,
                                ColdRow::twinsWall6, ColdRow::twinsWall7, ColdRow::twinsWall8)),
                        programs(results), specials(results))
                .filter(table -> !table.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Worst regrets, steady states and speeds of a kind of scenarios. */
    static String regrets(ColdResults results, Predicate<Scenario> kind) {
        List<Scenario> scenarios = results.scenarios(kind);
        if (scenarios.isEmpty()) {
            return "";
        }
        Scenario first = scenarios.getFirst();
        StringBuilder table = new StringBuilder("""
                | %s | worst regret, processor time (at most %s) | from the first estimate on | since the JVM's start \
                | wall (at most %s) | since the JVM's start | steady after, s of processor time (at most %s) | s on the wall \
                | twins' steady state | ns a sample then | twins | bytes a sample | twins |
                | --- |%s
                """.formatted(first.isAfterNormal() ? "after Normal" : "fresh JVM", bound(ColdBound.REGRET_CPU, first),
                bound(ColdBound.REGRET_WALL, first), bound(ColdBound.STEADY, first), " ---: |".repeat(12)));
        for (Scenario scenario : scenarios) {
            table.append("| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n".formatted(scenario.title(),
                    ColdBound.REGRET_CPU.cell(scenario, results.median(scenario, ColdRow::regretCpu)),
                    cell(results, scenario, ColdRow::firstRegretCpu), cell(results, scenario, ColdRow::wholeRegretCpu),
                    ColdBound.REGRET_WALL.cell(scenario, results.median(scenario, ColdRow::regretWall)),
                    cell(results, scenario, ColdRow::wholeRegretWall),
                    ColdBound.STEADY.cell(scenario, results.median(scenario, ColdRow::steadyCpu)),
                    cell(results, scenario, ColdRow::steadyWall), cell(results, scenario, ColdRow::twinsSteadyCpu),
                    cell(results, scenario, ColdRow::speed), cell(results, scenario, ColdRow::twinsSpeed),
                    cell(results, scenario, ColdRow::bytes), cell(results, scenario, ColdRow::twinsBytes)));
        }
        return table.toString();
    }

    private static String bound(ColdBound bound, Scenario scenario) {
        return Double.toString(bound.of(scenario));
    }

    private static String cell(ColdResults results, Scenario scenario, ToDoubleFunction<ColdRow> figure) {
        return Text.number(results.median(scenario, figure));
    }

    private static String times(ColdResults results, String clock, List<ToDoubleFunction<ColdRow>> figures) {
        List<Scenario> scenarios = results.scenarios(_ -> true);
        if (scenarios.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("| s since the first use, " + clock
                + " | to 1e5 samples | 1e6 | 1e7 | 1e8 | twins: 1e5 | 1e6 | 1e7 | 1e8 |\n| --- |" + " ---: |".repeat(8) + "\n");
        for (Scenario scenario : scenarios) {
            table.append("| %s | %s |\n".formatted(scenario.title(),
                    figures.stream().map(figure -> cell(results, scenario, figure)).collect(Collectors.joining(" | "))));
        }
        return table.toString();
    }

    /** Whole programs, a row for each size. */
    static String programs(ColdResults results) {
        if (results.measurements().programs().isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("""
                | whole program | plain Java, s on the wall | Scorelane | its twins | Scorelane / plain | at most \
                | processor time: plain Java, s | Scorelane | its twins | Scorelane / plain |
                | --- |%s
                """.formatted(" ---: |".repeat(9)));
        for (Program program : Program.values()) {
            for (int times : results.measurements().settings().times()) {
                double plain = results.median(program, times, Runs.PLAIN, ProgramRow::wall);
                if (!Double.isNaN(plain)) {
                    double ratio = results.median(program, times, Runs.VECTORS, ProgramRow::wall) / plain;
                    double bound = times == 1 ? ColdBound.PROGRAM : ColdBound.LONGER_PROGRAM;
                    table.append("| %s | %s | %s | %s | %s | %s |\n".formatted(program.title(times),
                            three(results, program, times, ProgramRow::wall), ColdBound.cell(ratio, bound), bound,
                            three(results, program, times, ProgramRow::cpu),
                            Text.number(results.median(program, times, Runs.VECTORS, ProgramRow::cpu)
                                    / results.median(program, times, Runs.PLAIN, ProgramRow::cpu))));
                }
            }
        }
        return table.toString();
    }

    private static String three(ColdResults results, Program program, int times, ToDoubleFunction<ProgramRow> figure) {
        return Stream.of(Runs.PLAIN, Runs.VECTORS, Runs.TWINS)
                .map(runs -> Text.number(results.median(program, times, runs, figure))).collect(Collectors.joining(" | "));
    }

    private static String specials(ColdResults results) {
        if (results.measurements().specials().isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("""
                | three in one call | hot before, ns an element | worst 5 ms of the next second | ms above 10 times the hot time \
                (at most 100) | ms lost | twins: hot before | worst 5 ms | ms above 10 times | ms lost |
                | --- |%s
                """.formatted(" ---: |".repeat(8)));
        for (Special special : Special.values()) {
            double slow = results.median(special, Runs.VECTORS, SpecialRow::slow);
            if (!Double.isNaN(slow)) {
                table.append("| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n".formatted(special.title(),
                        cell(results, special, Runs.VECTORS, SpecialRow::hot),
                        cell(results, special, Runs.VECTORS, SpecialRow::worst), ColdBound.cell(slow, ColdBound.SLOW),
                        cell(results, special, Runs.VECTORS, SpecialRow::lost),
                        cell(results, special, Runs.TWINS, SpecialRow::hot), cell(results, special, Runs.TWINS, SpecialRow::worst),
                        cell(results, special, Runs.TWINS, SpecialRow::slow),
                        cell(results, special, Runs.TWINS, SpecialRow::lost)));
            }
        }
        return table.toString();
    }

    private static String cell(ColdResults results, Special special, Runs runs, ToDoubleFunction<SpecialRow> figure) {
        return Text.number(results.median(special, runs, figure));
    }
}
