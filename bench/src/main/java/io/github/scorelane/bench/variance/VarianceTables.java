package io.github.scorelane.bench.variance;

import io.github.scorelane.bench.report.MarkdownTable;
import io.github.scorelane.bench.report.Text;
import io.github.scorelane.bench.variance.VarianceMeasurements.VarianceRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of variances, and times, over those of the plain estimator. */
final class VarianceTables {
    private static final List<Estimator> COMPARED = List.of(Estimator.LEAVE_ONE_OUT, Estimator.OPTIMAL_CONSTANT,
            Estimator.AUTOMATIC, Estimator.SOBOL);

    private VarianceTables() {}

    /** A table for each number of samples. */
    static String all(VarianceMeasurements measured) {
        return Arrays.stream(measured.settings().samples()).mapToObj(samples -> table(measured, samples))
                .collect(Collectors.joining("\n"));
    }

    private static String table(VarianceMeasurements measured, int samples) {
        MarkdownTable table = new MarkdownTable("llrrrrrrrrr", "n = " + Text.count(samples), "by", "variance: leave-one-out",
                "optimal constant", "automatic", "automatic, Sobol", "time: plain, µs", "leave-one-out", "optimal constant",
                "automatic", "automatic, Sobol");
        for (Subject subject : Subject.values()) {
            for (int row = 0; row < subject.rows().size(); row++) {
                List<String> cells = new ArrayList<>(List.of(subject.title(), subject.rows().get(row)));
                for (Estimator estimator : COMPARED) {
                    cells.add(withError(measured.variance(subject, samples, estimator, row)));
                }
                cells.addAll(row == 0 ? times(measured, subject, samples) : Collections.nCopies(COMPARED.size() + 1, null));
                table.row(cells.toArray());
            }
        }
        return table.toString();
    }

    private static List<String> times(VarianceMeasurements measured, Subject subject, int samples) {
        return Stream.concat(Stream.of(measured.time(subject, samples, Estimator.PLAIN).nanoseconds() * 1e-3),
                COMPARED.stream().map(estimator -> measured.time(subject, samples, estimator).overPlain()))
                .map(Text::number).toList();
    }

    private static String withError(VarianceRow row) {
        return row.overPlain() < 1e-9 ? "0" : Text.ratio(row.overPlain()) + " ± " + Text.ratio(row.overPlainError());
    }

    /** The largest number of samples as the project's document has it, with what it was measured on. */
    static String shortOne(VarianceMeasurements measured, String link) {
        int samples = Arrays.stream(measured.settings().samples()).max().orElseThrow();
        MarkdownTable table = new MarkdownTable("llrrrrr", Text.count(samples) + " samples, plain = 1", "gradient by",
                "variance: leave-one-out", "automatic", "automatic, Sobol", "time × variance: automatic", "automatic, Sobol");
        for (Subject subject : Subject.values()) {
            table.row(subject.title(), String.join(", ", subject.rows()),
                    ratios(measured, subject, samples, Estimator.LEAVE_ONE_OUT, 1),
                    ratios(measured, subject, samples, Estimator.AUTOMATIC, 1),
                    ratios(measured, subject, samples, Estimator.SOBOL, 1),
                    ratios(measured, subject, samples, Estimator.AUTOMATIC,
                            measured.time(subject, samples, Estimator.AUTOMATIC).overPlain()),
                    ratios(measured, subject, samples, Estimator.SOBOL,
                            measured.time(subject, samples, Estimator.SOBOL).overPlain()));
        }
        return table + "\nPlain is the score function estimator without a baseline; automatic is the default. One thread; "
                + measured.madeOn().cpu() + ", " + measured.madeOn().jdk() + ". From " + link
                + ", where errors, other numbers of samples and what f is are; "
                + "`mvn -q -Pbench -Dbench.args=-variance` does it again.\n";
    }

    private static String ratios(VarianceMeasurements measured, Subject subject, int samples, Estimator estimator, double time) {
        return IntStream.range(0, subject.rows().size())
                .mapToObj(row -> Text.ratio(time * measured.variance(subject, samples, estimator, row).overPlain()))
                .collect(Collectors.joining(", "));
    }
}
