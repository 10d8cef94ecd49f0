package io.github.scorelane.bench.report;

import io.github.scorelane.bench.paired.HotKernel;
import io.github.scorelane.bench.paired.Kernel;
import java.util.List;
import java.util.stream.Collectors;

/** Each kernel's time in a JVM in which all others are hot, beside that in a fresh one, in Markdown: a column for each order. */
final class HotKernelTable {
    /** The slowest that a kernel may be. */
    private static final double CLIFF = 1.15;

    private HotKernelTable() {}

    static String of(List<HotKernel> measured) {
        long orders = measured.stream().filter(hot -> hot.kernel() == measured.getFirst().kernel()).count();
        StringBuilder table = new StringBuilder("| kernel | fresh, ns per call |"
                + " time among hot ones ÷ time in a fresh JVM, median (p10 to p90) |".repeat((int) orders)
                + " at most 1.15 |\n| --- | ---: |" + " ---: |".repeat((int) orders) + " --- |\n");
        for (Kernel kernel : Kernel.values()) {
            List<HotKernel> rows = measured.stream().filter(hot -> hot.kernel() == kernel).toList();
            if (!rows.isEmpty()) {
                table.append("| %s | %s | %s | %s |\n".formatted(kernel.title(),
                        Text.number(rows.getFirst().freshNanoseconds().median()),
                        rows.stream().map(hot -> Text.number(hot.ratio().median()) + " (" + Text.range(hot.ratio()) + ")")
                                .collect(Collectors.joining(" | ")),
                        rows.stream().allMatch(hot -> hot.ratio().median() <= CLIFF) ? "met" : "**not met**"));
            }
        }
        return table.toString();
    }
}
