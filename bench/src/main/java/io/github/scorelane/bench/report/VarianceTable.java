package io.github.scorelane.bench.report;

import io.github.scorelane.bench.variance.Estimator;
import io.github.scorelane.bench.variance.Subject;
import io.github.scorelane.bench.variance.VarianceRow;
import java.util.List;
import java.util.Locale;

/** Variances, and times, over those of the plain estimator, in Markdown. */
final class VarianceTable {
    private static final List<Estimator> COMPARED = List.of(Estimator.LEAVE_ONE_OUT, Estimator.OPTIMAL_CONSTANT,
            Estimator.AUTOMATIC, Estimator.SOBOL);

    private VarianceTable() {}

    static String of(VarianceResults results) {
        StringBuilder tables = new StringBuilder();
        for (int samples : results.measurements().settings().samples()) {
            tables.append(tables.isEmpty() ? "" : "\n").append(of(results, samples));
        }
        return tables.toString();
    }

    private static String of(VarianceResults results, int samples) {
        StringBuilder table = new StringBuilder("| n = " + Text.count(samples)
                + " | by | variance: leave-one-out | optimal constant | automatic | automatic, Sobol"
                + " | time: plain, µs | leave-one-out | optimal constant | automatic"
                + " | automatic, Sobol |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (Subject subject : Subject.values()) {
            for (int row = 0; row < subject.rows().size(); row++) {
                table.append("| %s | %s |".formatted(subject.title(), subject.rows().get(row)));
                for (Estimator estimator : COMPARED) {
                    table.append(' ').append(withError(results.variance(subject, samples, estimator, row))).append(" |");
                }
                table.append(row == 0 ? times(results, subject, samples) : " | | | | |").append('\n');
            }
        }
        return table.toString();
    }

    private static String times(VarianceResults results, Subject subject, int samples) {
        StringBuilder times = new StringBuilder(" %s |".formatted(
                Text.number(results.time(subject, samples, Estimator.PLAIN).nanoseconds() * 1e-3)));
        for (Estimator estimator : COMPARED) {
            times.append(" %s |".formatted(Text.number(results.time(subject, samples, estimator).overPlain())));
        }
        return times.toString();
    }

    private static String withError(VarianceRow row) {
        return row.overPlain() < 1e-9 ? "0" : ratio(row.overPlain()) + " ± " + ratio(row.overPlainError());
    }

    /** Two digits, or what is behind the point to the second; what is left of rounding is 0. */
    static String ratio(double x) {
        if (x < 1e-9) {
            return "0";
        }
        return String.format(Locale.ROOT, x < 1e-3 ? "%.1e" : x < 0.0995 ? "%.2g" : x < 9.95 ? "%.2f" : "%.1f", x);
    }
}
