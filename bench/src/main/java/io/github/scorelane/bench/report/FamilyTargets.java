package io.github.scorelane.bench.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How many times faster draws with their scores are to be, by family and altogether. */
final class FamilyTargets {
    static final double OF_EACH = 3;
    static final double OF_GEOMETRIC_MEAN = 6;

    private FamilyTargets() {}

    static double geometricMean(List<FamilyRow> rows, ToDoubleFunction<FamilyRow> ratio) {
        return Math.exp(rows.stream().mapToDouble(row -> Math.log(ratio.applyAsDouble(row))).average().orElse(Double.NaN));
    }

    static double least(List<FamilyRow> rows, ToDoubleFunction<FamilyRow> ratio) {
        return rows.stream().mapToDouble(ratio).min().orElse(Double.NaN);
    }

    static String verdict(double ratio, double target) {
        return ratio >= target ? "met" : "**not met**";
    }
}
