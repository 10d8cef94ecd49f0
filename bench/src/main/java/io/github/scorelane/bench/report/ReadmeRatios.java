package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;

/** The short table of paired ratios of the project's README, with what it was measured on under it. */
final class ReadmeRatios {
    private ReadmeRatios() {}

    static String of(PairedResults results, String folder) {
        StringBuilder table = new StringBuilder("""
                | arrays of 4,096, one thread | measured against | SIMD is faster, median | p10 to p90 |
                | --- | --- | ---: | ---: |
                """);
        for (PairedRow row : results.ratios()) {
            if (row.contender().isMkl() && !results.mklIsAtItsBest()) {
                continue; // it would flatter
            }
            table.append("| %s | %s | %s × | %s |\n".formatted(row.comparison().title(), row.contender().description(),
                    Text.number(row.pair().ratio().median()), Text.range(row.pair().ratio())));
        }
        Machine machine = results.machine();
        return table + "\n" + machine.cpu() + ", " + results.vectors() + ", " + machine.jdk()
                + mkl(results) + ". From [jmh-results/" + folder
                + "](jmh-results/" + folder
                + "/README.md); `mvn -q -Pbench,mkl -Dbench.args=-paired` measures your own machine.\n";
    }

    private static String mkl(PairedResults results) {
        if (!results.hasMkl()) {
            return "";
        }
        return results.mklIsAtItsBest() ? "; MKL: " + results.machine().get("mkl")
                : "; MKL is left out, for it runs only its generic code there";
    }
}
