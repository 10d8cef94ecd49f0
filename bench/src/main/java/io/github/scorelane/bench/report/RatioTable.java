package io.github.scorelane.bench.report;

import io.github.scorelane.bench.paired.Contender;
import io.github.scorelane.bench.paired.Pair;

/** Every pair whose ratio counts, in Markdown, with what was to be reached. */
final class RatioTable {
    private static final String HEAD = """
            | what | measured against | Scorelane, ns per element | its time | SIMD is faster, median | p10 to p90 | at least |
            | --- | --- | ---: | ---: | ---: | ---: | --- |
            """;

    private RatioTable() {}

    static String of(PairedResults results) {
        StringBuilder table = new StringBuilder(HEAD);
        for (PairedRow row : results.ratios()) {
            Pair pair = row.pair();
            table.append("| %s | %s | %s | %s | %s × | %s | %s |\n".formatted(row.comparison().title(),
                    row.contender().description(), Text.number(pair.nanoseconds().median()),
                    Text.number(pair.contenderNanoseconds().median()), Text.number(pair.ratio().median()),
                    Text.range(pair.ratio()), verdict(results, row.contender(), pair.ratio().median())));
        }
        return table.toString();
    }

    private static String verdict(PairedResults results, Contender contender, double ratio) {
        if (!contender.hasTarget()) {
            return "";
        }
        String target = Text.number(contender.atLeast()) + " ×, aim " + Text.number(contender.aim()) + " ×: ";
        if (contender.isMkl() && !results.mklIsAtItsBest()) {
            return target + "not judged, MKL has only its generic path here";
        }
        return target + (ratio >= contender.aim() ? "aim met" : ratio >= contender.atLeast() ? "met" : "**not met**");
    }
}
