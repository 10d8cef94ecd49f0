package io.github.scorelane.bench.report;

import io.github.scorelane.bench.paired.FirstCall;
import io.github.scorelane.bench.paired.Pair;
import io.github.scorelane.bench.paired.Quantiles;

/** What estimates of few samples cost, and the first one in a JVM, in Markdown. */
final class SmallEstimates {
    /** What an estimate may take beyond the scalar loop. */
    private static final double MAX_EXTRA_MICROSECONDS = 1;
    private static final double MAX_FIRST_MILLISECONDS = 150;

    private SmallEstimates() {}

    static String of(PairedResults results) {
        StringBuilder table = new StringBuilder("""
                | samples | Scorelane, ns per estimate | scalar loop on Commons RNG | difference, µs | p10 to p90 | at most 1 µs |
                | ---: | ---: | ---: | ---: | ---: | --- |
                """);
        for (PairedRow row : results.smallEstimates()) {
            int n = row.comparison().elements();
            Pair pair = row.pair();
            Quantiles extra = pair.extraMicroseconds();
            table.append("| %s | %s | %s | %s | %s | %s |\n".formatted(Text.count(n),
                    Text.number(pair.nanoseconds().median() * n), Text.number(pair.contenderNanoseconds().median() * n),
                    Text.number(extra.median()), Text.range(extra),
                    extra.median() <= MAX_EXTRA_MICROSECONDS ? "met" : "**not met**"));
        }
        return table.toString();
    }

    static String firstCalls(PairedResults results) {
        StringBuilder table = new StringBuilder("""
                | samples | first call in a fresh JVM, ms, median | p10 to p90 | JVMs | below 150 ms |
                | ---: | ---: | ---: | ---: | --- |
                """);
        for (FirstCall call : results.measurements().firstCalls()) {
            table.append("| %s | %s | %s | %d | %s |\n".formatted(Text.count(call.samples()),
                    Text.number(call.milliseconds().median()), Text.range(call.milliseconds()), call.trials(),
                    call.milliseconds().median() < MAX_FIRST_MILLISECONDS ? "met" : "**not met**"));
        }
        return table.toString();
    }
}
