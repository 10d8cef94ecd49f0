package io.github.scorelane.bench.report;

import io.github.scorelane.bench.cold.ColdRow;
import io.github.scorelane.bench.cold.ColdSettings;
import io.github.scorelane.bench.cold.Program;
import io.github.scorelane.bench.cold.ProgramRow;
import io.github.scorelane.bench.cold.Runs;
import io.github.scorelane.bench.cold.Scenario;
import io.github.scorelane.bench.machine.Machine;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The tables of cold JVMs of the project's README. */
final class ReadmeCold {
    private ReadmeCold() {}

    static String of(ColdResults results, String folder) {
        StringBuilder table = new StringBuilder("""
                | estimates of 131,072 samples | worst regret, processor time | wall | steady after, s of processor time \
                | ns a sample then | scalar twins |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """);
        for (Scenario scenario : results.scenarios(scenario -> scenario != Scenario.SMALL_AT && scenario != Scenario.SMALL_OF)) {
            table.append("| %s | %s | %s | %s | %s | %s |\n".formatted(scenario.title(),
                    cell(results, scenario, ColdRow::regretCpu), cell(results, scenario, ColdRow::regretWall),
                    cell(results, scenario, ColdRow::steadyCpu), cell(results, scenario, ColdRow::speed),
                    cell(results, scenario, ColdRow::twinsSpeed)));
        }
        Machine machine = results.machine();
        ColdSettings settings = results.measurements().settings();
        return table + programs(results) + "\nThe worst regret is the largest ratio of the time so far to that of the scalar "
                + "twins, which a program pays that ends at the worst moment. Medians of " + settings.jvms()
                + " JVMs, of programs " + settings.programJvms() + "; " + machine.cpu() + ", "
                + machine.get("cores") + " cores, " + machine.jdk() + ". From [jmh-results/" + folder + "](jmh-results/" + folder
                + "/README.md), where plots and the rest are; `mvn -q -Pbench -Dbench.args=-cold` measures your own machine.\n";
    }

    private static String cell(ColdResults results, Scenario scenario, ToDoubleFunction<ColdRow> figure) {
        return Text.number(results.median(scenario, figure));
    }

    private static String programs(ColdResults results) {
        if (results.measurements().programs().isEmpty()) {
            return "";
        }
        String rows = Arrays.stream(Program.values()).flatMap(program -> results.measurements().settings().times().stream()
                        .filter(times -> !Double.isNaN(results.median(program, times, Runs.PLAIN, ProgramRow::wall)))
                        .map(times -> row(results, program, times)))
                .collect(Collectors.joining());
        return """

                | whole program, from the JVM's start to its end | plain Java, s on the wall | Scorelane | ratio |
                | --- | ---: | ---: | ---: |
                """ + rows;
    }

    private static String row(ColdResults results, Program program, int times) {
        double plain = results.median(program, times, Runs.PLAIN, ProgramRow::wall);
        double ours = results.median(program, times, Runs.VECTORS, ProgramRow::wall);
        return "| %s | %s | %s | %s |\n".formatted(program.title(times), Text.number(plain), Text.number(ours),
                Text.number(ours / plain));
    }
}
