package io.github.scorelane.bench.honesty;

import io.github.scorelane.bench.report.MarkdownTable;
import io.github.scorelane.bench.report.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The grid summed up by numbers of samples and by families, and the rows that are beyond the bounds. */
final class HonestyTables {
    /** So many standard errors beyond a bound are no chance: one row of 700 is so by chance where the bound is just kept. */
    static final double SURE = 3;
    private static final int MOST_ROWS = 40;
    /** A gain counts as this at most, and a row does not where a simple estimator leaves nothing but rounding. */
    private static final double LEAST_RATIO = 1e-6;
    private static final double NOTHING_LEFT = 1e15;

    private HonestyTables() {}

    static String all(HonestyMeasurements measured) {
        return Stream.concat(Stream.of(summary(measured), families(measured)),
                Bound.ALL.stream().map(bound -> exceptions(bound, measured))).collect(Collectors.joining("\n"));
    }

    private static String summary(HonestyMeasurements measured) {
        MarkdownTable table = new MarkdownTable("rrrrrrrrrr", "n", "seeds", "gradients: variance over the best, geometric mean",
                "largest", "coverage: least", "mean", "leave-one-out, least", "mean",
                "value: variance over plain, geometric mean", "coverage: least");
        for (int samples : measured.settings().samples()) {
            List<GridRow> gradients = rows(measured, row -> row.samples() == samples && !row.isValue());
            List<GridRow> values = rows(measured, row -> row.samples() == samples && row.isValue());
            Optional<GridRow> worst = gradients.stream().max(Comparator.comparingDouble(GridRow::overBest));
            table.row(Text.count(samples), Text.count(measured.settings().seedsOf(samples)), mean(gradients),
                    worst.map(HonestyTables::ratio).orElse("–"), least(gradients, GridRow::coverage),
                    average(gradients, GridRow::coverage), least(gradients, GridRow::leaveOneOutCoverage),
                    average(gradients, GridRow::leaveOneOutCoverage), mean(values), least(values, GridRow::coverage));
        }
        return table.toString();
    }

    private static String families(HonestyMeasurements measured) {
        int[] sizes = measured.settings().samples();
        List<String> titles = new ArrayList<>(List.of("gradients: variance over the best, geometric mean; least coverage"));
        Arrays.stream(sizes).forEach(samples -> titles.add("n = " + Text.count(samples)));
        MarkdownTable table = new MarkdownTable("l" + "r".repeat(sizes.length), titles.toArray(String[]::new));
        for (Family family : Family.values()) {
            if (!rows(measured, row -> row.family() == family).isEmpty()) {
                List<String> cells = new ArrayList<>(List.of(family.title()));
                for (int samples : sizes) {
                    List<GridRow> rows = rows(measured,
                            row -> row.family() == family && row.samples() == samples && !row.isValue());
                    cells.add(mean(rows) + "; " + least(rows, GridRow::coverage));
                }
                table.row(cells.toArray());
            }
        }
        return table.toString();
    }

    private static String exceptions(Bound bound, HonestyMeasurements measured) {
        List<GridRow> beyond = bound.beyond(measured.rows(), 0);
        List<GridRow> sure = bound.beyond(measured.rows(), SURE);
        String title = "**Beyond “" + bound.text() + "”: " + beyond.size() + "**"
                + (beyond.size() > MOST_ROWS ? ", the first " + MOST_ROWS + " of them\n" : "\n");
        if (beyond.isEmpty()) {
            return title;
        }
        MarkdownTable table = new MarkdownTable("llrrrrrl", "where", "by", "variance over the best",
                "squared error over variance", "coverage", "leave-one-out", "plain", "by more than chance");
        for (GridRow row : beyond.subList(0, Math.min(MOST_ROWS, beyond.size()))) {
            table.row(row.family().title(row.set()) + ", " + measured.function(row).replace("|", "\\|") + ", n = "
                            + Text.count(row.samples()), row.what(), ratio(row), Text.ratio(row.errorRatio()),
                    share(row.coverage()) + " ± " + share(row.errorOf(row.coverage())), share(row.leaveOneOutCoverage()),
                    share(row.plainCoverage()), sure.contains(row) ? "yes" : "no");
        }
        return title + "\n" + table;
    }

    private static List<GridRow> rows(HonestyMeasurements measured, Predicate<GridRow> which) {
        return measured.rows().stream().filter(which).toList();
    }

    /** The geometric mean of variances over the best, and its standard error, seeds of cells being independent. */
    private static String mean(List<GridRow> rows) {
        List<GridRow> counted = rows.stream().filter(row -> row.plainOverBest() < NOTHING_LEFT).toList();
        if (counted.isEmpty()) {
            return "–";
        }
        double ratio = Math.exp(counted.stream().mapToDouble(row -> Math.log(Math.max(LEAST_RATIO, row.overBest()))).average()
                .orElseThrow());
        double squares = counted.stream().filter(row -> row.overBest() > LEAST_RATIO)
                .mapToDouble(row -> Math.pow(row.overBestError() / row.overBest(), 2)).sum();
        return Text.ratio(ratio) + " ± " + Text.ratio(ratio * Math.sqrt(squares) / counted.size());
    }

    private static String least(List<GridRow> rows, ToDoubleFunction<GridRow> share) {
        return share(rows.stream().mapToDouble(share).min().orElse(Double.NaN));
    }

    private static String average(List<GridRow> rows, ToDoubleFunction<GridRow> share) {
        return share(rows.stream().mapToDouble(share).average().orElse(Double.NaN));
    }

    private static String share(double x) {
        return String.format(Locale.ROOT, "%.3f", x);
    }

    private static String ratio(GridRow row) {
        return Text.ratio(row.overBest()) + " ± " + Text.ratio(row.overBestError());
    }
}
