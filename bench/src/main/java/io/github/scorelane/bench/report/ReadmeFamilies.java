package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;
import java.util.List;

/** The short table of families of the project's README, with what it was measured on under it. */
final class ReadmeFamilies {
    private ReadmeFamilies() {}

    static String of(FamilyResults results, String folder) {
        List<FamilyRow> rows = results.rows();
        StringBuilder table = new StringBuilder("""
                | draws with their scores, arrays of 4,096 | Scorelane, ns per draw | Commons' sampler, plain loop \
                | SIMD is faster, median | p10 to p90 |
                | --- | ---: | ---: | ---: | ---: |
                """);
        for (FamilyRow row : rows) {
            table.append("| %s | %s | %s | %s × | %s |\n".formatted(row.family().title(),
                    Text.number(row.both().nanoseconds().median()), Text.number(row.both().contenderNanoseconds().median()),
                    Text.number(row.ratioOfBoth()), Text.range(row.both().ratio())));
        }
        Machine machine = results.machine();
        return table + "| **geometric mean** | | | **%s ×** | |\n| **least** | | | **%s ×** | |\n".formatted(
                Text.number(FamilyTargets.geometricMean(rows, FamilyRow::ratioOfBoth)),
                Text.number(FamilyTargets.least(rows, FamilyRow::ratioOfBoth)))
                + "\nOne thread; all families hot in the same JVM. " + machine.cpu() + ", " + results.vectors() + ", "
                + machine.jdk() + ". From [jmh-results/" + folder + "](jmh-results/" + folder
                + "/README.md); `mvn -q -Pbench -Dbench.args=-families` measures your own machine.\n";
    }
}
