package io.github.scorelane.bench.report;

import io.github.scorelane.bench.paired.Pair;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws and scores of every family, in Markdown, with what was to be reached. */
final class FamilyTable {
    private static final String HEAD = """
            | family | draws: Scorelane, ns | Commons | faster | scores: Scorelane, ns | plain loop | faster | \
            both: Scorelane, ns | Commons, plain loop | faster, median | p10 to p90 | at least 3 × |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
            """;

    private FamilyTable() {}

    static String of(FamilyResults results) {
        List<FamilyRow> rows = results.rows();
        StringBuilder table = new StringBuilder(HEAD);
        for (FamilyRow row : rows) {
            table.append("| %s | %s | %s | %s | %s | %s |\n".formatted(row.family().title(), times(row.draws()),
                    times(row.scores()), times(row.both()), Text.range(row.both().ratio()),
                    FamilyTargets.verdict(row.ratioOfBoth(), FamilyTargets.OF_EACH)));
        }
        double mean = FamilyTargets.geometricMean(rows, FamilyRow::ratioOfBoth);
        double least = FamilyTargets.least(rows, FamilyRow::ratioOfBoth);
        return table + summary("geometric mean", rows, FamilyTargets::geometricMean,
                "at least 6 ×: " + FamilyTargets.verdict(mean, FamilyTargets.OF_GEOMETRIC_MEAN))
                + summary("least", rows, FamilyTargets::least, FamilyTargets.verdict(least, FamilyTargets.OF_EACH));
    }

    private static String times(Pair pair) {
        return "%s | %s | %s ×".formatted(Text.number(pair.nanoseconds().median()),
                Text.number(pair.contenderNanoseconds().median()), Text.number(pair.ratio().median()));
    }

    private static String summary(String title, List<FamilyRow> rows, Summary summary, String verdict) {
        return "| **%s** | | | %s × | | | %s × | | | **%s ×** | | %s |\n".formatted(title,
                Text.number(summary.of(rows, FamilyRow::ratioOfDraws)), Text.number(summary.of(rows, FamilyRow::ratioOfScores)),
                Text.number(summary.of(rows, FamilyRow::ratioOfBoth)), verdict);
    }

    /** One number of all rows. */
    private interface Summary {
        double of(List<FamilyRow> rows, ToDoubleFunction<FamilyRow> ratio);
    }
}
