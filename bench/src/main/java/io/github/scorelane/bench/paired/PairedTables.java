package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.paired.PairedMeasurements.FirstCall;
import io.github.scorelane.bench.paired.PairedMeasurements.HotKernel;
import io.github.scorelane.bench.report.MarkdownTable;
import io.github.scorelane.bench.report.Text;
import io.github.scorelane.bench.turns.Pair;
import io.github.scorelane.bench.turns.Quantiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The tables of pairs, with what was to be reached. */
final class PairedTables {
    /** The microseconds that a small estimate may take beyond the scalar loop. */
    private static final double MAX_EXTRA_MICROSECONDS = 1;
    private static final double MAX_FIRST_MILLISECONDS = 150;
    /** The most that a kernel may take among hot ones, over its time in a fresh JVM. */
    private static final double CLIFF = 1.15;

    private PairedTables() {}

    /** Every pair whose ratio counts. */
    static String ratios(PairedMeasurements measured) {
        MarkdownTable table = new MarkdownTable("llrrrrl", "what", "measured against", "Scorelane, ns per element", "its time",
                "SIMD is faster, median", "p10 to p90", "at least");
        for (PairedMeasurements.Row row : measured.ratios()) {
            Pair pair = row.pair();
            table.row(row.comparison().title(), row.contender().description(), Text.number(pair.nanoseconds().median()),
                    Text.number(pair.contenderNanoseconds().median()), Text.number(pair.ratio().median()) + " ×",
                    pair.ratio().range(), verdict(measured, row.contender(), pair.ratio().median()));
        }
        return table.toString();
    }

    private static String verdict(PairedMeasurements measured, Contender contender, double ratio) {
        if (!contender.hasTarget()) {
            return "";
        }
        String target = Text.number(contender.atLeast()) + " ×, aim " + Text.number(contender.aim()) + " ×: ";
        if (contender.isMkl() && !measured.mklIsAtItsBest()) {
            return target + "not judged, MKL has only its generic path here";
        }
        return target + (ratio >= contender.aim() ? "aim met" : met(ratio >= contender.atLeast()));
    }

    /** The ratios as the project's document has them, with what they were measured on. */
    static String shortRatios(PairedMeasurements measured, String link) {
        MarkdownTable table = new MarkdownTable("llrr", "arrays of 4,096, one thread", "measured against",
                "SIMD is faster, median", "p10 to p90");
        // MKL's generic code would flatter Scorelane.
        measured.ratios().stream().filter(row -> !row.contender().isMkl() || measured.mklIsAtItsBest())
                .forEach(row -> table.row(row.comparison().title(), row.contender().description(),
                        Text.number(row.pair().ratio().median()) + " ×", row.pair().ratio().range()));
        String mkl = !measured.hasMkl() ? "" : measured.mklIsAtItsBest() ? "; MKL: " + measured.mkl()
                : "; MKL is left out, for it runs only its generic code there";
        return table + "\n" + measured.machineWords() + mkl + ". From " + link
                + "; `mvn -q -Pbench,mkl -Dbench.args=-paired` measures your own machine.\n";
    }

    /** The cost of estimates of few samples. */
    static String smallEstimates(PairedMeasurements measured) {
        MarkdownTable table = new MarkdownTable("rrrrrl", "samples", "Scorelane, ns per estimate", "scalar loop on Commons RNG",
                "difference, µs", "p10 to p90", "at most 1 µs");
        for (PairedMeasurements.Row row : measured.smallEstimates()) {
            int n = row.comparison().elements();
            Pair pair = row.pair();
            Quantiles extra = pair.extraMicroseconds();
            table.row(Text.count(n), Text.number(pair.nanoseconds().median() * n),
                    Text.number(pair.contenderNanoseconds().median() * n), Text.number(extra.median()), extra.range(),
                    met(extra.median() <= MAX_EXTRA_MICROSECONDS));
        }
        return table.toString();
    }

    /** The cost of the first estimate in a JVM. */
    static String firstCalls(PairedMeasurements measured) {
        MarkdownTable table = new MarkdownTable("rrrrl", "samples", "first call in a fresh JVM, ms, median", "p10 to p90", "JVMs",
                "below 150 ms");
        for (FirstCall call : measured.firstCalls()) {
            table.row(Text.count(call.samples()), Text.number(call.milliseconds().median()), call.milliseconds().range(),
                    call.trials(), met(call.milliseconds().median() < MAX_FIRST_MILLISECONDS));
        }
        return table.toString();
    }

    /** Each kernel's time in a JVM in which all others are hot, beside that in a fresh one: a column for each order. */
    static String hotKernels(List<HotKernel> measured) {
        int orders = (int) measured.stream().filter(hot -> hot.kernel() == measured.getFirst().kernel()).count();
        List<String> titles = new ArrayList<>(List.of("kernel", "fresh, ns per call"));
        titles.addAll(Collections.nCopies(orders, "time among hot ones ÷ time in a fresh JVM, median (p10 to p90)"));
        titles.add("at most 1.15");
        MarkdownTable table = new MarkdownTable("lr" + "r".repeat(orders) + "l", titles.toArray(String[]::new));
        for (Kernel kernel : Kernel.values()) {
            List<HotKernel> rows = measured.stream().filter(hot -> hot.kernel() == kernel).toList();
            if (!rows.isEmpty()) {
                List<String> cells = new ArrayList<>(
                        List.of(kernel.title(), Text.number(rows.getFirst().freshNanoseconds().median())));
                rows.forEach(hot -> cells.add(Text.number(hot.ratio().median()) + " (" + hot.ratio().range() + ")"));
                cells.add(met(rows.stream().allMatch(hot -> hot.ratio().median() <= CLIFF)));
                table.row(cells.toArray());
            }
        }
        return table.toString();
    }

    private static String met(boolean isMet) {
        return isMet ? "met" : "**not met**";
    }
}
