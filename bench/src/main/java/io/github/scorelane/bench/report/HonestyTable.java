package io.github.scorelane.bench.report;

import io.github.scorelane.bench.honesty.Bound;
import io.github.scorelane.bench.honesty.Family;
import io.github.scorelane.bench.honesty.GridRow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** The grid summed up by numbers of samples and by families, and the rows that are beyond the bounds, in Markdown. */
final class HonestyTable {
    /** So many standard errors beyond a bound are no chance: one row of 700 is so by chance where the bound is just kept. */
    static final double SURE = 3;
    private static final int MOST_ROWS = 40;
    /** A gain counts as this at most, and a row does not where a simple estimator leaves nothing but rounding. */
    private static final double LEAST_RATIO = 1e-6;
    private static final double NOTHING_LEFT = 1e15;

    private HonestyTable() {}

    static String of(HonestyResults results) {
        StringBuilder table = new StringBuilder(summary(results)).append('\n').append(families(results));
        for (Bound bound : Bound.ALL) {
            table.append('\n').append(exceptions(bound, results));
        }
        return table.toString();
    }

    private static String summary(HonestyResults results) {
        StringBuilder table = new StringBuilder("| n | seeds | gradients: variance over the best, geometric mean | largest"
                + " | coverage: least | mean | leave-one-out, least | mean | value: variance over plain, geometric mean"
                + " | coverage: least |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (int samples : results.measurements().settings().samples()) {
            List<GridRow> gradients = rows(results, row -> row.samples() == samples && !row.isValue());
            List<GridRow> values = rows(results, row -> row.samples() == samples && row.isValue());
            Optional<GridRow> worst = gradients.stream().max(Comparator.comparingDouble(GridRow::overBest));
            table.append(String.format(Locale.ROOT, "| %s | %s | %s | %s | %.3f | %.3f | %.3f | %.3f | %s | %.3f |%n",
                    Text.count(samples), Text.count(results.measurements().settings().seedsOf(samples)), mean(gradients),
                    worst.map(HonestyTable::ratio).orElse("–"),
                    least(gradients), gradients.stream().mapToDouble(GridRow::coverage).average().orElse(Double.NaN),
                    gradients.stream().mapToDouble(GridRow::leaveOneOutCoverage).min().orElse(Double.NaN),
                    gradients.stream().mapToDouble(GridRow::leaveOneOutCoverage).average().orElse(Double.NaN),
                    mean(values), least(values)));
        }
        return table.toString();
    }

    private static String families(HonestyResults results) {
        int[] sizes = results.measurements().settings().samples();
        StringBuilder table = new StringBuilder("| gradients: variance over the best, geometric mean; least coverage |");
        StringBuilder line = new StringBuilder("\n| --- |");
        for (int samples : sizes) {
            table.append(" n = ").append(Text.count(samples)).append(" |");
            line.append(" ---: |");
        }
        table.append(line).append('\n');
        for (Family family : Family.values()) {
            if (rows(results, row -> row.family() == family).isEmpty()) {
                continue;
            }
            table.append("| ").append(family.title()).append(" |");
            for (int samples : sizes) {
                List<GridRow> rows = rows(results, row -> row.family() == family && row.samples() == samples && !row.isValue());
                table.append(String.format(Locale.ROOT, " %s; %.3f |", mean(rows), least(rows)));
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static String exceptions(Bound bound, HonestyResults results) {
        List<GridRow> beyond = bound.beyond(results.measurements().rows(), 0);
        List<GridRow> sure = bound.beyond(results.measurements().rows(), SURE);
        StringBuilder table = new StringBuilder("**Beyond “" + bound.text() + "”: " + beyond.size() + "**");
        table.append(beyond.size() > MOST_ROWS ? ", the first " + MOST_ROWS + " of them\n" : "\n");
        if (beyond.isEmpty()) {
            return table.toString();
        }
        table.append("\n| where | by | variance over the best | squared error over variance | coverage | leave-one-out | plain |"
                + " by more than chance |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
        for (GridRow row : beyond.subList(0, Math.min(MOST_ROWS, beyond.size()))) {
            String function = results.measurements().function(row).replace("|", "\\|");
            table.append(String.format(Locale.ROOT, "| %s, %s, n = %s | %s | %s | %s | %.3f ± %.3f | %.3f | %.3f | %s |%n",
                    row.family().title(row.set()), function, Text.count(row.samples()), row.what(),
                    ratio(row), VarianceTable.ratio(row.errorRatio()), row.coverage(), row.errorOf(row.coverage()),
                    row.leaveOneOutCoverage(), row.plainCoverage(), sure.contains(row) ? "yes" : "no"));
        }
        return table.toString();
    }

    static List<GridRow> rows(HonestyResults results, Predicate<GridRow> which) {
        return results.measurements().rows().stream().filter(which).toList();
    }

    /** The geometric mean of variances over the best, and its standard error, seeds of cells being independent. */
    private static String mean(List<GridRow> rows) {
        OptionalDouble mean = geometricMean(rows);
        if (mean.isEmpty()) {
            return "–";
        }
        List<GridRow> counted = counted(rows);
        double squares = counted.stream().filter(row -> row.overBest() > LEAST_RATIO)
                .mapToDouble(row -> Math.pow(row.overBestError() / row.overBest(), 2)).sum();
        double ratio = mean.getAsDouble();
        return VarianceTable.ratio(ratio) + " ± " + VarianceTable.ratio(ratio * Math.sqrt(squares) / counted.size());
    }

    static OptionalDouble geometricMean(List<GridRow> rows) {
        OptionalDouble log = counted(rows).stream().mapToDouble(row -> Math.log(Math.max(LEAST_RATIO, row.overBest()))).average();
        return log.isPresent() ? OptionalDouble.of(Math.exp(log.getAsDouble())) : log;
    }

    private static List<GridRow> counted(List<GridRow> rows) {
        return rows.stream().filter(row -> row.plainOverBest() < NOTHING_LEFT).toList();
    }

    private static double least(List<GridRow> rows) {
        return rows.stream().mapToDouble(GridRow::coverage).min().orElse(Double.NaN);
    }

    private static String ratio(GridRow row) {
        return VarianceTable.ratio(row.overBest()) + " ± " + VarianceTable.ratio(row.overBestError());
    }
}
