package io.github.scorelane.bench.variance;

import io.github.scorelane.bench.report.Text;
import io.github.scorelane.bench.variance.VarianceMeasurements.VarianceRow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A limit that the automatic baseline's variance is not to exceed.
 *
 * @param times the factor
 * @param what the words for the variance that is multiplied
 * @param leastSamples the number of samples from which on the limit holds
 * @param ratio the ratio to that variance
 * @param error the standard error of the ratio
 */
record VarianceLimit(double times, String what, int leastSamples, ToDoubleFunction<VarianceRow> ratio,
        ToDoubleFunction<VarianceRow> error) {
    static final List<VarianceLimit> ALL = List.of(
            new VarianceLimit(1.05, "plain's", 256, VarianceRow::overPlain, VarianceRow::overPlainError),
            new VarianceLimit(1.05, "the least of plain's, leave-one-out's and the optimal constant's", 4_096,
                    VarianceRow::overBest, VarianceRow::overBestError));

    /** A line of Markdown that says whether it was kept, and where it was nearest to not being so. */
    String judge(VarianceMeasurements measured) {
        List<VarianceRow> all = measured.automatic(leastSamples);
        VarianceRow worst = all.stream().max(Comparator.comparingDouble(ratio)).orElseThrow();
        long beyond = all.stream().filter(row -> ratio.applyAsDouble(row) > times).count();
        return String.format(Locale.ROOT, "- At most %.2f times %s, from n = %s on: **%s**. The largest of %d ratios is %.3f ± %.3f"
                + " (%s, by %s, n = %s).%n", times, what, Text.count(leastSamples),
                beyond == 0 ? "met" : "not met by " + beyond, all.size(), ratio.applyAsDouble(worst), error.applyAsDouble(worst),
                worst.subject().title(), worst.subject().rows().get(worst.row()), Text.count(worst.samples()));
    }
}
