package io.github.scorelane.bench.honesty;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A bound that the automatic baseline is to keep in every row of the grid that it applies to. The best is the least of the measured
 * variances of plain, leave-one-out and optimal constant.
 *
 * @param text the bound, in words
 * @param applies tells of a row whether the bound is meant for it
 * @param excess the amount by which a row exceeds it, negative where it keeps it; of ratios in logarithms
 * @param error the standard error of that
 */
public record Bound(String text, Predicate<GridRow> applies, ToDoubleFunction<GridRow> excess, ToDoubleFunction<GridRow> error) {
    /** The list of all bounds. */
    public static final List<Bound> ALL = List.of(
            new Bound("coverage of the gradient at least 0.91 wherever leave-one-out's is 0.93",
                    row -> !row.isValue() && row.leaveOneOutCoverage() >= 0.93,
                    row -> 0.91 - row.coverage(), row -> row.errorOf(row.coverage())),
            new Bound("coverage of the gradient never below leave-one-out's by more than 0.03",
                    row -> !row.isValue(), row -> row.leaveOneOutCoverage() - 0.03 - row.coverage(),
                    row -> Math.hypot(row.errorOf(row.coverage()), row.errorOf(row.leaveOneOutCoverage()))),
            ofVariance("variance of the gradient at most 1.15 times the best at n = 1,024",
                    row -> !row.isValue() && row.samples() >= 1_024 && row.samples() < 4_096, 1.15),
            ofVariance("variance of the gradient at most 1.05 times the best from n = 4,096",
                    row -> !row.isValue() && row.samples() >= 4_096, 1.05),
            new Bound("coverage of the value at least 0.91 wherever that of the plain mean is 0.93",
                    row -> row.isValue() && row.plainCoverage() >= 0.93, row -> 0.91 - row.coverage(),
                    row -> row.errorOf(row.coverage())),
            ofVariance("variance of the value at most 1.15 times the plain mean's at n = 1,024",
                    row -> row.isValue() && row.samples() >= 1_024 && row.samples() < 4_096, 1.15),
            ofVariance("variance of the value at most 1.05 times the plain mean's from n = 4,096",
                    row -> row.isValue() && row.samples() >= 4_096, 1.05));

    /** Ratios are compared by their logarithms, as a few seeds may make one large and its error too. */
    private static Bound ofVariance(String text, Predicate<GridRow> applies, double most) {
        return new Bound(text, applies, row -> Math.log(row.overBest() / most), row -> row.overBestError() / row.overBest());
    }

    /** The rows beyond it by so many standard errors, those first that are so by the most. */
    public List<GridRow> beyond(List<GridRow> rows, double errors) {
        return rows.stream().filter(applies).filter(row -> excess.applyAsDouble(row) > errors * error.applyAsDouble(row))
                .sorted(Comparator.comparingDouble(excess).reversed()).toList();
    }
}
